package com.heyi.complaints.internal;

import com.heyi.complaints.AskDepartment;
import com.heyi.complaints.CallOutcome;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.PromiseCall;
import com.heyi.complaints.TaskKind;
import com.heyi.complaints.TaskView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.value.AccountName;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;

/**
 * What is to be done for a case beside its steps: a department or a branch is asked for something,
 * or the complainant was promised a call. Done once; who is tried again gets a call of its own.
 */
@Entity
@Audited
@Table(schema = "complaints", name = "task")
public class CaseTask {
  @Id private UUID id;
  @Version private int version;

  @Column(name = "complaint_id", updatable = false)
  private UUID complaintId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private TaskKind kind;

  @Column(updatable = false)
  private String department;

  @Column(updatable = false)
  private String branch;

  @Column(updatable = false)
  private String owner;

  @Personal
  @Column(updatable = false)
  private String ask;

  @Column(name = "due_on", updatable = false)
  private LocalDate dueOn;

  @Column(name = "call_at", updatable = false)
  private Instant callAt;

  @Column(name = "asked_by", updatable = false)
  private String askedBy;

  @Column(name = "asked_at", updatable = false)
  private Instant askedAt;

  @Personal private String answer;

  @Enumerated(EnumType.STRING)
  private CallOutcome outcome;

  @Column(name = "done_by")
  private String doneBy;

  @Column(name = "done_at")
  private Instant doneAt;

  protected CaseTask() {}

  private CaseTask(TaskKind kind, UUID complaintId, String ask, LocalDate dueOn, Actor actor) {
    this.id = Ids.next();
    this.kind = kind;
    this.complaintId = complaintId;
    this.ask = ask;
    this.dueOn = dueOn;
    this.askedBy = actor.user();
    this.askedAt = actor.now();
  }

  static CaseTask asked(AskDepartment command, Actor actor) {
    CaseTask task =
        new CaseTask(TaskKind.ASK, command.complaintId(), command.ask(), command.dueOn(), actor);
    task.department = command.department().strip();
    task.branch = filled(command.branch());
    task.owner = AccountName.orNone(command.owner());
    return task;
  }

  /**
   * @param day the day of the call in the bank's zone
   */
  static CaseTask promised(PromiseCall command, LocalDate day, Actor actor) {
    CaseTask task =
        new CaseTask(TaskKind.CALL, command.complaintId(), filled(command.about()), day, actor);
    task.callAt = command.callAt();
    task.branch = filled(command.branch());
    task.owner = AccountName.orNone(command.owner());
    return task;
  }

  void answer(String words, Actor actor) {
    end(TaskKind.ASK, words, actor);
  }

  void called(CallOutcome cameOf, String words, Actor actor) {
    end(TaskKind.CALL, words, actor);
    outcome = cameOf;
  }

  private void end(TaskKind as, String words, Actor actor) {
    if (kind != as) {
      throw new HeyiException(ComplaintError.TASK_KIND, kind);
    }
    if (doneAt != null) {
      throw new HeyiException(ComplaintError.TASK_DONE);
    }
    answer = words;
    doneBy = actor.user();
    doneAt = actor.now();
  }

  /** The same call at another time. */
  PromiseCall again(Instant at) {
    return new PromiseCall(complaintId, at, branch, owner, ask);
  }

  /** Whether a member of the staff was asked by his name, and this is he. */
  boolean asks(Actor actor) {
    return kind == TaskKind.ASK && isOf(actor);
  }

  /**
   * Lets him end it whose it is, or who stands in for him; what was asked of a branch and nobody
   * there by name, whoever is of the branch; what is nobody's, anybody.
   *
   * @throws HeyiException {@link ComplaintError#TASK_OF_ANOTHER}, {@link
   *     ComplaintError#TASK_OF_BRANCH}
   */
  void requireIsFor(Actor actor) {
    if (owner != null) {
      if (!isOf(actor) && !actor.handles().contains(owner)) {
        throw new HeyiException(ComplaintError.TASK_OF_ANOTHER, owner);
      }
    } else if (branch != null && !branch.equals(actor.branch())) {
      throw new HeyiException(ComplaintError.TASK_OF_BRANCH, branch);
    }
  }

  private boolean isOf(Actor actor) {
    return owner != null && owner.equals(AccountName.of(actor.user()));
  }

  UUID complaintId() {
    return complaintId;
  }

  String branch() {
    return branch;
  }

  TaskView view(String number, Clock clock) {
    return new TaskView(
        id,
        complaintId,
        number,
        kind,
        department,
        branch,
        owner,
        ask,
        dueOn,
        callAt,
        doneAt == null && isLate(clock),
        askedBy,
        askedAt,
        answer,
        outcome,
        doneBy,
        doneAt,
        version);
  }

  private boolean isLate(Clock clock) {
    return callAt == null ? LocalDate.now(clock).isAfter(dueOn) : clock.instant().isAfter(callAt);
  }

  private static String filled(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
