package com.heyi.mall.internal;

import com.heyi.mall.CancelOrder;
import com.heyi.mall.GoodsReturned;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderCancelled;
import com.heyi.mall.OrderMoved;
import com.heyi.mall.OrderStage;
import com.heyi.mall.OrderStatus;
import com.heyi.mall.OrderStep;
import com.heyi.mall.ReturnedGoodsFate;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cancels orders and takes goods back: points, goods and books in one transaction. The order of
 * locks is that of {@link Orders}.
 */
@ApplicationScoped
public class OrderRefunds {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private PlacedOrders orders;
  @Inject private Ledger ledger;
  @Inject private Stock stock;
  @Inject private Till till;
  @Inject private RefundToExpiredLot refundToExpiredLot;
  @Inject private Event<OrderCancelled> cancelled;
  @Inject private Event<GoodsReturned> returned;
  @Inject private Event<OrderMoved> moved;

  protected OrderRefunds() {}

  OrderRefunds(
      EntityManager em,
      Clock clock,
      Till till,
      RefundToExpiredLot refundToExpiredLot,
      Event<OrderCancelled> cancelled,
      Event<GoodsReturned> returned,
      Event<OrderMoved> moved) {
    this.em = em;
    this.clock = clock;
    this.ledger = new Ledger(em, clock);
    this.orders = new PlacedOrders(em, ledger);
    this.stock = new Stock(em, clock);
    this.till = till;
    this.refundToExpiredLot = refundToExpiredLot;
    this.cancelled = cancelled;
    this.returned = returned;
    this.moved = moved;
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
   * @throws HeyiException {@link CommonError#VERSION_MOVED}, {@link MallError#ORDER_SHIPPED}, and
   *     as {@link PlacedOrder#cancel}
   */
  UUID cancel(Cancelling cancelling) {
    PlacedOrders.Head head = orders.head(cancelling.orderId());
    LocalDate day = day(cancelling.effectiveAt());
    // The account first: whoever cancels at the same moment waits here, and what is read below is
    // what he left.
    long entryNo = ledger.lock(head.customerId());
    OrderStage stage = orders.holdStage(cancelling.orderId(), cancelling.version());
    PlacedOrder order = orders.load(head);
    if (stage != OrderStage.CANCELLED && OrderStep.CANCEL.leadsFrom(stage).isEmpty()) {
      throw new HeyiException(MallError.ORDER_SHIPPED, head.number(), stage);
    }
    OrderStatus before = order.status();
    Ledger.Held held = new Ledger.Held(ledger.look(head.customerId(), day, order.lots()), entryNo);
    List<PlacedLine.Return> returns = order.cancel(cancelling.lines());
    GivingBack back =
        new GivingBack(
            Ids.next(),
            null,
            cancelling.reason(),
            cancelling.effectiveAt(),
            cancelling.externalRefs());
    giveBack(back, order, stage, held, returns);
    noteChange(order.id(), "status", before, order.status());
    stock.move(returns.stream().map(OrderRefunds::cameBack).toList());
    cancelled.fire(new OrderCancelled(order.id(), back.id(), order.customerId()));
    return back.id();
  }

  /**
   * Goods about to be taken back.
   *
   * @param returnId the return
   * @param reason why
   * @param lines what is accepted, each at least one piece
   */
  record TakingBack(UUID orderId, UUID returnId, String reason, List<BackLine> lines) {}

  /** Pieces of an order line that are taken back. */
  record BackLine(UUID lineId, long pieces, ReturnedGoodsFate fate) {}

  /**
   * Takes delivered goods back: points back into their lots, goods into stock or written off, a
   * reversing entry in the books. It weighs the points.
   *
   * @return id of the refund
   * @throws HeyiException {@link MallError#RETURN_NOT_DELIVERED}, and as {@link
   *     PlacedOrder#takeBack}
   */
  UUID takeBack(TakingBack taking) {
    PlacedOrders.Head head = orders.head(taking.orderId());
    Instant now = clock.instant();
    long entryNo = ledger.lock(head.customerId());
    OrderStage stage = orders.holdStage(taking.orderId(), null);
    if (OrderStep.RETURN.leadsFrom(stage).isEmpty()) {
      throw new HeyiException(MallError.RETURN_NOT_DELIVERED, head.number(), stage);
    }
    PlacedOrder order = orders.load(head);
    Ledger.Held held =
        new Ledger.Held(ledger.look(head.customerId(), day(now), order.lots()), entryNo);
    Map<UUID, Long> pieces = new LinkedHashMap<>();
    taking.lines().forEach(line -> pieces.merge(line.lineId(), line.pieces(), Math::addExact));
    List<PlacedLine.Return> returns = order.takeBack(pieces);
    returns.forEach(line -> ChangeLog.weigh(line.weight()));
    GivingBack back =
        new GivingBack(Ids.next(), taking.returnId(), taking.reason(), now, List.of());
    giveBack(back, order, stage, held, returns);
    Map<UUID, ReturnedGoodsFate> fates =
        taking.lines().stream().collect(Collectors.toMap(BackLine::lineId, BackLine::fate));
    stock.move(returns.stream().flatMap(line -> arrived(line, fates.get(line.lineId()))).toList());
    returned.fire(new GoodsReturned(taking.returnId(), back.id(), order.id(), order.customerId()));
    return back.id();
  }

  /** Why stands with the cancellation or the return, where it ends when the customer is erased. */
  private static Stock.Movement cameBack(PlacedLine.Return line) {
    return new Stock.Movement(
        line.itemId(), Stock.Kind.RETURNED, line.quantity(), line.lineId(), null);
  }

  /** What is not to be sold again comes back and is written off, so that both can be counted. */
  private static Stream<Stock.Movement> arrived(PlacedLine.Return line, ReturnedGoodsFate fate) {
    Stock.Movement in = cameBack(line);
    return fate == ReturnedGoodsFate.RESTOCK
        ? Stream.of(in)
        : Stream.of(
            in,
            new Stock.Movement(
                line.itemId(), Stock.Kind.WRITTEN_OFF, -line.quantity(), line.lineId(), null));
  }

  /**
   * Points and goods going back, for a cancellation or a return.
   *
   * @param returnId the return, or null for a cancellation
   * @param externalRefs for each line, where it is taken over from; empty when made here
   */
  private record GivingBack(
      UUID id, UUID returnId, String reason, Instant effectiveAt, List<String> externalRefs) {
    OrderStep step() {
      return returnId == null ? OrderStep.CANCEL : OrderStep.RETURN;
    }
  }

  private void giveBack(
      GivingBack back,
      PlacedOrder order,
      OrderStage stage,
      Ledger.Held held,
      List<PlacedLine.Return> returns) {
    List<Refunding.Refund> refunds =
        Refunding.payBack(
            held.wallet(),
            returns.stream().map(PlacedLine.Return::paid).toList(),
            refundToExpiredLot);
    Entry entry = Entry.cancel(order, back.reason(), day(back.effectiveAt()), refunds);
    ledger.write(held, entry);
    OrderStage after = back.step().leadsFrom(stage, order.anythingLeft()).orElseThrow();
    write(back, order, entry, returns, refunds, after);
    if (!cash(returns).isZero()) {
      till.giveBack(order.id(), order.number(), back.id(), returns);
    }
    if (after != stage) {
      noteChange(order.id(), "stage", stage, after);
      moved.fire(new OrderMoved(order.id(), order.customerId(), after));
    }
  }

  private static Money cash(List<PlacedLine.Return> returns) {
    return returns.stream().map(PlacedLine.Return::cash).reduce(Money.zero(Money.CNY), Money::plus);
  }

  private void write(
      GivingBack back,
      PlacedOrder order,
      Entry entry,
      List<PlacedLine.Return> returns,
      List<Refunding.Refund> refunds,
      OrderStage after) {
    Sql sql = new Sql(em);
    Points points =
        returns.stream().map(PlacedLine.Return::points).reduce(Points.ZERO, Points::plus);
    sql.write(
        "insert into mall.cancellation (id, order_id, return_id, entry_id, reason, points, cash,"
            + " effective_at, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        back.id(),
        order.id(),
        back.returnId(),
        entry.id(),
        back.reason(),
        points,
        Fen.kept(cash(returns)),
        back.effectiveAt(),
        clock.instant(),
        CallContext.current().user());
    String[] externalRefs =
        back.externalRefs().isEmpty()
            ? new String[returns.size()]
            : back.externalRefs().toArray(String[]::new);
    sql.write(
        "insert into mall.cancellation_line (cancellation_id, seq, order_line_id, quantity, points,"
            + " cash, external_ref) select ?, l.seq, l.line_id, l.quantity, l.points, l.cash,"
            + " l.external_ref from unnest(?, ?, ?, ?, ?, ?)"
            + " as l (seq, line_id, quantity, points, cash, external_ref)",
        back.id(),
        Sql.numbers(returns),
        Sql.uuids(returns, PlacedLine.Return::lineId),
        Sql.longs(returns, PlacedLine.Return::quantity),
        Sql.longs(returns, line -> line.points().amount()),
        Sql.longs(returns, line -> Fen.kept(line.cash())),
        externalRefs);
    if (!refunds.isEmpty()) {
      sql.write(
          "insert into mall.refund (cancellation_id, seq, order_line_id, lot_id, amount, decision,"
              + " restored_lot_id) select ?, r.seq, r.line_id, r.lot_id, r.amount, r.decision,"
              + " r.restored from unnest(?, ?, ?, ?, ?, ?)"
              + " as r (seq, line_id, lot_id, amount, decision, restored)",
          back.id(),
          Sql.numbers(refunds),
          Sql.uuids(refunds, Refunding.Refund::lineId),
          Sql.uuids(refunds, Refunding.Refund::lotId),
          Sql.longs(refunds, refund -> refund.points().amount()),
          Sql.texts(refunds, Refunding.Refund::decision),
          Sql.uuids(refunds, Refunding.Refund::restoredLotId));
    }
    String pieces = back.step() == OrderStep.CANCEL ? "cancelled" : "returned";
    sql.list(
            row ->
                new GivenBack(
                    row.getString("sku"), row.getLong("given_back"), row.getLong("quantity")),
            "update mall.order_line l set "
                + pieces
                + " = l."
                + pieces
                + " + c.quantity from unnest(?, ?) as c (id, quantity) where l.id = c.id"
                + " returning l.sku, l."
                + pieces
                + " as given_back, c.quantity",
            Sql.uuids(returns, PlacedLine.Return::lineId),
            Sql.longs(returns, PlacedLine.Return::quantity))
        .forEach(
            line ->
                noteChange(
                    order.id(),
                    pieces + "." + line.sku(),
                    line.after() - line.quantity(),
                    line.after()));
    Points given =
        sql.one(
                row -> Sql.points(row, "returned"),
                "update mall.customer_order set status = ?, stage = ?, returned = returned + ?,"
                    + " cash_returned = cash_returned + ?, version = version + 1 where id = ?"
                    + " returning returned",
                order.status(),
                after,
                points,
                Fen.kept(cash(returns)),
                order.id())
            .orElseThrow();
    noteChange(order.id(), "returned", given.minus(points), given);
    Money money = cash(returns);
    if (!money.isZero()) {
      noteChange(order.id(), "cashReturned", null, money.amount());
    }
  }

  private record GivenBack(String sku, long after, long quantity) {}

  private static void noteChange(UUID orderId, String field, Object before, Object after) {
    ChangeLog.note("order", orderId, field, before, after);
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, clock.getZone());
  }
}
