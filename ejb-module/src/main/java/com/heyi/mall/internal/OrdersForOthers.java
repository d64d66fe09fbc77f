package com.heyi.mall.internal;

import com.heyi.mall.OrderDirectory;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Answers other modules' questions about orders. */
@ApplicationScoped
public class OrdersForOthers implements OrderDirectory {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected OrdersForOthers() {}

  OrdersForOthers(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<OrderRef> find(UUID orderId) {
    return new Sql(em)
        .one(
            row ->
                new OrderRef(
                    orderId,
                    row.getString("number"),
                    Sql.uuid(row, "customer_id"),
                    Sql.points(row, "total"),
                    row.getBoolean("nothing_left")),
            "select o.number, o.customer_id, o.total, not exists (select from mall.order_line l"
                + " where l.order_id = o.id and l.cancelled + l.returned < l.quantity)"
                + " as nothing_left from mall.customer_order o where o.id = ?",
            orderId);
  }
}
