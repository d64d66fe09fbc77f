package com.heyi.learning.internal;

import com.heyi.complaints.CaseRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** The root cause of a complaint. */
@Entity
@Audited
@Table(schema = "learning", name = "case_cause")
public class CaseCause {
  @Id
  @Column(name = "complaint_id")
  private UUID complaintId;

  @Version private int version;
  private String cause;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Column(name = "received_at", updatable = false)
  private Instant receivedAt;

  @Column(name = "set_by")
  private String setBy;

  @Column(name = "set_at")
  private Instant setAt;

  protected CaseCause() {}

  CaseCause(CaseRef about) {
    complaintId = about.id();
    customerId = about.customerId();
    receivedAt = about.receivedAt();
  }

  void set(String code, String who, Instant now) {
    cause = code;
    setBy = who;
    setAt = now;
  }

  String cause() {
    return cause;
  }

  String setBy() {
    return setBy;
  }

  Instant setAt() {
    return setAt;
  }
}
