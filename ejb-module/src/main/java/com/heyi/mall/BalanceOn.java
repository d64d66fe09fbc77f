package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a customer had at the end of a day, by the days for which entries count.
 *
 * @param customerId whose
 * @param on the day
 * @param balance points in all his lots; held and locked ones left out
 */
public record BalanceOn(UUID customerId, LocalDate on, long balance) implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
