package com.heyi.complaints.internal;

import com.heyi.complaints.TriageTarget;
import com.heyi.complaints.triage.Figures;
import com.heyi.complaints.triage.TextModel;
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

/** A model that suggests, with how good it was when it was made. */
@Entity
@Immutable
@Table(schema = "complaints", name = "triage_model")
public class TriageModel {
  @Id private UUID id;

  @Column(name = "run_id")
  private UUID runId;

  private int number;

  @Enumerated(EnumType.STRING)
  private TriageTarget target;

  @Column(name = "trained_at")
  private Instant trainedAt;

  private int learned;
  private int labels;
  private int words;
  private int tried;
  private int accuracy;

  @Column(name = "macro_f1")
  private int macroF1;

  private int top3;
  private int majority;
  private int alike;
  private byte[] bytes;

  protected TriageModel() {}

  TriageModel(
      UUID runId,
      int number,
      TriageTarget target,
      int learned,
      TextModel model,
      Figures figures,
      int majority,
      int alike,
      Instant now) {
    this.id = Ids.next();
    this.runId = runId;
    this.number = number;
    this.target = target;
    this.trainedAt = now;
    this.learned = learned;
    this.labels = model.labels();
    this.words = model.words();
    this.tried = figures.texts();
    this.accuracy = figures.accuracy();
    this.macroF1 = figures.macroF1();
    this.top3 = figures.top3();
    this.majority = majority;
    this.alike = alike;
    this.bytes = model.bytes();
  }

  UUID id() {
    return id;
  }

  int number() {
    return number;
  }

  TriageTarget target() {
    return target;
  }

  TextModel model() {
    return TextModel.read(bytes);
  }
}
