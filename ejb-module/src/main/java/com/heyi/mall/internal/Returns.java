package com.heyi.mall.internal;

import com.heyi.mall.AdvanceReturn;
import com.heyi.mall.DecideReturn;
import com.heyi.mall.InspectReturn;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderStage;
import com.heyi.mall.OrderStep;
import com.heyi.mall.RequestReturn;
import com.heyi.mall.ReturnStatus;
import com.heyi.mall.ReturnStep;
import com.heyi.mall.ReturnedGoodsFate;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes goods back after delivery. What is asked for is held against the order line from the
 * request on, so that two returns never count on the same pieces. Every step holds the row of the
 * return first; the refund then goes on as a cancellation does (account, order, items).
 */
@ApplicationScoped
public class Returns {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private OrderRefunds refunds;
  @Inject private MayComeBack mayComeBack;

  protected Returns() {}

  Returns(EntityManager em, Clock clock, OrderRefunds refunds, MayComeBack mayComeBack) {
    this.em = em;
    this.clock = clock;
    this.refunds = refunds;
    this.mayComeBack = mayComeBack;
  }

  private record OrderStand(
      String number, UUID customerId, String branch, OrderStage stage, Instant deliveredAt) {}

  /**
   * @return id of the return
   * @throws HeyiException {@link MallError#RETURN_NOT_DELIVERED}, {@link
   *     MallError#RETURN_TOO_LATE}, {@link MallError#RETURN_MORE_THAN_LEFT}, {@link
   *     MallError#LINE_NOT_IN_ORDER}, {@link MallError#LINE_TWICE}
   */
  public UUID request(RequestReturn command) {
    Sql sql = new Sql(em);
    OrderStand order = hold(command.orderId());
    if (OrderStep.RETURN.leadsFrom(order.stage()).isEmpty()) {
      throw new HeyiException(MallError.RETURN_NOT_DELIVERED, order.number(), order.stage());
    }
    mayComeBack.require(order.number(), day(order.deliveredAt()), LocalDate.now(clock));
    requireLeft(command, order.number());
    UUID id = Ids.next();
    Instant now = clock.instant();
    sql.write(
        "insert into mall.goods_return (id, number, order_id, order_number, customer_id, branch,"
            + " status, requested_at, version)"
            + " select ?, ? || lpad(n.v, greatest(6, length(n.v)), '0'), ?, ?, ?, ?, ?, ?, 0"
            + " from (select nextval('mall.return_number')::text as v) n",
        id,
        "R" + DAY.format(now.atZone(clock.getZone())) + "-",
        command.orderId(),
        order.number(),
        order.customerId(),
        order.branch(),
        ReturnStatus.REQUESTED,
        now);
    sql.write(
        "insert into mall.goods_return_line (return_id, seq, order_line_id, quantity)"
            + " select ?, l.seq, l.line_id, l.quantity"
            + " from unnest(?, ?, ?) as l (seq, line_id, quantity)",
        id,
        Sql.numbers(command.lines()),
        Sql.uuids(command.lines(), RequestReturn.Line::lineId),
        Sql.longs(command.lines(), RequestReturn.Line::quantity));
    write(id, ReturnStep.REQUEST, ReturnStatus.REQUESTED, command.reason().strip());
    ChangeLog.note("return", id, "status", null, ReturnStatus.REQUESTED);
    return id;
  }

  /**
   * Approves, refuses or withdraws.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#RETURN_WRONG_STEP}
   */
  public void decide(DecideReturn command, ReturnStep step) {
    Stand stand = hold(command.returnId(), command.version());
    move(stand, step, leadsFrom(stand, step), command.reason().strip());
  }

  /**
   * The goods have arrived.
   *
   * @throws HeyiException as {@link #decide}
   */
  public void receive(AdvanceReturn command) {
    Stand stand = hold(command.returnId(), command.version());
    move(stand, ReturnStep.RECEIVE, leadsFrom(stand, ReturnStep.RECEIVE), null);
  }

  /**
   * @throws HeyiException also {@link MallError#RETURN_LINES_DIFFER}, {@link
   *     MallError#RETURN_ACCEPTED_TOO_MANY}, {@link MallError#RETURN_FATE_MISSING}
   */
  public void inspect(InspectReturn command) {
    Stand stand = hold(command.returnId(), command.version());
    ReturnStatus accepted = leadsFrom(stand, ReturnStep.INSPECT);
    List<LineStand> lines = lines(stand.id());
    List<InspectReturn.Line> found = command.lines();
    requireSameLines(stand, lines, found);
    Map<UUID, LineStand> byId =
        lines.stream().collect(Collectors.toMap(LineStand::lineId, Function.identity()));
    for (InspectReturn.Line line : found) {
      LineStand asked = byId.get(line.lineId());
      if (line.accepted() > asked.quantity()) {
        throw new HeyiException(
            MallError.RETURN_ACCEPTED_TOO_MANY, asked.lineNo(), line.accepted(), asked.quantity());
      }
      if (line.accepted() > 0 && line.fate() == null) {
        throw new HeyiException(MallError.RETURN_FATE_MISSING, asked.lineNo());
      }
    }
    new Sql(em)
        .write(
            "update mall.goods_return_line l set accepted = f.accepted, fate = f.fate"
                + " from unnest(?, ?, ?) as f (line_id, accepted, fate)"
                + " where l.return_id = ? and l.order_line_id = f.line_id",
            Sql.uuids(found, InspectReturn.Line::lineId),
            Sql.longs(found, InspectReturn.Line::accepted),
            Sql.texts(found, line -> line.accepted() > 0 ? line.fate() : null),
            stand.id());
    found.forEach(
        line ->
            ChangeLog.note(
                "return",
                stand.id(),
                "accepted." + byId.get(line.lineId()).lineNo(),
                null,
                line.accepted()));
    boolean nothing = found.stream().allMatch(line -> line.accepted() == 0);
    move(
        stand,
        ReturnStep.INSPECT,
        nothing ? ReturnStatus.REFUSED : accepted,
        command.reason().strip());
  }

  /**
   * Gives back what was paid for the accepted pieces. It weighs the points.
   *
   * @throws HeyiException as {@link #decide}
   */
  public void refund(AdvanceReturn command) {
    Stand stand = hold(command.returnId(), command.version());
    ReturnStatus refunded = leadsFrom(stand, ReturnStep.REFUND);
    List<LineStand> accepted =
        lines(stand.id()).stream().filter(line -> line.accepted() > 0).toList();
    String reason =
        new Sql(em)
            .one(
                row -> row.getString("reason"),
                "select reason from mall.goods_return_step where return_id = ? and step = ?",
                stand.id(),
                ReturnStep.REQUEST)
            .orElseThrow();
    refunds.takeBack(
        new OrderRefunds.TakingBack(
            stand.orderId(),
            stand.id(),
            reason,
            accepted.stream()
                .map(line -> new OrderRefunds.BackLine(line.lineId(), line.accepted(), line.fate()))
                .toList()));
    move(stand, ReturnStep.REFUND, refunded, null);
  }

  private OrderStand hold(UUID orderId) {
    return new Sql(em)
        .one(
            row ->
                new OrderStand(
                    row.getString("number"),
                    Sql.uuid(row, "customer_id"),
                    row.getString("branch"),
                    OrderStage.valueOf(row.getString("stage")),
                    Sql.instantOrNull(row, "delivered_at")),
            "select number, customer_id, branch, stage, delivered_at from mall.customer_order"
                + " where id = ? for no key update",
            orderId)
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, String.valueOf(orderId)));
  }

  /** Refuses what the customer no longer has, or has asked to give back already. */
  private void requireLeft(RequestReturn command, String orderNumber) {
    record Left(int lineNo, long pieces) {}
    Map<UUID, Left> left = new HashMap<>();
    new Sql(em)
        .list(
            row ->
                left.put(
                    Sql.uuid(row, "id"), new Left(row.getInt("line_no"), row.getLong("pieces"))),
            "select l.id, l.line_no, l.quantity - l.cancelled - l.returned - coalesce((select"
                + " sum(coalesce(r.accepted, r.quantity)) from mall.goods_return_line r"
                + " join mall.goods_return g on g.id = r.return_id where r.order_line_id = l.id"
                + " and g.status in ('REQUESTED', 'APPROVED', 'RECEIVED', 'INSPECTED')), 0)"
                + " as pieces from mall.order_line l where l.order_id = ?",
            command.orderId());
    Set<UUID> seen = new HashSet<>();
    for (RequestReturn.Line line : command.lines()) {
      Left of = left.get(line.lineId());
      if (of == null) {
        throw new HeyiException(MallError.LINE_NOT_IN_ORDER, line.lineId(), orderNumber);
      }
      if (!seen.add(line.lineId())) {
        throw new HeyiException(MallError.LINE_TWICE, of.lineNo());
      }
      if (line.quantity() > of.pieces()) {
        throw new HeyiException(
            MallError.RETURN_MORE_THAN_LEFT, of.lineNo(), line.quantity(), of.pieces());
      }
    }
  }

  private static void requireSameLines(
      Stand stand, List<LineStand> lines, List<InspectReturn.Line> found) {
    Set<UUID> asked = lines.stream().map(LineStand::lineId).collect(Collectors.toSet());
    List<UUID> told = new ArrayList<>(found.stream().map(InspectReturn.Line::lineId).toList());
    if (told.size() != asked.size() || !asked.equals(new HashSet<>(told))) {
      throw new HeyiException(MallError.RETURN_LINES_DIFFER, stand.number());
    }
  }

  private record Stand(UUID id, String number, UUID orderId, ReturnStatus status) {}

  private Stand hold(UUID returnId, long seen) {
    record Versioned(Stand stand, long version) {}
    Versioned found =
        new Sql(em)
            .one(
                row ->
                    new Versioned(
                        new Stand(
                            returnId,
                            row.getString("number"),
                            Sql.uuid(row, "order_id"),
                            ReturnStatus.valueOf(row.getString("status"))),
                        row.getLong("version")),
                "select number, order_id, status, version from mall.goods_return where id = ?"
                    + " for no key update",
                returnId)
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, String.valueOf(returnId)));
    SeenVersion.require(seen, found.version());
    return found.stand();
  }

  private static ReturnStatus leadsFrom(Stand stand, ReturnStep step) {
    return step.leadsFrom(stand.status())
        .orElseThrow(
            () ->
                new HeyiException(
                    MallError.RETURN_WRONG_STEP, stand.number(), step, stand.status()));
  }

  private record LineStand(
      UUID lineId, int lineNo, long quantity, long accepted, ReturnedGoodsFate fate) {}

  private List<LineStand> lines(UUID returnId) {
    return new Sql(em)
        .list(
            row ->
                new LineStand(
                    Sql.uuid(row, "order_line_id"),
                    row.getInt("line_no"),
                    row.getLong("quantity"),
                    row.getLong("accepted"),
                    row.getString("fate") == null
                        ? null
                        : ReturnedGoodsFate.valueOf(row.getString("fate"))),
            "select r.order_line_id, l.line_no, r.quantity, r.accepted, r.fate"
                + " from mall.goods_return_line r join mall.order_line l on l.id = r.order_line_id"
                + " where r.return_id = ? order by r.seq",
            returnId);
  }

  private void move(Stand stand, ReturnStep step, ReturnStatus to, String reason) {
    write(stand.id(), step, to, reason);
    new Sql(em)
        .write(
            "update mall.goods_return set status = ?, version = version + 1 where id = ?",
            to,
            stand.id());
    ChangeLog.note("return", stand.id(), "status", stand.status(), to);
  }

  private void write(UUID returnId, ReturnStep step, ReturnStatus to, String reason) {
    new Sql(em)
        .write(
            "insert into mall.goods_return_step (return_id, step, leads_to, reason, taken_at,"
                + " taken_by) values (?, ?, ?, ?, ?, ?)",
            returnId,
            step,
            to,
            reason,
            clock.instant(),
            CallContext.current().user());
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, clock.getZone());
  }
}
