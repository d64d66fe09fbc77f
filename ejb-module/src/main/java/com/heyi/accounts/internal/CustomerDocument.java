package com.heyi.accounts.internal;

import com.heyi.accounts.DocumentKind;
import com.heyi.accounts.DocumentView;
import com.heyi.accounts.RecordDocument;
import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.value.Ids;
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

/** A note of something that a customer has shown or signed; it is never changed, only followed. */
@Entity
@Immutable
@Table(schema = "accounts", name = "customer_document")
public class CustomerDocument {
  @Id private UUID id;

  @Column(name = "customer_id")
  private UUID customerId;

  @Enumerated(EnumType.STRING)
  private DocumentKind kind;

  @Personal(Mask.LAST_FOUR)
  private String number;

  @Column(name = "expires_on")
  private LocalDate expiresOn;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "recorded_by")
  private String recordedBy;

  protected CustomerDocument() {}

  static CustomerDocument noted(RecordDocument command, Instant now, String by) {
    CustomerDocument document = new CustomerDocument();
    document.id = Ids.next();
    document.customerId = command.customerId();
    document.kind = command.kind();
    document.number = command.number();
    document.expiresOn = command.expiresOn();
    document.recordedAt = now;
    document.recordedBy = by;
    return document;
  }

  DocumentKind kind() {
    return kind;
  }

  /** The last day itself included. */
  boolean isValidOn(LocalDate day) {
    return expiresOn == null || !day.isAfter(expiresOn);
  }

  DocumentView view(LocalDate today) {
    return new DocumentView(
        kind,
        number == null ? null : Mask.LAST_FOUR.of(number),
        expiresOn,
        isValidOn(today),
        recordedAt,
        recordedBy);
  }
}
