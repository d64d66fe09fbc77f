package com.heyi.learning.internal;

import com.heyi.learning.ChangeProblem;
import com.heyi.learning.LearningError;
import com.heyi.learning.OpenProblem;
import com.heyi.learning.ProblemRow;
import com.heyi.learning.ProblemStatus;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** A systemic problem. Its actions bring it on; a person closes it. */
@Entity
@Audited
@Table(schema = "learning", name = "problem")
public class Problem {
  @Id private UUID id;
  @Version private int version;

  @Column(updatable = false)
  private String number;

  private String title;
  private String description;
  private String owner;
  private String cause;

  @Enumerated(EnumType.STRING)
  private ProblemStatus status;

  @Column(name = "opened_by", updatable = false)
  private String openedBy;

  @Column(name = "opened_at", updatable = false)
  private Instant openedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  private String conclusion;

  protected Problem() {}

  Problem(OpenProblem command, String number, String who, Instant now) {
    this.id = Ids.next();
    this.number = number;
    this.title = command.title().strip();
    this.description = command.description();
    this.owner = command.owner();
    this.cause = command.cause();
    this.status = ProblemStatus.OPEN;
    this.openedBy = who;
    this.openedAt = now;
  }

  void change(ChangeProblem command) {
    require(ProblemStatus.OPEN, ProblemStatus.IN_HAND, ProblemStatus.WATCHED);
    title = command.title().strip();
    description = command.description();
    owner = command.owner();
    cause = command.cause();
  }

  /** Something is mended against it. */
  void planned() {
    require(ProblemStatus.OPEN, ProblemStatus.IN_HAND, ProblemStatus.WATCHED);
    status = ProblemStatus.IN_HAND;
  }

  /**
   * Follows its actions: in hand while one is open, else watched, or open when all were dropped.
   */
  void follow(Collection<CorrectiveAction> actions) {
    require(ProblemStatus.OPEN, ProblemStatus.IN_HAND, ProblemStatus.WATCHED);
    if (actions.stream().anyMatch(CorrectiveAction::isOpen)) {
      status = ProblemStatus.IN_HAND;
    } else if (actions.stream().allMatch(CorrectiveAction::isDropped)) {
      status = ProblemStatus.OPEN;
    } else {
      status = ProblemStatus.WATCHED;
    }
  }

  /** Closed when every action helped or was dropped, or when nothing was to be done. */
  void close(String why, Collection<CorrectiveAction> actions, Instant now) {
    require(ProblemStatus.OPEN, ProblemStatus.WATCHED);
    if (!actions.stream().allMatch(CorrectiveAction::isOver)) {
      throw new HeyiException(LearningError.ACTIONS_OPEN);
    }
    status = ProblemStatus.CLOSED;
    conclusion = why.strip();
    closedAt = now;
  }

  void reopen() {
    require(ProblemStatus.CLOSED);
    status = ProblemStatus.OPEN;
    closedAt = null;
  }

  /**
   * @throws HeyiException {@link LearningError#PROBLEM_STATUS}
   */
  void require(ProblemStatus... allowed) {
    if (!Arrays.asList(allowed).contains(status)) {
      throw new HeyiException(LearningError.PROBLEM_STATUS, status);
    }
  }

  void requireVersion(long expected) {
    SeenVersion.require(expected, version);
  }

  UUID id() {
    return id;
  }

  int version() {
    return version;
  }

  String number() {
    return number;
  }

  String description() {
    return description;
  }

  String owner() {
    return owner;
  }

  String cause() {
    return cause;
  }

  ProblemStatus status() {
    return status;
  }

  String openedBy() {
    return openedBy;
  }

  String conclusion() {
    return conclusion;
  }

  ProblemRow row(long cases, long openActions) {
    return new ProblemRow(
        id, number, title, owner, cause, status, cases, openActions, openedAt, closedAt);
  }
}
