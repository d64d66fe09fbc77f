package com.heyi.giftcards;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How long gift cards last and how much they may hold, from a day on.
 *
 * @param validFrom first day of issue for which it counts
 * @param months months from the day of issue to the last day
 * @param refundDays how long an expired card lasts again when money comes back to it
 * @param most the most that a card may be issued for
 * @param source the rule that it follows
 * @param setAt when it was set
 * @param setBy who set it
 */
public record CardRule(
    LocalDate validFrom,
    int months,
    int refundDays,
    Money most,
    String source,
    Instant setAt,
    String setBy)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "gift-card-rule:" + validFrom;
  }

  /** The last day of a card that is issued on this day: the end of a month stays one. */
  public LocalDate lastDay(LocalDate issuedOn) {
    return issuedOn.plusMonths(months);
  }
}
