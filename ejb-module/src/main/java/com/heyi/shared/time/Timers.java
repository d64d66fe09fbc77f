package com.heyi.shared.time;

import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import java.time.Clock;
import java.time.LocalTime;
import java.util.TimeZone;
import org.slf4j.Logger;

/**
 * Sets timers by the bank's calendar and keeps timers alive. An annotation knows no setting, so a
 * timer that goes by the time of day is made here when its bean starts. The container ends a timer
 * whose method has thrown some times, and that in silence; so the work of every timer is done
 * through here.
 */
public final class Timers {
  private Timers() {}

  /**
   * Makes a timer that goes off every day at this time of the bank.
   *
   * @param timers those of the bean whose {@code @Timeout} method does the work
   * @param clock stands in the bank's zone
   * @param what what the work is; the timer's info
   */
  public static void everyDay(TimerService timers, Clock clock, LocalTime time, String what) {
    byCalendar(
        timers,
        clock,
        new ScheduleExpression()
            .hour(time.getHour())
            .minute(time.getMinute())
            .second(time.getSecond()),
        what);
  }

  /** The same for any time that the expression tells; the zone is set here. */
  public static void byCalendar(
      TimerService timers, Clock clock, ScheduleExpression when, String what) {
    // The old class spells offsets such as +08:00 as the container reads them.
    String zone = TimeZone.getTimeZone(clock.getZone()).getID();
    timers.createCalendarTimer(when.timezone(zone), new TimerConfig(what, false));
  }

  /**
   * Does the work, and logs at ERROR whatever goes wrong with it, so that the timer comes again.
   *
   * @param what what the work is, for the log
   * @param log the log of the one who works
   * @return whether it went well
   */
  public static boolean safely(String what, Logger log, Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException | Error e) {
      // Errors too: a class that cannot be loaded now must not end the timer for ever.
      log.error("Failed and is tried again next time: {}", what, e);
      return false;
    }
  }
}
