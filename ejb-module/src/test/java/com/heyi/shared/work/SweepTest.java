package com.heyi.shared.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class SweepTest {
  private static final Logger LOG = LoggerFactory.getLogger(SweepTest.class);

  private final List<Integer> due = new ArrayList<>();
  private final List<Integer> done = new ArrayList<>();

  @Test
  void nothingIsDoneWhenNothingIsDue() {
    assertThat(sweep()).isZero();
  }

  @Test
  void moreThanFitInOneLookAreAllDone() {
    IntStream.range(0, 2_500).forEach(due::add);
    assertThat(sweep()).isEqualTo(2_500);
    assertThat(due).isEmpty();
  }

  @Test
  void asManyAsFitInOneLookThatCannotBeDoneDoNotHideTheOneBehindThem() {
    IntStream.range(-1_000, 0).forEach(due::add);
    due.add(7);
    assertThat(sweep()).isEqualTo(1);
    assertThat(done).containsExactly(7);
    assertThat(due).hasSize(1_000);
  }

  @Test
  void whatFailsWithAnErrorKeepsNobodyEither() {
    due.addAll(List.of(Integer.MIN_VALUE, 7));
    assertThat(sweep()).isEqualTo(1);
    assertThat(done).containsExactly(7);
  }

  @Test
  void forWhomMoreIsDueHeIsAskedAgain() {
    List<Integer> twice = new ArrayList<>(List.of(1, 1, 2));
    long total =
        Sweep.<Integer>over(
            "test",
            LOG,
            most -> twice.stream().distinct().limit(most).toList(),
            one -> {
              twice.remove(one);
              return 1;
            });
    assertThat(total).isEqualTo(3);
  }

  private long sweep() {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            Sweep.<Integer>over(
                "test", LOG, most -> due.stream().limit(most).toList(), this::doOne));
  }

  private long doOne(Integer one) {
    if (one == Integer.MIN_VALUE) {
      throw new NoClassDefFoundError("cannot be loaded now");
    }
    if (one == -500) {
      throw new IllegalStateException("cannot be done");
    }
    if (one < 0) {
      return 0;
    }
    due.remove(one);
    done.add(one);
    return 1;
  }
}
