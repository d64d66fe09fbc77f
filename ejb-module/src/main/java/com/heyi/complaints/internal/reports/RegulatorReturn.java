package com.heyi.complaints.internal.reports;

import com.heyi.complaints.reports.ReturnRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A quarter's return as it was frozen. Its cases are rows of {@code return_case}. */
@Entity
@Immutable
@Table(schema = "complaints", name = "regulator_return")
public class RegulatorReturn {
  @Id private UUID id;
  private String quarter;
  private int version;
  private String reason;
  private long cases;
  private String sha256;

  @Column(name = "prepared_by")
  private String preparedBy;

  @Column(name = "prepared_at")
  private Instant preparedAt;

  protected RegulatorReturn() {}

  RegulatorReturn(
      UUID id,
      String quarter,
      int version,
      String reason,
      long cases,
      String sha256,
      String preparedBy,
      Instant now) {
    this.id = id;
    this.quarter = quarter;
    this.version = version;
    this.reason = reason;
    this.cases = cases;
    this.sha256 = sha256;
    this.preparedBy = preparedBy;
    this.preparedAt = now;
  }

  UUID id() {
    return id;
  }

  String quarter() {
    return quarter;
  }

  int version() {
    return version;
  }

  String sha256() {
    return sha256;
  }

  /**
   * It in a list.
   *
   * @param submission that it was submitted, or null
   */
  ReturnRow row(ReturnSubmission submission) {
    return new ReturnRow(
        id,
        quarter,
        version,
        reason,
        cases,
        sha256,
        preparedBy,
        preparedAt,
        submission == null ? null : submission.submittedBy(),
        submission == null ? null : submission.submittedAt());
  }
}
