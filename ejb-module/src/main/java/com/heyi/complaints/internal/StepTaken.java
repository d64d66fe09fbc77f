package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.StepView;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** One step of a complaint. Written once; the database refuses everything else. */
@Entity
@Immutable
@Table(schema = "complaints", name = "step")
public class StepTaken {
  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "complaint_id")
  private Complaint complaint;

  private int seq;

  @Enumerated(EnumType.STRING)
  private ComplaintStep step;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_status")
  private ComplaintStatus from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_status")
  private ComplaintStatus to;

  @Column(name = "taken_at")
  private Instant takenAt;

  private String who;

  @Column(name = "who_name")
  private String whoName;

  private String roles;
  private String branch;

  @Column(columnDefinition = "json")
  @ColumnTransformer(write = "cast(? as json)")
  private StepDetail detail;

  protected StepTaken() {}

  StepTaken(
      Complaint complaint,
      int seq,
      ComplaintStep step,
      ComplaintStatus from,
      ComplaintStatus to,
      Actor actor,
      StepDetail detail) {
    this.id = Ids.next();
    this.complaint = complaint;
    this.seq = seq;
    this.step = step;
    this.from = from;
    this.to = to;
    this.takenAt = actor.now();
    this.who = actor.user();
    this.whoName = actor.name();
    this.roles = actor.roles();
    this.branch = actor.branch();
    this.detail = detail;
  }

  ComplaintStep step() {
    return step;
  }

  Instant takenAt() {
    return takenAt;
  }

  String who() {
    return who;
  }

  /** What was said under this name, or null. */
  String said(String field) {
    return detail.said().get(field);
  }

  StepView view() {
    return new StepView(seq, step, from, to, takenAt, who, whoName, roles, branch, detail.said());
  }
}
