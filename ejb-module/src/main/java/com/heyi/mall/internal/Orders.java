package com.heyi.mall.internal;

import com.heyi.mall.MallError;
import com.heyi.mall.OrderPlaced;
import com.heyi.mall.OrderStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Places orders: points, goods and books in one transaction. Used by the facade and by the replay
 * of another shop's orders alike; {@link OrderRefunds} is the way back.
 *
 * <p>The order of locks is always: the customer's points account, the order, then the items. Two
 * orders can therefore never wait for each other in a ring. (A replay holds several customers'
 * orders in one transaction; should it ever collide with somebody's order, the database ends one of
 * the two, which is done again.)
 */
@ApplicationScoped
public class Orders {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Ledger ledger;
  @Inject private Holds holds;
  @Inject private Stock stock;
  @Inject private Till till;
  @Inject private Event<OrderPlaced> placed;

  protected Orders() {}

  Orders(EntityManager em, Clock clock, Till till, Event<OrderPlaced> placed) {
    this.em = em;
    this.clock = clock;
    this.ledger = new Ledger(em, clock);
    this.holds = new Holds(em, clock, Duration.ofDays(7));
    this.stock = new Stock(em, clock);
    this.till = till;
    this.placed = placed;
  }

  /**
   * Redeems points for goods, and takes the money that they cost beside them.
   *
   * @return id of the new order
   * @throws HeyiException {@link MallError#ORDER_EMPTY}, {@link MallError#ORDER_TOO_LARGE}, {@link
   *     MallError#POINTS_INSUFFICIENT}, {@link MallError#STOCK_INSUFFICIENT}, and as {@link
   *     Till#take}
   */
  UUID place(OrderDraft draft) {
    Points total = draft.total();
    Till.requireAgreed(draft.cash(), draft.pay());
    LocalDate day = day(draft.placedAt());
    Ledger.Held held = ledger.hold(draft.customerId(), day);
    requireWithinLimits(draft);
    held.wallet().requireUsable(total);
    List<Entry.LinePayment> paid =
        draft.lines().stream()
            .map(line -> new Entry.LinePayment(line.id(), held.wallet().take(line.total())))
            .toList();
    UUID orderId = Ids.next();
    write(orderId, draft, total);
    ledger.write(held, Entry.redeem(draft.customerId(), orderId, day, paid));
    if (!draft.cash().isZero()) {
      till.take(
          Till.Bill.ofOrder(
              orderId,
              draft.customerId(),
              draft.lines().stream().map(OrderDraft.Line::name).toList(),
              draft.lines().stream().map(OrderDraft.Line::cashTotal).toList()),
          draft.pay());
    }
    List<Stock.Movement> sold = draft.lines().stream().map(Orders::sold).toList();
    if (draft.receipt() == null) {
      stock.move(sold);
    } else {
      stock.moveReceivingWhatLacks(sold, draft.receipt());
    }
    placed.fire(new OrderPlaced(orderId, draft.customerId()));
    return orderId;
  }

  /**
   * Places an order with what a checkout has set aside.
   *
   * @param checkoutId what has reserved the pieces
   * @param holdId what holds the points, or null when it costs none
   * @return id of the new order
   * @throws HeyiException {@link MallError#HOLD_RESOLVED}
   */
  UUID placeReserved(OrderDraft draft, UUID checkoutId, UUID holdId) {
    UUID orderId = Ids.next();
    if (holdId == null) {
      LocalDate day = day(draft.placedAt());
      Ledger.Held held = ledger.hold(draft.customerId(), day);
      write(orderId, draft, Points.ZERO);
      ledger.write(held, Entry.redeem(draft.customerId(), orderId, day, List.of()));
    } else {
      write(orderId, draft, draft.total());
      holds.post(
          holdId,
          orderId,
          draft.lines().stream()
              .map(line -> new PointsHold.Wanted(line.id(), line.total()))
              .toList());
    }
    stock.move(
        draft.lines().stream()
            .flatMap(
                line ->
                    Stream.of(
                        Stock.Movement.reserving(
                            line.itemId(), Stock.Kind.RELEASED, line.quantity(), checkoutId),
                        sold(line)))
            .toList());
    placed.fire(new OrderPlaced(orderId, draft.customerId()));
    return orderId;
  }

  private static Stock.Movement sold(OrderDraft.Line line) {
    return new Stock.Movement(
        line.itemId(), Stock.Kind.REDEEMED, -line.quantity(), line.id(), null);
  }

  private void requireWithinLimits(OrderDraft draft) {
    if (!draft.limits().byItem().isEmpty()) {
      Map<UUID, Long> wanted = new LinkedHashMap<>();
      draft.lines().forEach(line -> wanted.merge(line.itemId(), line.quantity(), Math::addExact));
      new PurchaseLimits(em, clock).require(draft.limits(), wanted);
    }
  }

  private void write(UUID orderId, OrderDraft draft, Points total) {
    Sql sql = new Sql(em);
    Instant now = clock.instant();
    sql.write(
        "insert into mall.customer_order (id, number, external_ref, of_ended_app, customer_id,"
            + " branch, status, total, cash, returned, placed_at, recorded_at, placed_by, version)"
            + " select ?, ? || lpad(n.v, greatest(6, length(n.v)), '0'), ?, ?, ?, ?, ?, ?, ?, 0, ?,"
            + " ?, ?, 0 from (select nextval('mall.order_number')::text as v) n",
        orderId,
        "M" + DAY.format(now.atZone(clock.getZone())) + "-",
        draft.externalRef(),
        draft.ofEndedApp(),
        draft.customerId(),
        draft.branch(),
        OrderStatus.PLACED,
        total,
        Fen.kept(draft.cash()),
        draft.placedAt(),
        now,
        CallContext.current().user());
    List<OrderDraft.Line> lines = draft.lines();
    sql.write(
        "insert into mall.order_line (id, order_id, line_no, item_id, sku, name, price, quantity,"
            + " reduced, price_id, cash, cancelled) select l.id, ?, l.line_no, l.item_id, l.sku,"
            + " l.name, l.price, l.quantity, l.reduced, l.price_id, l.cash, 0"
            + " from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " as l (id, line_no, item_id, sku, name, price, quantity, reduced, price_id, cash)",
        orderId,
        Sql.uuids(lines, OrderDraft.Line::id),
        Sql.numbers(lines),
        Sql.uuids(lines, OrderDraft.Line::itemId),
        Sql.texts(lines, OrderDraft.Line::sku),
        Sql.texts(lines, OrderDraft.Line::name),
        Sql.longs(lines, line -> line.price().amount()),
        Sql.longs(lines, OrderDraft.Line::quantity),
        Sql.longs(lines, line -> line.reduced().amount()),
        Sql.uuids(lines, OrderDraft.Line::offerId),
        Sql.longs(lines, line -> Fen.kept(line.cash())));
    noteChange(orderId, "status", null, OrderStatus.PLACED);
    noteChange(orderId, "total", null, total);
    if (!draft.cash().isZero()) {
      noteChange(orderId, "cash", null, draft.cash().amount());
    }
    lines.forEach(line -> noteChange(orderId, "quantity." + line.sku(), null, line.quantity()));
  }

  private static void noteChange(UUID orderId, String field, Object before, Object after) {
    ChangeLog.note("order", orderId, field, before, after);
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, clock.getZone());
  }
}
