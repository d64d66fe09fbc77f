package com.heyi.learning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.learning.internal.AnActionHelpedWhenFewerComplain.Cases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnActionHelpedWhenFewerComplainTest {
  @ParameterizedTest
  @CsvSource({
    "10, 2, 9, 1, true",
    "10, 2, 10, 0, false",
    "10, 2, 5, 1, true",
    "10, 2, 5, 2, false",
    "10, 0, 9, 1, false",
    "10, 0, 9, 0, true",
    "10, 5, 0, 0, true",
    "0, 0, 0, 0, true",
    "0, 0, 1, 0, false",
    "3000000000, 1000000000, 2999999999, 999999999, true"
  })
  void itHelpedWhenFewerCasesCameAndNoLargerShareOfThemAgain(
      long before, long repeatsBefore, long after, long repeatsAfter, boolean helped) {
    assertThat(
            AnActionHelpedWhenFewerComplain.holds(
                new Cases(before, repeatsBefore), new Cases(after, repeatsAfter)))
        .isEqualTo(helped);
  }
}
