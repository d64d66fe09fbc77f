package com.heyi.shared.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GrowingPauseTest {
  private final GrowingPause pause =
      new GrowingPause(Duration.ofSeconds(30), Duration.ofMinutes(4));

  @Test
  void itIsTwiceAsLongEachTimeUpToTheLongest() {
    assertThat(pause.after(1)).isEqualTo(Duration.ofSeconds(30));
    assertThat(pause.after(2)).isEqualTo(Duration.ofMinutes(1));
    assertThat(pause.after(4)).as("just the longest").isEqualTo(Duration.ofMinutes(4));
    assertThat(pause.after(5)).isEqualTo(Duration.ofMinutes(4));
  }

  @Test
  void beforeTheFirstAttemptItIsTheFirst() {
    assertThat(pause.after(0)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void howeverOftenItFailsItStaysTheLongest() {
    assertThat(pause.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(4));
  }
}
