package com.heyi.complaints.internal;

import com.heyi.complaints.TriageBasis;
import com.heyi.complaints.TriageHint;
import com.heyi.complaints.TriageView.Hint;
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

/** What somebody made of a suggestion by product and issue. */
@Entity
@Immutable
@Table(schema = "complaints", name = "triage_hint_decision")
public class TriageHintDecision {
  @Id private UUID id;

  @Column(name = "complaint_id")
  private UUID complaintId;

  @Enumerated(EnumType.STRING)
  private TriageHint hint;

  private String label;

  @Enumerated(EnumType.STRING)
  private TriageBasis basis;

  private Integer permille;

  @Column(name = "batch_id")
  private UUID batchId;

  private boolean accepted;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  protected TriageHintDecision() {}

  TriageHintDecision(
      UUID complaintId, Hint of, UUID batchId, boolean accepted, String decidedBy, Instant now) {
    this.id = Ids.next();
    this.complaintId = complaintId;
    this.hint = of.hint();
    this.label = of.label();
    this.basis = of.basis();
    this.permille = of.permille();
    this.batchId = batchId;
    this.accepted = accepted;
    this.decidedBy = decidedBy;
    this.decidedAt = now;
  }
}
