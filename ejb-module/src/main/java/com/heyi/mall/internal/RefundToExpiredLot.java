package com.heyi.mall.internal;

import com.heyi.mall.RefundDecision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The rule for points of a cancelled line whose lot has expired since they were taken: restored for
 * some days in a lot of their own, or forfeited. The expired lot itself is never made to live
 * longer, and no point is restored twice: or whoever orders before its last day and cancels after
 * it would keep it for ever.
 */
@ApplicationScoped
public class RefundToExpiredLot {
  /** What the bank has decided for such points. */
  public enum Policy {
    RESTORE,
    FORFEIT
  }

  @Inject
  @ConfigProperty(name = "heyi.mall.refund.expired-lot", defaultValue = "RESTORE")
  private Policy policy;

  @Inject
  @ConfigProperty(name = "heyi.mall.refund.restore-days", defaultValue = "30")
  private int restoreDays;

  protected RefundToExpiredLot() {}

  RefundToExpiredLot(Policy policy, int restoreDays) {
    this.policy = policy;
    this.restoreDays = restoreDays;
  }

  RefundDecision decision(Lot lot) {
    return policy == Policy.RESTORE && !lot.restored()
        ? RefundDecision.RESTORED
        : RefundDecision.FORFEITED;
  }

  /** Last day of points restored today. */
  LocalDate restoredUntil(LocalDate today) {
    return today.plusDays(restoreDays);
  }
}
