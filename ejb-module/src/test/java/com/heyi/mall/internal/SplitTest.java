package com.heyi.mall.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SplitTest {

  @Property
  void thePartsAddUpAndNoPartIsMoreThanItsWeight(
      @ForAll @Size(min = 1, max = 12) List<@LongRange(max = 1_000_000_000_000L) Long> weights,
      @ForAll @LongRange(max = 10_000) long share) {
    long whole = weights.stream().mapToLong(Long::longValue).sum();
    long amount =
        BigInteger.valueOf(whole)
            .multiply(BigInteger.valueOf(share))
            .divide(BigInteger.valueOf(10_000))
            .longValueExact();
    List<Long> parts = Split.of(amount, weights);
    assertThat(parts).hasSameSizeAs(weights);
    assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
    for (int at = 0; at < parts.size(); at++) {
      assertThat(parts.get(at)).isBetween(0L, weights.get(at));
    }
  }

  @Test
  void aCentThatCannotBeDividedGoesToOneLine() {
    assertThat(Split.of(100, List.of(100L, 100L, 100L))).containsExactly(33L, 33L, 34L);
    assertThat(Split.of(1, List.of(1L, 1L))).containsExactly(0L, 1L);
  }

  @Test
  void whatCostsNothingPaysNothing() {
    assertThat(Split.of(0, List.of(0L, 0L))).containsExactly(0L, 0L);
    assertThat(Split.of(5, List.of(0L, 5L, 0L))).containsExactly(0L, 5L, 0L);
  }

  @Test
  void noMoreIsSplitThanThereIs() {
    assertThatThrownBy(() -> Split.of(6, List.of(5L))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Split.of(-1, List.of(5L)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
