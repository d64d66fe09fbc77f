package com.heyi.complaints.internal;

import com.heyi.complaints.RemarkStatus;
import com.heyi.complaints.RemarkStep;
import com.heyi.complaints.RemarkStepView;
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

/** One step of a remark. Written once. */
@Entity
@Immutable
@Table(schema = "complaints", name = "remark_step")
public class RemarkStepTaken {
  @Id private UUID id;

  @Column(name = "remark_id")
  private UUID remarkId;

  private int seq;

  @Enumerated(EnumType.STRING)
  private RemarkStep step;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_status")
  private RemarkStatus to;

  @Column(name = "taken_at")
  private Instant takenAt;

  private String who;
  private String said;

  protected RemarkStepTaken() {}

  RemarkStepTaken(
      UUID remarkId, int seq, RemarkStep step, RemarkStatus to, String said, Actor actor) {
    this.id = Ids.next();
    this.remarkId = remarkId;
    this.seq = seq;
    this.step = step;
    this.to = to;
    this.takenAt = actor.now();
    this.who = actor.user();
    this.said = said;
  }

  RemarkStepView view() {
    return new RemarkStepView(seq, step, to, takenAt, who, said);
  }
}
