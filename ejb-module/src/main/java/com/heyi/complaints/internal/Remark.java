package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.RecordComplaint;
import com.heyi.complaints.RecordRemark;
import com.heyi.complaints.RemarkKind;
import com.heyi.complaints.RemarkRow;
import com.heyi.complaints.RemarkStatus;
import com.heyi.complaints.RemarkStep;
import com.heyi.complaints.RemarkStepView;
import com.heyi.complaints.RemarkView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** A suggestion or praise. Its verbs are the steps of {@link RemarkStep}. */
@Entity
@Audited
@Table(schema = "complaints", name = "remark")
public class Remark {
  private static final String UNSAID = "—";

  @Id private UUID id;
  @Version private int version;

  @Column(updatable = false)
  private String number;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private RemarkKind kind;

  @Enumerated(EnumType.STRING)
  private RemarkStatus status;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ComplaintChannel channel;

  @Column(updatable = false)
  private String branch;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Personal(Mask.NAME)
  @Column(updatable = false)
  private String name;

  @Personal(Mask.LAST_FOUR)
  @Column(updatable = false)
  private String contact;

  @Column(updatable = false)
  private String product;

  @Personal
  @Column(updatable = false)
  private String narrative;

  @Column(updatable = false)
  private String staff;

  @Column(name = "received_at", updatable = false)
  private Instant receivedAt;

  @Column(name = "recorded_at", updatable = false)
  private Instant recordedAt;

  private String department;
  @Personal private String answer;

  @Column(name = "answered_at")
  private Instant answeredAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "from_complaint", updatable = false)
  private UUID fromComplaint;

  @Column(name = "into_complaint")
  private UUID intoComplaint;

  @Column(name = "texts_erased", updatable = false)
  private boolean textsErased;

  @Column(name = "step_count")
  private int stepCount;

  protected Remark() {}

  /**
   * A new remark.
   *
   * @param customerId the customer, or null; already checked to exist
   * @param branch the branch it is about, or null; already checked to be one the caller may write
   * @param fromComplaint the complaint that it was recorded as at first, or null
   */
  Remark(
      RecordRemark command,
      UUID customerId,
      String branch,
      String number,
      UUID fromComplaint,
      Actor actor) {
    if (command.receivedAt() != null && command.receivedAt().isAfter(actor.now())) {
      throw CommonError.invalid("receivedAt", ComplaintError.RECEIVED_LATER);
    }
    if (command.staff() != null && command.kind() != RemarkKind.PRAISE) {
      throw CommonError.invalid("staff", ComplaintError.REMARK_STAFF);
    }
    this.id = Ids.next();
    this.number = number;
    this.kind = command.kind();
    this.status = RemarkStatus.RECORDED;
    this.channel = command.channel();
    this.branch = branch;
    this.customerId = customerId;
    this.name = command.name();
    this.contact = command.contact();
    this.product = command.product();
    this.narrative = command.narrative();
    this.staff = command.staff();
    this.receivedAt = Objects.requireNonNullElse(command.receivedAt(), actor.now());
    this.recordedAt = actor.now();
    this.fromComplaint = fromComplaint;
  }

  RemarkStepTaken recorded(String said, Actor actor) {
    return enter(RemarkStep.RECORD, RemarkStatus.RECORDED, said, actor);
  }

  RemarkStepTaken passOn(String to, Actor actor) {
    RemarkStatus next = check(RemarkStep.PASS_ON);
    department = to.strip();
    return enter(RemarkStep.PASS_ON, next, department, actor);
  }

  RemarkStepTaken answer(String words, Actor actor) {
    RemarkStatus next = check(RemarkStep.ANSWER);
    answer = words.strip();
    answeredAt = actor.now();
    return enter(RemarkStep.ANSWER, next, answer, actor);
  }

  RemarkStepTaken close(Actor actor) {
    RemarkStatus next = check(RemarkStep.CLOSE);
    closedAt = actor.now();
    return enter(RemarkStep.CLOSE, next, null, actor);
  }

  /** It goes on as this complaint. */
  RemarkStepTaken turn(UUID complaint, String reason, Actor actor) {
    RemarkStatus next = check(RemarkStep.TURN);
    intoComplaint = complaint;
    closedAt = actor.now();
    return enter(RemarkStep.TURN, next, reason.strip(), actor);
  }

  /** It as a complaint, received when it was received. */
  RecordComplaint asComplaint() {
    check(RemarkStep.TURN);
    if (textsErased) {
      throw new HeyiException(ComplaintError.REMARK_TEXTS_GONE);
    }
    return new RecordComplaint(
        channel,
        null,
        name,
        contact,
        branch,
        product == null ? UNSAID : product,
        null,
        null,
        null,
        narrative,
        null,
        receivedAt,
        null,
        null,
        null);
  }

  private RemarkStatus check(RemarkStep step) {
    return step.leadsFrom(status)
        .orElseThrow(() -> new HeyiException(ComplaintError.REMARK_STATUS, status));
  }

  private RemarkStepTaken enter(RemarkStep step, RemarkStatus to, String said, Actor actor) {
    status = to;
    // Counted on the remark too, so that every step moves its version.
    stepCount++;
    return new RemarkStepTaken(id, stepCount, step, to, said, actor);
  }

  void requireVersion(long expected) {
    SeenVersion.require(expected, version);
  }

  UUID id() {
    return id;
  }

  String number() {
    return number;
  }

  RemarkKind kind() {
    return kind;
  }

  String branch() {
    return branch;
  }

  UUID customerId() {
    return customerId;
  }

  String contact() {
    return contact;
  }

  ComplaintChannel channel() {
    return channel;
  }

  UUID fromComplaint() {
    return fromComplaint;
  }

  int stepCount() {
    return stepCount;
  }

  RemarkRow row() {
    return new RemarkRow(
        id,
        number,
        kind,
        status,
        channel,
        branch,
        customerId,
        product,
        staff,
        department,
        receivedAt,
        version);
  }

  RemarkView view(List<RemarkStepView> steps) {
    return new RemarkView(
        row(),
        textsErased ? List.of() : RemarkStep.possibleIn(status),
        name,
        contact,
        narrative,
        answer,
        answeredAt,
        closedAt,
        fromComplaint,
        intoComplaint,
        steps);
  }
}
