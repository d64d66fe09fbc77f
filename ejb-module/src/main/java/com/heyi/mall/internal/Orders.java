package com.heyi.mall.internal;

import com.heyi.mall.CancelOrder;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderCancelled;
import com.heyi.mall.OrderPlaced;
import com.heyi.mall.OrderStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Places orders and cancels them: points, goods and books in one transaction. Used by the facade
 * and by the replay of another shop's orders alike.
 *
 * <p>The order of locks is always: the customer's points account, then the items. Two orders can
 * therefore never wait for each other in a ring. (A replay holds several customers' orders in one
 * transaction; should it ever collide with somebody's order, the database ends one of the two,
 * which is done again.)
 */
@ApplicationScoped
public class Orders {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Ledger ledger;
  @Inject private Stock stock;
  @Inject private RefundToExpiredLot refundToExpiredLot;
  @Inject private Event<OrderPlaced> placed;
  @Inject private Event<OrderCancelled> cancelled;

  protected Orders() {}

  Orders(
      EntityManager em,
      Clock clock,
      RefundToExpiredLot refundToExpiredLot,
      Event<OrderPlaced> placed,
      Event<OrderCancelled> cancelled) {
    this.em = em;
    this.clock = clock;
    this.ledger = new Ledger(em, clock);
    this.stock = new Stock(em, clock);
    this.refundToExpiredLot = refundToExpiredLot;
    this.placed = placed;
    this.cancelled = cancelled;
  }

  /**
   * An order about to be placed.
   *
   * @param branch the customer's home branch, or null
   * @param externalRef its number in the system it is taken over from, or null
   * @param placedAt when the customer ordered
   * @param receipt why stock that is lacking is received first, or null when it must be there
   */
  record Draft(
      UUID customerId,
      String branch,
      String externalRef,
      Instant placedAt,
      String receipt,
      List<DraftLine> lines) {}

  /** A line of it, at the price that counts. */
  record DraftLine(UUID id, UUID itemId, String sku, String name, Points price, long quantity) {

    static DraftLine of(ItemRow item, Points price, long quantity) {
      return new DraftLine(Ids.next(), item.id(), item.sku(), item.name(), price, quantity);
    }
  }

  /**
   * Redeems points for goods.
   *
   * @return id of the new order
   * @throws HeyiException {@link MallError#ORDER_EMPTY}, {@link MallError#ORDER_TOO_LARGE}, {@link
   *     MallError#POINTS_INSUFFICIENT}, {@link MallError#STOCK_INSUFFICIENT}
   */
  UUID place(Draft draft) {
    Points total = total(draft.lines());
    LocalDate day = day(draft.placedAt());
    Ledger.Held held = ledger.hold(draft.customerId(), day);
    held.wallet().requireUsable(total);
    List<Entry.LinePayment> paid =
        draft.lines().stream()
            .map(
                line ->
                    new Entry.LinePayment(
                        line.id(), held.wallet().take(line.price().times(line.quantity()))))
            .toList();
    UUID orderId = Ids.next();
    write(orderId, draft, total);
    ledger.write(held, Entry.redeem(draft.customerId(), orderId, day, paid));
    List<Stock.Movement> sold =
        draft.lines().stream()
            .map(
                line ->
                    new Stock.Movement(
                        line.itemId(), Stock.Kind.REDEEMED, -line.quantity(), line.id(), null))
            .toList();
    if (draft.receipt() == null) {
      stock.move(sold);
    } else {
      stock.moveReceivingWhatLacks(sold, draft.receipt());
    }
    placed.fire(new OrderPlaced(orderId, draft.customerId()));
    return orderId;
  }

  /**
   * A cancellation about to be made.
   *
   * @param version the version that the order must have, or null for any
   * @param effectiveAt when it counts
   * @param lines what of the order; empty for all that is left
   * @param externalRefs for each line, where it is taken over from; empty when made here
   */
  record Cancelling(
      UUID orderId,
      Long version,
      String reason,
      Instant effectiveAt,
      List<CancelOrder.Line> lines,
      List<String> externalRefs) {}

  /**
   * Cancels: points back into their lots, goods back into stock, a reversing entry in the books.
   *
   * @return id of the cancellation
   * @throws HeyiException {@link CommonError#VERSION_MOVED}, and as {@link PlacedOrder#cancel}
   */
  UUID cancel(Cancelling cancelling) {
    OrderHead head = head(cancelling.orderId());
    LocalDate day = day(cancelling.effectiveAt());
    // The account first: whoever cancels at the same moment waits here, and what is read below is
    // what he left.
    long entryNo = ledger.lock(head.customerId());
    requireVersion(cancelling);
    PlacedOrder order = load(head);
    OrderStatus before = order.status();
    Ledger.Held held = new Ledger.Held(ledger.look(head.customerId(), day, order.lots()), entryNo);
    List<PlacedLine.Return> returns = order.cancel(cancelling.lines());
    List<Refunding.Refund> refunds = Refunding.payBack(held.wallet(), returns, refundToExpiredLot);
    Entry entry = Entry.cancel(order, cancelling.reason(), day, refunds);
    ledger.write(held, entry);
    UUID cancellationId = Ids.next();
    write(cancellationId, cancelling, order, entry, returns, refunds);
    noteChange(order.id(), "status", before, order.status());
    stock.move(
        returns.stream()
            .map(
                line ->
                    new Stock.Movement(
                        line.itemId(),
                        Stock.Kind.RETURNED,
                        line.quantity(),
                        line.lineId(),
                        cancelling.reason()))
            .toList());
    cancelled.fire(new OrderCancelled(order.id(), cancellationId, order.customerId()));
    return cancellationId;
  }

  private static Points total(List<DraftLine> lines) {
    if (lines.isEmpty()) {
      throw new HeyiException(MallError.ORDER_EMPTY);
    }
    try {
      return lines.stream()
          .map(line -> line.price().times(line.quantity()))
          .reduce(Points.ZERO, Points::plus);
    } catch (ArithmeticException e) {
      throw new HeyiException(MallError.ORDER_TOO_LARGE, List.of(), List.of(), e);
    }
  }

  private void write(UUID orderId, Draft draft, Points total) {
    Sql sql = new Sql(em);
    Instant now = clock.instant();
    sql.write(
        "insert into mall.customer_order (id, number, external_ref, customer_id, branch, status,"
            + " total, returned, placed_at, recorded_at, placed_by, version)"
            + " select ?, ? || lpad(n.v, greatest(6, length(n.v)), '0'), ?, ?, ?, ?, ?, 0, ?, ?, ?,"
            + " 0 from (select nextval('mall.order_number')::text as v) n",
        orderId,
        "M" + DAY.format(now.atZone(clock.getZone())) + "-",
        draft.externalRef(),
        draft.customerId(),
        draft.branch(),
        OrderStatus.PLACED,
        total,
        draft.placedAt(),
        now,
        CallContext.current().user());
    List<DraftLine> lines = draft.lines();
    sql.write(
        "insert into mall.order_line (id, order_id, line_no, item_id, sku, name, price, quantity,"
            + " cancelled) select l.id, ?, l.line_no, l.item_id, l.sku, l.name, l.price,"
            + " l.quantity, 0 from unnest(?, ?, ?, ?, ?, ?, ?)"
            + " as l (id, line_no, item_id, sku, name, price, quantity)",
        orderId,
        Sql.uuids(lines, DraftLine::id),
        Sql.numbers(lines),
        Sql.uuids(lines, DraftLine::itemId),
        Sql.texts(lines, DraftLine::sku),
        Sql.texts(lines, DraftLine::name),
        Sql.longs(lines, line -> line.price().amount()),
        Sql.longs(lines, DraftLine::quantity));
    noteChange(orderId, "status", null, OrderStatus.PLACED);
    noteChange(orderId, "total", null, total);
    lines.forEach(line -> noteChange(orderId, "quantity." + line.sku(), null, line.quantity()));
  }

  private void write(
      UUID cancellationId,
      Cancelling cancelling,
      PlacedOrder order,
      Entry entry,
      List<PlacedLine.Return> returns,
      List<Refunding.Refund> refunds) {
    Sql sql = new Sql(em);
    Points points =
        returns.stream().map(PlacedLine.Return::points).reduce(Points.ZERO, Points::plus);
    sql.write(
        "insert into mall.cancellation (id, order_id, entry_id, reason, points, effective_at,"
            + " recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?)",
        cancellationId,
        order.id(),
        entry.id(),
        cancelling.reason(),
        points,
        cancelling.effectiveAt(),
        clock.instant(),
        CallContext.current().user());
    String[] externalRefs =
        cancelling.externalRefs().isEmpty()
            ? new String[returns.size()]
            : cancelling.externalRefs().toArray(String[]::new);
    sql.write(
        "insert into mall.cancellation_line (cancellation_id, seq, order_line_id, quantity, points,"
            + " external_ref) select ?, l.seq, l.line_id, l.quantity, l.points, l.external_ref"
            + " from unnest(?, ?, ?, ?, ?) as l (seq, line_id, quantity, points, external_ref)",
        cancellationId,
        Sql.numbers(returns),
        Sql.uuids(returns, PlacedLine.Return::lineId),
        Sql.longs(returns, PlacedLine.Return::quantity),
        Sql.longs(returns, line -> line.points().amount()),
        externalRefs);
    if (!refunds.isEmpty()) {
      sql.write(
          "insert into mall.refund (cancellation_id, seq, order_line_id, lot_id, amount, decision,"
              + " restored_lot_id) select ?, r.seq, r.line_id, r.lot_id, r.amount, r.decision,"
              + " r.restored from unnest(?, ?, ?, ?, ?, ?)"
              + " as r (seq, line_id, lot_id, amount, decision, restored)",
          cancellationId,
          Sql.numbers(refunds),
          Sql.uuids(refunds, Refunding.Refund::lineId),
          Sql.uuids(refunds, Refunding.Refund::lotId),
          Sql.longs(refunds, refund -> refund.points().amount()),
          Sql.texts(refunds, Refunding.Refund::decision),
          Sql.uuids(refunds, Refunding.Refund::restoredLotId));
    }
    sql.list(
            row ->
                new CancelledLine(
                    row.getString("sku"), row.getLong("cancelled"), row.getLong("quantity")),
            "update mall.order_line l set cancelled = l.cancelled + c.quantity"
                + " from unnest(?, ?) as c (id, quantity) where l.id = c.id"
                + " returning l.sku, l.cancelled, c.quantity",
            Sql.uuids(returns, PlacedLine.Return::lineId),
            Sql.longs(returns, PlacedLine.Return::quantity))
        .forEach(
            line ->
                noteChange(
                    order.id(),
                    "cancelled." + line.sku(),
                    line.after() - line.quantity(),
                    line.after()));
    Points returned =
        sql.one(
                row -> Sql.points(row, "returned"),
                "update mall.customer_order set status = ?, returned = returned + ?,"
                    + " version = version + 1 where id = ? returning returned",
                order.status(),
                points,
                order.id())
            .orElseThrow();
    noteChange(order.id(), "returned", returned.minus(points), returned);
  }

  private record CancelledLine(String sku, long after, long quantity) {}

  private static void noteChange(UUID orderId, String field, Object before, Object after) {
    ChangeLog.note("order", orderId, field, before, after);
  }

  /** What never changes of an order. */
  private record OrderHead(UUID id, String number, UUID customerId, UUID redeemEntry) {}

  private OrderHead head(UUID orderId) {
    return new Sql(em)
        .one(
            row ->
                new OrderHead(
                    Sql.uuid(row, "id"),
                    row.getString("number"),
                    Sql.uuid(row, "customer_id"),
                    Sql.uuid(row, "entry_id")),
            "select o.id, o.number, o.customer_id, e.id as entry_id from mall.customer_order o"
                + " join mall.ledger_entry e on e.order_id = o.id and e.kind = 'REDEEM'"
                + " where o.id = ?",
            orderId)
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, String.valueOf(orderId)));
  }

  private void requireVersion(Cancelling cancelling) {
    if (cancelling.version() == null) {
      return;
    }
    long current =
        new Sql(em)
            .one(
                row -> row.getLong("version"),
                "select version from mall.customer_order where id = ?",
                cancelling.orderId())
            .orElseThrow();
    if (current != cancelling.version()) {
      throw new HeyiException(CommonError.VERSION_MOVED, cancelling.version(), current);
    }
  }

  private PlacedOrder load(OrderHead head) {
    Map<UUID, List<Taken>> standing = ledger.standing(head.redeemEntry(), head.id());
    List<PlacedLine> lines =
        new Sql(em)
            .list(
                row -> {
                  UUID id = Sql.uuid(row, "id");
                  return new PlacedLine(
                      id,
                      row.getInt("line_no"),
                      Sql.uuid(row, "item_id"),
                      Sql.points(row, "price"),
                      row.getLong("quantity"),
                      row.getLong("cancelled"),
                      standing.getOrDefault(id, List.of()));
                },
                "select id, line_no, item_id, price, quantity, cancelled from mall.order_line"
                    + " where order_id = ? order by line_no",
                head.id());
    return new PlacedOrder(
        head.id(), head.number(), head.customerId(), head.redeemEntry(), new ArrayList<>(lines));
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, clock.getZone());
  }
}
