package com.heyi.mall.internal;

import com.heyi.mall.AdvanceOrder;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderMoved;
import com.heyi.mall.OrderStage;
import com.heyi.mall.OrderStep;
import com.heyi.mall.ShipOrder;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Brings orders from being placed to being delivered. Each step holds the order's row, which a
 * cancellation holds too: of shipping and cancelling at one moment, the second sees the first.
 */
@ApplicationScoped
public class OrderLife {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Event<OrderMoved> moved;

  protected OrderLife() {}

  OrderLife(EntityManager em, Clock clock, Event<OrderMoved> moved) {
    this.em = em;
    this.clock = clock;
    this.moved = moved;
  }

  /**
   * Takes a step that needs nothing said.
   *
   * @param step CONFIRM, PACK or DELIVER
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#ORDER_WRONG_STEP}
   */
  public void advance(AdvanceOrder command, OrderStep step) {
    take(command.orderId(), command.version(), step, null, null);
  }

  /**
   * @throws HeyiException as {@link #advance}
   */
  public void ship(ShipOrder command) {
    take(
        command.orderId(),
        command.version(),
        OrderStep.SHIP,
        command.carrier().strip(),
        command.trackingNumber().strip());
    ChangeLog.note("order", command.orderId(), "carrier", null, command.carrier().strip());
    ChangeLog.note(
        "order", command.orderId(), "trackingNumber", null, command.trackingNumber().strip());
  }

  private record Stand(String number, UUID customerId, OrderStage stage, long version) {}

  private void take(UUID orderId, long seen, OrderStep step, String carrier, String tracking) {
    Sql sql = new Sql(em);
    Stand stand =
        sql.one(
                row ->
                    new Stand(
                        row.getString("number"),
                        Sql.uuid(row, "customer_id"),
                        OrderStage.valueOf(row.getString("stage")),
                        row.getLong("version")),
                "select number, customer_id, stage, version from mall.customer_order where id = ?"
                    + " for no key update",
                orderId)
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, String.valueOf(orderId)));
    SeenVersion.require(seen, stand.version());
    OrderStage after =
        step.leadsFrom(stand.stage())
            .orElseThrow(
                () ->
                    new HeyiException(
                        MallError.ORDER_WRONG_STEP, stand.number(), step, stand.stage()));
    Instant now = clock.instant();
    sql.write(
        "insert into mall.order_step (order_id, step, leads_to, carrier, tracking_number, taken_at,"
            + " taken_by) values (?, ?, ?, ?, ?, ?, ?)",
        orderId,
        step,
        after,
        carrier,
        tracking,
        now,
        CallContext.current().user());
    sql.write(
        "update mall.customer_order set stage = ?, version = version + 1,"
            + " delivered_at = coalesce(?::timestamptz, delivered_at) where id = ?",
        after,
        after == OrderStage.DELIVERED ? now : null,
        orderId);
    ChangeLog.note("order", orderId, "stage", stand.stage(), after);
    moved.fire(new OrderMoved(orderId, stand.customerId(), after));
  }
}
