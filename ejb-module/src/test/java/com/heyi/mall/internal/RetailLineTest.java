package com.heyi.mall.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetailLineTest {

  @ParameterizedTest
  @CsvSource({"2.55, 255", "0, 0", "0.001, 0", "0.004, 0", "0.005, 1", "38970, 3897000"})
  void aPennyIsAPointAndLessThanAPennyIsRoundedHalfUp(BigDecimal price, long points) {
    assertThat(RetailLine.points(price).amount()).isEqualTo(points);
  }
}
