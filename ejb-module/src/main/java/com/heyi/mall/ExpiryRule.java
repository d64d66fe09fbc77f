package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * How long points of a kind of grant last.
 *
 * @param kind which kind
 * @param validFrom first day of grants that it counts for
 * @param method how the last day is found
 * @param length days, months or years, by the method; 0 for never
 * @param source what the rule follows
 * @param setAt when it was set
 * @param setBy who set it
 */
public record ExpiryRule(
    GrantKind kind,
    LocalDate validFrom,
    ExpiryMethod method,
    int length,
    String source,
    Instant setAt,
    String setBy)
    implements Targeted {

  /** The last day on which points granted on a day can be used; null when they never expire. */
  public LocalDate lastDay(LocalDate grantedOn) {
    return switch (method) {
      case DAYS -> grantedOn.plusDays(length);
      case MONTH_END -> grantedOn.plusMonths(length).with(TemporalAdjusters.lastDayOfMonth());
      case YEAR_END -> LocalDate.of(grantedOn.getYear() + length - 1, 12, 31);
      case NEVER -> null;
    };
  }

  @Override
  public String auditTarget() {
    return "expiry-rule:" + kind;
  }
}
