package com.heyi.family.internal;

import com.heyi.family.FamilyError;
import com.heyi.family.HouseholdView;
import com.heyi.family.SetTask;
import com.heyi.family.TaskStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/** What a guardian asks of a child: set, done, approved, and only then paid. */
@Entity
@Audited
@Table(schema = "family", name = "task")
public class ChildTask {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "household_id", updatable = false)
  private UUID householdId;

  @Column(name = "guardian_id", updatable = false)
  private UUID guardianId;

  @Column(name = "child_id", updatable = false)
  private UUID childId;

  @Column(updatable = false)
  @NotAudited
  private String title;

  @Convert(converter = CnyConverter.class)
  @Column(updatable = false)
  private Money reward;

  @Column(name = "from_account", updatable = false)
  private UUID fromAccount;

  @Column(name = "to_account", updatable = false)
  private UUID toAccount;

  @Enumerated(EnumType.STRING)
  private TaskStatus status;

  @Column(name = "set_at", updatable = false)
  private Instant setAt;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "movement_id")
  private UUID movementId;

  protected ChildTask() {}

  static ChildTask set(SetTask command, Instant now) {
    ChildTask task = new ChildTask();
    task.id = Ids.next();
    task.householdId = command.householdId();
    task.guardianId = command.guardianId();
    task.childId = command.childId();
    task.title = command.title().strip();
    task.reward = command.reward();
    task.fromAccount = command.fromAccount();
    task.toAccount = command.toAccount();
    task.status = TaskStatus.SET;
    task.setAt = now;
    return task;
  }

  /** The child says that it is done. */
  void markDone(long expectedVersion) {
    leave(expectedVersion, TaskStatus.SET, TaskStatus.DONE);
  }

  /** It is not done yet. */
  void giveBack(long expectedVersion) {
    leave(expectedVersion, TaskStatus.DONE, TaskStatus.SET);
  }

  /**
   * @throws HeyiException {@link FamilyError#TASK_STATUS}, {@link CommonError#VERSION_MOVED}
   */
  void requireDone(long expectedVersion) {
    require(expectedVersion, TaskStatus.DONE);
  }

  /** A guardian agrees, and the reward has moved. */
  void approve(UUID movement, Instant now) {
    require(version, TaskStatus.DONE);
    status = TaskStatus.APPROVED;
    movementId = movement;
    decidedAt = now;
  }

  /** It is no longer asked for. */
  void cancel(long expectedVersion, Instant now) {
    leave(
        expectedVersion, status == TaskStatus.DONE ? status : TaskStatus.SET, TaskStatus.CANCELLED);
    decidedAt = now;
  }

  /** Ends it because the child has left, if it is not over already. */
  void end(Instant now) {
    if (status == TaskStatus.SET || status == TaskStatus.DONE) {
      status = TaskStatus.CANCELLED;
      decidedAt = now;
    }
  }

  private void leave(long expectedVersion, TaskStatus from, TaskStatus to) {
    require(expectedVersion, from);
    status = to;
  }

  private void require(long expectedVersion, TaskStatus wanted) {
    SeenVersion.require(expectedVersion, version);
    if (status != wanted) {
      throw new HeyiException(FamilyError.TASK_STATUS, status);
    }
  }

  /** Whether he asks for it or does it. */
  boolean concerns(UUID customerId) {
    return guardianId.equals(customerId) || childId.equals(customerId);
  }

  UUID householdId() {
    return householdId;
  }

  UUID childId() {
    return childId;
  }

  String title() {
    return title;
  }

  Money reward() {
    return reward;
  }

  UUID fromAccount() {
    return fromAccount;
  }

  UUID toAccount() {
    return toAccount;
  }

  HouseholdView.Task view() {
    return new HouseholdView.Task(
        id, version, guardianId, childId, title, reward, status, setAt, decidedAt, movementId);
  }
}
