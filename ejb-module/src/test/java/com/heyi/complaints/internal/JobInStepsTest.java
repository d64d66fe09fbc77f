package com.heyi.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.LockTimeoutException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class JobInStepsTest {
  private final JobInSteps steps = new JobInSteps();
  private final UUID run = UUID.randomUUID();
  private final List<UUID> failed = new ArrayList<>();
  private int calls;

  @Test
  void allStepsAreDoneUntilNothingIsLeft() {
    assertThat(doAll(id -> ++calls < 3)).isEqualTo("DONE");
    assertThat(calls).isEqualTo(3);
  }

  @Test
  void aRunThatAnotherJobHoldsIsLeftToItAndDoesNotFail() {
    assertThat(
            doAll(
                id -> {
                  calls++;
                  throw heldByAnother();
                }))
        .isEqualTo("LEFT");
    assertThat(calls).isEqualTo(JobInSteps.ATTEMPTS);
    assertThat(failed).isEmpty();
  }

  @Test
  void aStepThatLostARaceOnceIsDoneAgain() {
    assertThat(
            doAll(
                id -> {
                  if (++calls == 1) {
                    throw heldByAnother();
                  }
                  return false;
                }))
        .isEqualTo("DONE");
    assertThat(calls).isEqualTo(2);
  }

  @Test
  void whatGoesWrongOtherwiseEndsTheRunAtOnce() {
    assertThat(
            doAll(
                id -> {
                  calls++;
                  throw new IllegalStateException("no model");
                }))
        .isEqualTo("FAILED");
    assertThat(calls).isEqualTo(1);
    assertThat(failed).containsExactly(run);
  }

  @Test
  void whoIsStoppedDoesNoFurtherStep() {
    assertThat(
            doAll(
                id -> {
                  calls++;
                  steps.stop();
                  return true;
                }))
        .isEqualTo("DONE");
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void aRunThatIsOverIsNotWorkedOn() {
    String status = steps.doAll("Work", run, id -> false, id -> ++calls < 3, failed::add);

    assertThat(status).isEqualTo("DONE");
    assertThat(calls).isZero();
  }

  @Test
  void aRunThatAnotherJobHoldsWhenThisOneBeginsIsLeftToIt() {
    String status =
        steps.doAll(
            "Work",
            run,
            id -> {
              throw heldByAnother();
            },
            id -> ++calls < 3,
            failed::add);

    assertThat(status).isEqualTo("LEFT");
    assertThat(calls).isZero();
    assertThat(failed).isEmpty();
  }

  private String doAll(Predicate<UUID> next) {
    return steps.doAll("Work", run, id -> true, next, failed::add);
  }

  private static RuntimeException heldByAnother() {
    return new LockTimeoutException(new SQLException("canceling statement", "55P03"));
  }
}
