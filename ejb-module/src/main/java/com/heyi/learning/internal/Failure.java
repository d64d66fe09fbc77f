package com.heyi.learning.internal;

import com.heyi.complaints.CaseRef;
import com.heyi.learning.FailureKind;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A time when the bank failed a customer. Written once. */
@Entity
@Immutable
@Table(schema = "learning", name = "failure")
public class Failure {
  @Id private UUID id;

  @Column(name = "customer_id")
  private UUID customerId;

  @Column(name = "complaint_id")
  private UUID complaintId;

  private String number;

  @Enumerated(EnumType.STRING)
  private FailureKind kind;

  @Column(name = "happened_at")
  private Instant happenedAt;

  protected Failure() {}

  Failure(CaseRef about, FailureKind kind, Instant now) {
    this.id = Ids.next();
    this.customerId = about.customerId();
    this.complaintId = about.id();
    this.number = about.number();
    this.kind = kind;
    this.happenedAt = now;
  }

  UUID id() {
    return id;
  }

  UUID customerId() {
    return customerId;
  }

  UUID complaintId() {
    return complaintId;
  }

  String number() {
    return number;
  }

  FailureKind kind() {
    return kind;
  }

  Instant happenedAt() {
    return happenedAt;
  }
}
