package com.heyi.mall.internal;

import com.heyi.mall.GrantView;
import com.heyi.mall.MallError;
import com.heyi.mall.MallTakeover;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/** Books what other apps owed their customers. */
@ApplicationScoped
public class LedgerTakeover implements MallTakeover {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private PointsDesk desk;
  @Inject private Clock clock;

  protected LedgerTakeover() {}

  LedgerTakeover(EntityManager em, PointsDesk desk, Clock clock) {
    this.em = em;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public GrantView takeOver(UUID customerId, Points points, LocalDate expiresOn, String reason) {
    LocalDate today = LocalDate.now(clock);
    if (expiresOn != null && expiresOn.isBefore(today)) {
      throw new HeyiException(MallError.POINTS_EXPIRY_PAST, expiresOn);
    }
    return desk.grant(customerId, points, reason, today, expiresOn);
  }

  @Override
  public Held heldBy(Collection<UUID> customers) {
    UUID[] ids = Sql.uuids(customers);
    return new Sql(em)
        .one(
            row -> new Held(Points.of(row.getLong("points")), row.getLong("orders")),
            "select (select coalesce(sum(remaining), 0)::bigint from mall.lot"
                + " where customer_id = any(?) and remaining > 0) as points,"
                + " (select count(*) from mall.customer_order where customer_id = any(?)"
                + " and stage in ('PLACED', 'CONFIRMED', 'PACKED', 'SHIPPED')) as orders",
            ids,
            ids)
        .orElseThrow();
  }
}
