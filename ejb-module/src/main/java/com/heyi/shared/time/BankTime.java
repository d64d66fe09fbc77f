package com.heyi.shared.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Provides the clock of the whole system, in the bank's time zone. */
@ApplicationScoped
public class BankTime {

  @Inject
  @ConfigProperty(name = "heyi.zone", defaultValue = "Asia/Shanghai")
  private String zone;

  protected BankTime() {}

  BankTime(String zone) {
    this.zone = zone;
  }

  /**
   * The only source of time; tests put a fixed one in its place. It ticks in microseconds, as
   * finely as PostgreSQL keeps time, so that an answer tells the same moment as a later reading.
   */
  @Produces
  @Dependent
  Clock clock() {
    return Clock.tick(Clock.system(ZoneId.of(zone)), Duration.ofNanos(1000));
  }
}
