package com.heyi.deposits.internal;

import com.heyi.deposits.MovementKind;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;

/** One transaction of the ledger with its legs. Written once; the database refuses all else. */
@Entity
@Immutable
@BatchSize(size = 100)
@Table(schema = "deposits", name = "entry")
public class Entry {
  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private MovementKind kind;

  @Convert(converter = CnyConverter.class)
  private Money amount;

  private String counterparty;
  private String memo;
  private UUID reverses;

  /** The purchase that it gives back a part of; for a refund only. */
  private UUID refunds;

  @Column(name = "booked_on")
  private LocalDate bookedOn;

  @Column(name = "booked_at")
  private Instant bookedAt;

  @Column(name = "booked_by")
  private String bookedBy;

  @OneToMany(mappedBy = "entry", cascade = CascadeType.PERSIST)
  private List<Posting> postings = new ArrayList<>();

  protected Entry() {}

  /** A new transaction without any legs yet. */
  Entry(
      MovementKind kind,
      Money amount,
      String counterparty,
      String memo,
      UUID reverses,
      Clock clock,
      String by) {
    this.id = Ids.next();
    this.kind = kind;
    this.amount = amount;
    this.counterparty = counterparty;
    this.memo = memo;
    this.reverses = reverses;
    this.bookedAt = clock.instant();
    this.bookedOn = LocalDate.ofInstant(bookedAt, clock.getZone());
    this.bookedBy = by;
  }

  /** A new transaction that gives back a part of a purchase, without any legs yet. */
  static Entry refunding(Entry purchase, Money amount, String memo, Clock clock, String by) {
    Entry entry = new Entry(MovementKind.REFUND, amount, null, memo, null, clock, by);
    entry.refunds = purchase.id();
    return entry;
  }

  /**
   * Adds a customer's leg, and moves his balance.
   *
   * @param counts whether it counts for his account's limits
   */
  Posting post(Balance balance, Money delta, boolean counts) {
    balance.move(delta);
    return add(Posting.of(this, balance, delta, counts));
  }

  /** Adds the bank's own leg. */
  void post(SystemAccount account, Money delta) {
    add(Posting.of(this, account, delta));
  }

  private Posting add(Posting posting) {
    postings.add(posting);
    return posting;
  }

  UUID id() {
    return id;
  }

  MovementKind kind() {
    return kind;
  }

  Money amount() {
    return amount;
  }

  String counterparty() {
    return counterparty;
  }

  String memo() {
    return memo;
  }

  UUID reverses() {
    return reverses;
  }

  /** What it takes back, as a reversal or as a refund of all or a part of it; or null. */
  UUID takesBack() {
    return reverses == null ? refunds : reverses;
  }

  LocalDate bookedOn() {
    return bookedOn;
  }

  Instant bookedAt() {
    return bookedAt;
  }

  String bookedBy() {
    return bookedBy;
  }

  List<Posting> postings() {
    return List.copyOf(postings);
  }
}
