package com.heyi.learning.internal;

import com.heyi.complaints.CaseRef;
import com.heyi.learning.ProblemCase;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** That a complaint belongs to a problem, or did. */
@Entity
@Audited
@Table(schema = "learning", name = "problem_case")
public class LinkedCase {
  @Id private UUID id;
  @Version private int version;

  @Column(name = "problem_id", updatable = false)
  private UUID problemId;

  @Column(name = "complaint_id", updatable = false)
  private UUID complaintId;

  @Column(name = "linked_by", updatable = false)
  private String linkedBy;

  @Column(name = "linked_at", updatable = false)
  private Instant linkedAt;

  @Column(name = "parted_by")
  private String partedBy;

  @Column(name = "parted_at")
  private Instant partedAt;

  @Column(name = "parted_why")
  private String partedWhy;

  protected LinkedCase() {}

  LinkedCase(UUID problemId, UUID complaintId, String who, Instant now) {
    this.id = Ids.next();
    this.problemId = problemId;
    this.complaintId = complaintId;
    this.linkedBy = who;
    this.linkedAt = now;
  }

  void part(String why, String who, Instant now) {
    partedWhy = why.strip();
    partedBy = who;
    partedAt = now;
  }

  boolean isLinked() {
    return partedAt == null;
  }

  UUID complaintId() {
    return complaintId;
  }

  ProblemCase view(CaseRef about) {
    return new ProblemCase(about, linkedBy, linkedAt, partedBy, partedAt, partedWhy);
  }
}
