package com.heyi.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private static final Instant LATE = Instant.parse("2026-03-01T20:30:15Z");
  private final Formats formats = new Formats(Clock.fixed(LATE, ZoneId.of("Asia/Shanghai")));

  @Test
  void momentsAreToldInTheBanksZone() throws Exception {
    assertThat(in(Locale.SIMPLIFIED_CHINESE, () -> formats.time(LATE)))
        .isEqualTo("2026-03-02 04:30");
    assertThat(in(Locale.ENGLISH, () -> formats.precise(LATE))).isEqualTo("2 Mar 2026 04:30:15");
    assertThat(formats.day(LATE)).isEqualTo("2026-03-02");
    assertThat(formats.day(LocalDate.of(2026, 1, 5))).isEqualTo("2026-01-05");
  }

  @Test
  void amountsAreGroupedAndSigned() {
    assertThat(formats.points(Points.of(1_234_567))).isEqualTo("1,234,567");
    assertThat(formats.points(-1500L)).isEqualTo("−1,500");
    assertThat(formats.money(Money.cny("1234567.8"))).isEqualTo("¥1,234,567.80");
    assertThat(formats.money(Money.cny("-3"))).isEqualTo("−¥3.00");
    assertThat(formats.money(new Money(BigDecimal.TEN, Currency.getInstance("JPY"))))
        .isEqualTo("JPY 10");
  }

  @Test
  void nothingIsEmptyText() {
    assertThat(formats.time(null)).isEmpty();
    assertThat(formats.day(null)).isEmpty();
    assertThat(formats.points(null)).isEmpty();
    assertThat(formats.money(null)).isEmpty();
    assertThat(formats.number(null)).isEmpty();
  }

  private static <T> T in(Locale locale, Callable<T> work) throws Exception {
    Caller caller =
        new Caller("chen", null, Set.of(), null, null, "request-1", Channel.PAGE, null, locale);
    return CallContext.callAs(caller, work);
  }
}
