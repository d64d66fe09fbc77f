package com.heyi.shared.time;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class TimersTest {
  private static final Logger LOG = LoggerFactory.getLogger(TimersTest.class);

  @Test
  void workThatGoesWellIsDone() {
    StringBuilder done = new StringBuilder();

    assertThat(Timers.safely("count", LOG, () -> done.append("once"))).isTrue();
    assertThat(done).hasToString("once");
  }

  @Test
  void whateverGoesWrongDoesNotReachTheContainer() {
    assertThat(Timers.safely("fail", LOG, () -> fail(new EJBException("database is away"))))
        .isFalse();
    assertThat(Timers.safely("fail", LOG, () -> fail(new IllegalStateException()))).isFalse();
    assertThat(
            Timers.safely(
                "fail",
                LOG,
                () -> {
                  throw new NoClassDefFoundError("gone");
                }))
        .isFalse();
  }

  private static void fail(RuntimeException e) {
    throw e;
  }
}
