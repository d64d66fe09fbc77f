package com.heyi.mall.internal;

import com.heyi.mall.CancelOrder;
import com.heyi.mall.GoodsReturned;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderCancelled;
import com.heyi.mall.OrderMoved;
import com.heyi.mall.OrderPlaced;
import com.heyi.mall.OrderStage;
import com.heyi.mall.OrderStatus;
import com.heyi.mall.OrderStep;
import com.heyi.mall.PayCash;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Places orders, cancels them and takes goods back: points, goods and books in one transaction.
 * Used by the facade and by the replay of another shop's orders alike.
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
  @Inject private RefundToExpiredLot refundToExpiredLot;
  @Inject private Event<OrderPlaced> placed;
  @Inject private Event<OrderCancelled> cancelled;
  @Inject private Event<GoodsReturned> returned;
  @Inject private Event<OrderMoved> moved;

  protected Orders() {}

  Orders(
      EntityManager em,
      Clock clock,
      Till till,
      RefundToExpiredLot refundToExpiredLot,
      Event<OrderPlaced> placed,
      Event<OrderCancelled> cancelled,
      Event<GoodsReturned> returned,
      Event<OrderMoved> moved) {
    this.em = em;
    this.clock = clock;
    this.ledger = new Ledger(em, clock);
    this.holds = new Holds(em, clock, Duration.ofDays(7));
    this.stock = new Stock(em, clock);
    this.till = till;
    this.refundToExpiredLot = refundToExpiredLot;
    this.placed = placed;
    this.cancelled = cancelled;
    this.returned = returned;
    this.moved = moved;
  }

  /**
   * An order about to be placed.
   *
   * @param branch the customer's home branch, or null
   * @param externalRef its number in the system it is taken over from, or null
   * @param ofEndedApp whether that is an app whose customers are known by such numbers
   * @param placedAt when the customer ordered
   * @param receipt why stock that is lacking is received first, or null when it must be there
   * @param limits of the items of which a customer may not order as much as he likes
   * @param pay how it is paid in money; null when it costs none or is paid already
   */
  record Draft(
      UUID customerId,
      String branch,
      String externalRef,
      boolean ofEndedApp,
      Instant placedAt,
      String receipt,
      List<DraftLine> lines,
      Map<UUID, PurchaseLimits.Limit> limits,
      PayCash pay) {
    Money cash() {
      return lines.stream().map(DraftLine::cashTotal).reduce(Money.zero(Money.CNY), Money::plus);
    }

    /** What four eyes weigh of it. */
    long weight() {
      return Fen.weight(total(lines), cash());
    }
  }

  /**
   * A line of it, at the price that counts.
   *
   * @param cash money for one piece
   * @param reduced points taken off the whole line
   * @param offerId the offer that made the price, or null for the ordinary one
   */
  record DraftLine(
      UUID id,
      UUID itemId,
      String sku,
      String name,
      Points price,
      Money cash,
      long quantity,
      Points reduced,
      UUID offerId) {

    static DraftLine of(ItemRow item, LowestPriceThatHolds cost, long quantity) {
      return new DraftLine(
          Ids.next(),
          item.id(),
          item.sku(),
          item.name(),
          cost.price(),
          cost.cash(),
          quantity,
          Points.ZERO,
          cost.offerId());
    }

    Points total() {
      return price.times(quantity).minus(reduced);
    }

    Money cashTotal() {
      return cash.times(quantity);
    }
  }

  /**
   * Redeems points for goods, and takes the money that they cost beside them.
   *
   * @return id of the new order
   * @throws HeyiException {@link MallError#ORDER_EMPTY}, {@link MallError#ORDER_TOO_LARGE}, {@link
   *     MallError#POINTS_INSUFFICIENT}, {@link MallError#STOCK_INSUFFICIENT}, and as {@link
   *     Till#take}
   */
  UUID place(Draft draft) {
    Points total = total(draft.lines());
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
              draft.lines().stream().map(DraftLine::name).toList(),
              draft.lines().stream().map(DraftLine::cashTotal).toList()),
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
  UUID placeReserved(Draft draft, UUID checkoutId, UUID holdId) {
    UUID orderId = Ids.next();
    if (holdId == null) {
      LocalDate day = day(draft.placedAt());
      Ledger.Held held = ledger.hold(draft.customerId(), day);
      write(orderId, draft, Points.ZERO);
      ledger.write(held, Entry.redeem(draft.customerId(), orderId, day, List.of()));
    } else {
      write(orderId, draft, total(draft.lines()));
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

  private static Stock.Movement sold(DraftLine line) {
    return new Stock.Movement(
        line.itemId(), Stock.Kind.REDEEMED, -line.quantity(), line.id(), null);
  }

  private void requireWithinLimits(Draft draft) {
    if (!draft.limits().isEmpty()) {
      Map<UUID, Long> wanted = new LinkedHashMap<>();
      draft.lines().forEach(line -> wanted.merge(line.itemId(), line.quantity(), Math::addExact));
      new PurchaseLimits(em, clock).require(draft.customerId(), wanted, draft.limits());
    }
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
    OrderHead head = head(cancelling.orderId());
    LocalDate day = day(cancelling.effectiveAt());
    // The account first: whoever cancels at the same moment waits here, and what is read below is
    // what he left.
    long entryNo = ledger.lock(head.customerId());
    OrderStage stage = holdStage(cancelling.orderId(), cancelling.version());
    PlacedOrder order = load(head);
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
    stock.move(returns.stream().map(Orders::cameBack).toList());
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
    OrderHead head = head(taking.orderId());
    Instant now = clock.instant();
    long entryNo = ledger.lock(head.customerId());
    OrderStage stage = holdStage(taking.orderId(), null);
    if (OrderStep.RETURN.leadsFrom(stage).isEmpty()) {
      throw new HeyiException(MallError.RETURN_NOT_DELIVERED, head.number(), stage);
    }
    PlacedOrder order = load(head);
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
    List<Refunding.Refund> refunds = Refunding.payBack(held.wallet(), returns, refundToExpiredLot);
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

  private static Points total(List<DraftLine> lines) {
    if (lines.isEmpty()) {
      throw new HeyiException(MallError.ORDER_EMPTY);
    }
    try {
      return lines.stream().map(DraftLine::total).reduce(Points.ZERO, Points::plus);
    } catch (ArithmeticException e) {
      throw new HeyiException(MallError.ORDER_TOO_LARGE, List.of(), List.of(), e);
    }
  }

  private void write(UUID orderId, Draft draft, Points total) {
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
    List<DraftLine> lines = draft.lines();
    sql.write(
        "insert into mall.order_line (id, order_id, line_no, item_id, sku, name, price, quantity,"
            + " reduced, price_id, cash, cancelled) select l.id, ?, l.line_no, l.item_id, l.sku,"
            + " l.name, l.price, l.quantity, l.reduced, l.price_id, l.cash, 0"
            + " from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " as l (id, line_no, item_id, sku, name, price, quantity, reduced, price_id, cash)",
        orderId,
        Sql.uuids(lines, DraftLine::id),
        Sql.numbers(lines),
        Sql.uuids(lines, DraftLine::itemId),
        Sql.texts(lines, DraftLine::sku),
        Sql.texts(lines, DraftLine::name),
        Sql.longs(lines, line -> line.price().amount()),
        Sql.longs(lines, DraftLine::quantity),
        Sql.longs(lines, line -> line.reduced().amount()),
        Sql.uuids(lines, DraftLine::offerId),
        Sql.longs(lines, line -> Fen.kept(line.cash())));
    noteChange(orderId, "status", null, OrderStatus.PLACED);
    noteChange(orderId, "total", null, total);
    if (!draft.cash().isZero()) {
      noteChange(orderId, "cash", null, draft.cash().amount());
    }
    lines.forEach(line -> noteChange(orderId, "quantity." + line.sku(), null, line.quantity()));
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

  /**
   * Takes hold of the order to the end of the transaction.
   *
   * @param seen the version that it must have, or null for any
   */
  private OrderStage holdStage(UUID orderId, Long seen) {
    record Stand(OrderStage stage, long version) {}
    Stand stand =
        new Sql(em)
            .one(
                row ->
                    new Stand(OrderStage.valueOf(row.getString("stage")), row.getLong("version")),
                "select stage, version from mall.customer_order where id = ? for no key update",
                orderId)
            .orElseThrow();
    if (seen != null && stand.version() != seen) {
      throw new HeyiException(CommonError.VERSION_MOVED, seen, stand.version());
    }
    return stand.stage();
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
                      Fen.money(row.getLong("cash")),
                      row.getLong("quantity"),
                      Sql.points(row, "reduced"),
                      row.getLong("cancelled"),
                      row.getLong("returned"),
                      standing.getOrDefault(id, List.of()));
                },
                "select id, line_no, item_id, price, cash, quantity, reduced, cancelled, returned"
                    + " from mall.order_line where order_id = ? order by line_no",
                head.id());
    return new PlacedOrder(
        head.id(), head.number(), head.customerId(), head.redeemEntry(), new ArrayList<>(lines));
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, clock.getZone());
  }
}
