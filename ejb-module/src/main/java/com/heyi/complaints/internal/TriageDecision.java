package com.heyi.complaints.internal;

import com.heyi.complaints.TriageTarget;
import com.heyi.complaints.triage.Guess;
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

/** What somebody made of a suggestion. */
@Entity
@Immutable
@Table(schema = "complaints", name = "triage_decision")
public class TriageDecision {
  @Id private UUID id;

  @Column(name = "complaint_id")
  private UUID complaintId;

  @Enumerated(EnumType.STRING)
  private TriageTarget target;

  @Column(name = "model_id")
  private UUID modelId;

  private String suggested;
  private int permille;
  private boolean accepted;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  protected TriageDecision() {}

  TriageDecision(
      UUID complaintId,
      TriageModel model,
      Guess guess,
      boolean accepted,
      String decidedBy,
      Instant now) {
    this.id = Ids.next();
    this.complaintId = complaintId;
    this.target = model.target();
    this.modelId = model.id();
    this.suggested = guess.label();
    this.permille = guess.permille();
    this.accepted = accepted;
    this.decidedBy = decidedBy;
    this.decidedAt = now;
  }

  boolean isAccepted() {
    return accepted;
  }
}
