package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A benefit.
 *
 * @param id the benefit
 * @param code by which people name it
 * @param name as customers read it
 * @param rhythm how often it may be taken
 * @param weekday the day, or null
 * @param template code of the coupon that it gives, or null
 * @param points points that it gives, or null
 * @param level code of the level that it takes, or null
 * @param branch home branch of the customers who may take it, or null
 * @param startsOn first day
 * @param endsOn last day
 */
public record BenefitView(
    UUID id,
    String code,
    String name,
    Rhythm rhythm,
    DayOfWeek weekday,
    String template,
    Points points,
    String level,
    String branch,
    LocalDate startsOn,
    LocalDate endsOn)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "benefit:" + id;
  }
}
