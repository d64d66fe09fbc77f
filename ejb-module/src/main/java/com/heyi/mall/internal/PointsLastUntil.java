package com.heyi.mall.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The rule for the last day of points when a grant names none: the end of the month, a set number
 * of months later; never when that number is 0.
 */
@ApplicationScoped
public class PointsLastUntil {
  @Inject
  @ConfigProperty(name = "heyi.mall.points.valid-months", defaultValue = "24")
  private int months;

  protected PointsLastUntil() {}

  PointsLastUntil(int months) {
    this.months = months;
  }

  /** The last day, or null when they never expire. */
  LocalDate grantedOn(LocalDate day) {
    return months == 0 ? null : day.plusMonths(months).with(TemporalAdjusters.lastDayOfMonth());
  }
}
