package com.heyi.shared.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {
  /** 80 of 100 is the reference case of the domain rules: 71.1 to 86.7 %. */
  @ParameterizedTest
  @CsvSource({"80, 100, 711, 867", "3, 5, 231, 882", "0, 5, 0, 434", "5, 5, 566, 1000"})
  void theIntervalIs(long yes, long all, int from, int to) {
    assertThat(WilsonInterval.of(yes, all)).isEqualTo(new WilsonInterval(from, to));
  }

  @Property
  void theShareLiesWithinAndMoreAnswersNarrowIt(
      @ForAll @LongRange(min = 0, max = 1_000_000) long yes,
      @ForAll @LongRange(min = 0, max = 1_000_000) long no) {
    long all = yes + no;
    if (all == 0) {
      return;
    }
    WilsonInterval some = WilsonInterval.of(yes, all);
    WilsonInterval many = WilsonInterval.of(10 * yes, 10 * all);
    assertThat(Math.round(1000.0 * yes / all)).isBetween((long) some.from(), (long) some.to());
    assertThat(many.to() - many.from()).isLessThanOrEqualTo(some.to() - some.from());
  }

  @Test
  void nobodyAskedHasNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(6, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(-1, 5));
  }
}
