package com.heyi.learning.internal;

import com.heyi.learning.ActionStatus;
import com.heyi.learning.ActionStep;
import com.heyi.learning.ActionView;
import com.heyi.learning.EffectView;
import com.heyi.learning.LearningError;
import com.heyi.learning.PlanAction;
import com.heyi.shared.error.HeyiException;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** What is mended against a problem. {@link ActionStep} shows its way. */
@Entity
@Audited
@Table(schema = "learning", name = "action")
public class CorrectiveAction {
  @Id private UUID id;
  @Version private int version;

  @Column(name = "problem_id", updatable = false)
  private UUID problemId;

  @Column(updatable = false)
  private String what;

  @Column(updatable = false)
  private String department;

  @Column(updatable = false)
  private String owner;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Enumerated(EnumType.STRING)
  private ActionStatus status;

  private int round;

  @Column(name = "check_months", updatable = false)
  private int checkMonths;

  @Column(name = "planned_by", updatable = false)
  private String plannedBy;

  @Column(name = "planned_at", updatable = false)
  private Instant plannedAt;

  private String evidence;

  @Column(name = "done_by")
  private String doneBy;

  @Column(name = "done_at")
  private Instant doneAt;

  @Column(name = "check_on")
  private LocalDate checkOn;

  @Column(name = "dropped_why")
  private String droppedWhy;

  protected CorrectiveAction() {}

  CorrectiveAction(PlanAction command, String who, Instant now) {
    id = Ids.next();
    problemId = command.problemId();
    what = command.what().strip();
    department = command.department().strip();
    owner = command.owner();
    dueOn = command.dueOn();
    status = ActionStatus.OPEN;
    round = 1;
    checkMonths = command.checkMonths();
    plannedBy = who;
    plannedAt = now;
  }

  /**
   * Done today; whether it helped is looked at when the cases of the months after have been
   * analysed, for a case counts once somebody has found its cause.
   */
  void complete(String evidenceOfIt, String who, Instant now, LocalDate today) {
    take(ActionStep.COMPLETE);
    evidence = evidenceOfIt.strip();
    doneBy = who;
    doneAt = now;
    checkOn = today.plusMonths(checkMonths).plusDays(1 + Effects.DAYS_TO_FIND_CAUSES);
  }

  void drop(String why) {
    take(ActionStep.DROP);
    droppedWhy = why.strip();
  }

  /**
   * Takes what was found. One that did not help is open again and has the days that it had before.
   *
   * @param daysAgain how long it may take this time
   */
  void found(boolean effective, LocalDate today, int daysAgain) {
    take(effective ? ActionStep.HELPED : ActionStep.DID_NOT_HELP);
    if (!effective) {
      round++;
      dueOn = today.plusDays(daysAgain);
    }
  }

  /**
   * @throws HeyiException {@link LearningError#CHECK_EARLY}, {@link LearningError#ACTION_STATUS}
   */
  void requireCheckable(LocalDate today) {
    if (status != ActionStatus.DONE) {
      throw new HeyiException(LearningError.ACTION_STATUS, status);
    }
    if (today.isBefore(checkOn)) {
      throw new HeyiException(LearningError.CHECK_EARLY, checkOn);
    }
  }

  /** Whether it is done and so long ago that its effect can be looked at. */
  boolean isCheckable(LocalDate today) {
    return status == ActionStatus.DONE && !today.isBefore(checkOn);
  }

  private void take(ActionStep step) {
    status =
        step.leadsFrom(status)
            .orElseThrow(() -> new HeyiException(LearningError.ACTION_STATUS, status));
  }

  void requireVersion(long expected) {
    SeenVersion.require(expected, version);
  }

  boolean isOpen() {
    return status == ActionStatus.OPEN;
  }

  boolean isDropped() {
    return status == ActionStatus.DROPPED;
  }

  /** Whether nothing more is to come of it. */
  boolean isOver() {
    return status == ActionStatus.EFFECTIVE || status == ActionStatus.DROPPED;
  }

  UUID id() {
    return id;
  }

  UUID problemId() {
    return problemId;
  }

  String owner() {
    return owner;
  }

  LocalDate dueOn() {
    return dueOn;
  }

  int round() {
    return round;
  }

  int checkMonths() {
    return checkMonths;
  }

  Instant doneAt() {
    return doneAt;
  }

  ActionView view(String problem, List<EffectView> effects, LocalDate today) {
    return new ActionView(
        id,
        problemId,
        problem,
        what,
        department,
        owner,
        dueOn,
        isOpen() && today.isAfter(dueOn),
        status,
        round,
        evidence,
        doneBy,
        doneAt,
        checkMonths,
        checkOn,
        droppedWhy,
        effects,
        version);
  }
}
