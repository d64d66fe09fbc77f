package com.heyi.deposits.internal;

import com.heyi.deposits.MovementView;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.text.BookNote;
import com.heyi.shared.text.Texts;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One leg of a transaction: a line of an account's statement, or the bank's own side. */
@Entity
@Immutable
@Table(schema = "deposits", name = "posting")
public class Posting {
  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "entry_id")
  private Entry entry;

  @Column(name = "account_id")
  private UUID accountId;

  @Enumerated(EnumType.STRING)
  @Column(name = "system_account")
  private SystemAccount systemAccount;

  @Convert(converter = CnyConverter.class)
  private Money amount;

  @Column(name = "balance_after")
  @Convert(converter = CnyConverter.class)
  private Money balanceAfter;

  private Long seq;
  private boolean counts;

  @Column(name = "booked_on")
  private LocalDate bookedOn;

  protected Posting() {}

  private Posting(Entry entry, Money amount) {
    this.id = Ids.next();
    this.entry = entry;
    this.amount = amount;
    this.bookedOn = entry.bookedOn();
  }

  static Posting of(Entry entry, Balance moved, Money amount, boolean counts) {
    Posting posting = new Posting(entry, amount);
    posting.accountId = moved.accountId();
    posting.balanceAfter = moved.amount();
    posting.seq = moved.movements();
    posting.counts = counts;
    return posting;
  }

  static Posting of(Entry entry, SystemAccount account, Money amount) {
    Posting posting = new Posting(entry, amount);
    posting.systemAccount = account;
    return posting;
  }

  boolean isCustomers() {
    return accountId != null;
  }

  /** The movement that it is a leg of. */
  UUID movementId() {
    return entry.id();
  }

  /** The movement that it takes back, or null. */
  UUID reverses() {
    return entry.reverses();
  }

  UUID accountId() {
    return accountId;
  }

  SystemAccount systemAccount() {
    return systemAccount;
  }

  Money amount() {
    return amount;
  }

  boolean counts() {
    return counts;
  }

  LocalDate bookedOn() {
    return bookedOn;
  }

  /** The line of a movement that was just booked. */
  MovementView view() {
    return view(null);
  }

  /**
   * @param reversal the line of the same account that took it back, or null
   */
  MovementView view(Posting reversal) {
    return new MovementView(
        entry.id(),
        accountId,
        seq,
        entry.kind(),
        amount,
        balanceAfter,
        entry.counterparty(),
        BookNote.shown(CallContext.find().map(Caller::locale).orElse(Texts.DEFAULT), entry.memo()),
        entry.bookedOn(),
        entry.bookedAt(),
        entry.bookedBy(),
        entry.reverses(),
        reversal == null ? null : reversal.entry.id(),
        reversal == null ? null : reversal.seq,
        entry.kind().isBookedByPeople());
  }
}
