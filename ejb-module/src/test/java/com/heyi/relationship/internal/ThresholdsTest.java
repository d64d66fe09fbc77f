package com.heyi.relationship.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.relationship.FlowDirection;
import com.heyi.relationship.FlowThresholdView;
import com.heyi.shared.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From how much on a manager is alerted, by direction, tier and day. */
class ThresholdsTest {
  private static final LocalDate DAY = LocalDate.of(2028, 2, 29);

  private final Thresholds thresholds =
      new Thresholds(
          List.of(
              set(FlowDirection.IN, null, DAY, "300.00"),
              set(FlowDirection.IN, null, DAY.minusDays(10), "200.00"),
              set(FlowDirection.IN, "GOLD", DAY.plusDays(1), null),
              set(FlowDirection.IN, "GOLD", DAY.minusDays(5), "900.00")));

  @Test
  void theNewestThatBeganHolds() {
    assertThat(thresholds.on(FlowDirection.IN, null, DAY)).contains(Money.cny("300.00"));
    assertThat(thresholds.on(FlowDirection.IN, null, DAY.minusDays(1)))
        .contains(Money.cny("200.00"));
    assertThat(thresholds.on(FlowDirection.IN, null, DAY.minusDays(11))).isEmpty();
  }

  @Test
  void aTiersOwnGoesBeforeThatOfEveryTierAndMayEndAlerts() {
    assertThat(thresholds.on(FlowDirection.IN, "GOLD", DAY)).contains(Money.cny("900.00"));
    assertThat(thresholds.on(FlowDirection.IN, "GOLD", DAY.minusDays(6)))
        .contains(Money.cny("200.00"));
    assertThat(thresholds.on(FlowDirection.IN, "GOLD", DAY.plusDays(1))).isEmpty();
    assertThat(thresholds.on(FlowDirection.IN, "ORDINARY", DAY)).contains(Money.cny("300.00"));
  }

  @Test
  void whatComesSaysNothingOfWhatGoes() {
    assertThat(thresholds.on(FlowDirection.OUT, null, DAY)).isEmpty();
  }

  private static FlowThresholdView set(
      FlowDirection direction, String tier, LocalDate from, String amount) {
    Money threshold = amount == null ? null : Money.cny(amount);
    return new FlowThresholdView(
        direction, tier, from, threshold, "零售业务部", Instant.EPOCH, "admin.li", false);
  }
}
