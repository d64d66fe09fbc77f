package com.heyi.giftcards.internal;

import com.heyi.giftcards.CardEntryKind;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.history.WithoutHistory;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A transaction of the ledger of gift cards. */
@Entity
@Immutable
@WithoutHistory("It never changes")
@Table(schema = "giftcards", name = "entry")
public class CardEntry {
  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private CardEntryKind kind;

  @Convert(converter = CnyConverter.class)
  private Money amount;

  private UUID refunds;

  @Column(name = "booked_on")
  private LocalDate bookedOn;

  @Column(name = "booked_at")
  private Instant bookedAt;

  @Column(name = "booked_by")
  private String bookedBy;

  protected CardEntry() {}

  CardEntry(CardEntryKind kind, Money amount, UUID refunds, Clock clock) {
    id = Ids.next();
    this.kind = kind;
    this.amount = amount;
    this.refunds = refunds;
    bookedOn = LocalDate.now(clock);
    bookedAt = clock.instant();
    bookedBy = CallContext.current().user();
  }

  UUID id() {
    return id;
  }

  CardEntryKind kind() {
    return kind;
  }

  Money amount() {
    return amount;
  }
}
