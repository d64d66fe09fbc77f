package com.heyi.mall.internal;

import com.heyi.mall.EntryKind;
import com.heyi.mall.StatementRow;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.text.BookNote;
import com.heyi.shared.text.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A ledger entry as statements read it. Entries are written by {@link Ledger}. */
@Entity
@Immutable
@Table(schema = "mall", name = "ledger_entry")
public class EntryRow {
  @Id private UUID id;

  @Column(name = "customer_id")
  private UUID customerId;

  @Column(name = "entry_no")
  private long entryNo;

  @Enumerated(EnumType.STRING)
  private EntryKind kind;

  private long amount;

  @Column(name = "balance_after")
  private long balanceAfter;

  @Column(name = "order_id")
  private UUID orderId;

  private String reason;

  @Column(name = "effective_on")
  private LocalDate effectiveOn;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "recorded_by")
  private String recordedBy;

  protected EntryRow() {}

  UUID customerId() {
    return customerId;
  }

  UUID orderId() {
    return orderId;
  }

  /**
   * @param record number of the merged record that it stands under, or null
   * @param orderNumber number of the order that the entry belongs to, or null
   */
  StatementRow row(String record, String orderNumber) {
    return new StatementRow(
        id,
        record,
        entryNo,
        kind,
        amount,
        balanceAfter,
        orderId,
        orderNumber,
        BookNote.shown(CallContext.find().map(Caller::locale).orElse(Texts.DEFAULT), reason),
        effectiveOn,
        recordedAt,
        recordedBy);
  }
}
