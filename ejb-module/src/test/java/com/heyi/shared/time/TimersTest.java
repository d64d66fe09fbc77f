package com.heyi.shared.time;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class TimersTest {
  private static final Logger LOG = LoggerFactory.getLogger(TimersTest.class);

  private ScheduleExpression set;
  private TimerConfig config;
  private final TimerService timers =
      (TimerService)
          Proxy.newProxyInstance(
              TimersTest.class.getClassLoader(),
              new Class<?>[] {TimerService.class},
              (proxy, method, args) -> {
                assertThat(method.getName()).isEqualTo("createCalendarTimer");
                set = (ScheduleExpression) args[0];
                config = (TimerConfig) args[1];
                return null;
              });

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

  @Test
  void aNightlyTimerGoesByTheZoneThatIsConfigured() {
    Clock lisbon = new BankTime("Europe/Lisbon").clock();

    Timers.everyDay(timers, lisbon, LocalTime.of(3, 17), "purge");

    assertThat(set.getTimezone()).isEqualTo("Europe/Lisbon");
    assertThat(set.getHour()).isEqualTo("3");
    assertThat(set.getMinute()).isEqualTo("17");
    assertThat(set.getSecond()).isEqualTo("0");
    assertThat(set.getDayOfWeek()).isEqualTo("*");
    assertThat(config.getInfo()).isEqualTo("purge");
    assertThat(config.isPersistent()).as("kept over a restart").isFalse();
  }

  @Test
  void soDoesOneOfAWeekdayAndAZoneThatIsButAnOffsetIsSpelledForTheContainer() {
    Clock offset = new BankTime("+08:00").clock();

    Timers.byCalendar(
        timers, offset, new ScheduleExpression().dayOfWeek("Sun").hour(2).minute(30), "learn");

    assertThat(set.getTimezone()).isEqualTo("GMT+08:00");
    assertThat(set.getDayOfWeek()).isEqualTo("Sun");
    assertThat(set.getHour()).isEqualTo("2");
  }

  private static void fail(RuntimeException e) {
    throw e;
  }
}
