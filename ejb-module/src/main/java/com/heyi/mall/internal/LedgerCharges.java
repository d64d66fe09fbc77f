package com.heyi.mall.internal;

import com.heyi.mall.PointsCharges;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Charges points by a hold that is posted at once, so that the books know no second way. */
@ApplicationScoped
public class LedgerCharges implements PointsCharges {
  private Holds holds;
  private Clock clock;

  protected LedgerCharges() {}

  @Inject
  LedgerCharges(Holds holds, Clock clock) {
    this.holds = holds;
    this.clock = clock;
  }

  @Override
  public UUID charge(UUID customerId, String branch, Points points, String reason) {
    UUID hold =
        holds.place(
            customerId, branch, points, clock.instant().plus(Duration.ofMinutes(1)), reason);
    return holds.post(hold, points, reason);
  }
}
