package com.heyi.shared.work;

import static com.heyi.shared.work.HandOver.Step.ASIDE;
import static com.heyi.shared.work.HandOver.Step.CLOSED;
import static com.heyi.shared.work.HandOver.Step.FAILS;
import static com.heyi.shared.work.HandOver.Step.NONE;
import static com.heyi.shared.work.HandOver.Step.WORKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.work.HandOver.Step;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class HandOverTest {
  private static final Logger LOG = LoggerFactory.getLogger(HandOverTest.class);

  private final Queue<Step> due = new ArrayDeque<>();

  @Test
  void itEndsWhenNothingIsDue() {
    due.addAll(List.of(WORKS, WORKS));
    assertThat(handOver()).isEqualTo(2);
    assertThat(handOver()).isZero();
  }

  @Test
  void whatGoesAsideIsNotHandedOverAndKeepsNothing() {
    due.addAll(List.of(ASIDE, WORKS, ASIDE, FAILS));
    assertThat(handOver()).isEqualTo(2);
    assertThat(due).isEmpty();
  }

  @Test
  void anEndpointThatTakesNothingIsLeftAloneAtOnce() {
    due.addAll(List.of(WORKS, CLOSED, WORKS));
    assertThat(handOver()).isEqualTo(2);
    assertThat(due).containsExactly(WORKS);
  }

  @Test
  void fiveFailuresInARowLeaveItAlone() {
    due.addAll(Collections.nCopies(6, FAILS));
    assertThat(handOver()).isEqualTo(5);
    assertThat(due).hasSize(1);
  }

  @Test
  void oneThatIsTakenBetweenFailuresBeginsTheRowAnew() {
    due.addAll(Collections.nCopies(4, FAILS));
    due.add(WORKS);
    due.addAll(Collections.nCopies(4, FAILS));
    assertThat(handOver()).isEqualTo(9);
  }

  @Test
  void whatGoesAsideBetweenFailuresDoesNot() {
    due.addAll(Collections.nCopies(4, FAILS));
    due.add(ASIDE);
    due.addAll(Collections.nCopies(4, FAILS));
    assertThat(handOver()).isEqualTo(5);
  }

  @Test
  void aRunDealsWithFiveHundredWhateverComesOfThem() {
    due.addAll(Collections.nCopies(250, ASIDE));
    due.addAll(Collections.nCopies(251, WORKS));
    assertThat(handOver()).isEqualTo(250);
    assertThat(due).hasSize(1);
  }

  private int handOver() {
    return HandOver.all("tests", LOG, () -> due.isEmpty() ? NONE : due.remove());
  }
}
