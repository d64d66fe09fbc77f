package com.heyi.mall.internal;

import com.heyi.mall.PointsGifts;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Gifts of points for the tests of other modules: the real ones, heard by nobody. */
public final class Gifts {
  private Gifts() {}

  public static PointsGifts within(EntityManager em, Clock clock) {
    return new LedgerGifts(
        em,
        new PointsDesk(em, clock, new ExpiryRules(em, clock), new MallFixture.Unheard<>()),
        clock,
        new KnownCustomers());
  }
}
