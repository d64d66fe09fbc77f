package com.heyi.complaints.internal.reports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a return was submitted. */
@Entity
@Immutable
@Table(schema = "complaints", name = "return_submission")
public class ReturnSubmission {
  @Id
  @Column(name = "return_id")
  private UUID returnId;

  private String quarter;
  private int version;

  @Column(name = "submitted_by")
  private String submittedBy;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  protected ReturnSubmission() {}

  ReturnSubmission(RegulatorReturn of, String submittedBy, Instant now) {
    this.returnId = of.id();
    this.quarter = of.quarter();
    this.version = of.version();
    this.submittedBy = submittedBy;
    this.submittedAt = now;
  }

  UUID returnId() {
    return returnId;
  }

  int version() {
    return version;
  }

  String submittedBy() {
    return submittedBy;
  }

  Instant submittedAt() {
    return submittedAt;
  }
}
