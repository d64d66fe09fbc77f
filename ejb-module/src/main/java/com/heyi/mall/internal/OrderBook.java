package com.heyi.mall.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.FilteredByCustomer;
import com.heyi.mall.OrderStage;
import com.heyi.mall.OrderStatus;
import com.heyi.mall.OrderStep;
import com.heyi.mall.OrderSummary;
import com.heyi.mall.OrderView;
import com.heyi.mall.RefundDecision;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads orders. */
@ApplicationScoped
public class OrderBook {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private CustomerDirectory customers;
  @Inject private Till till;

  protected OrderBook() {}

  OrderBook(EntityManager em, Clock clock, CustomerDirectory customers, Till till) {
    this.till = till;
    this.em = em;
    this.clock = clock;
    this.customers = customers;
  }

  /**
   * A part of the orders.
   *
   * @param branch only orders of this branch; empty for all
   */
  public Page<OrderSummary> page(PageRequest request, Optional<String> branch) {
    Listing<OrderRow> listing =
        Listing.of(OrderRow.class, Sort.descending("placedAt"))
            .sort("placedAt", "placedAt")
            .sort("number", "number")
            .sort("total", "total")
            .filter("number", Filter.startsWith("number"))
            .filter("externalRef", Filter.startsWith("externalRef"))
            .filter("customerId", Filter.anyId("customerId"))
            .filter("branch", Filter.equal("branch"))
            .filter("status", Filter.oneOf("status", OrderStatus.class))
            .filter("stage", Filter.oneOf("stage", OrderStage.class))
            .filter("sku", (cb, root, name, text) -> cb.isMember(text, root.get("skus")))
            .filter("from", Filter.fromDay("placedAt", clock.getZone()))
            .filter("to", Filter.toDay("placedAt", clock.getZone()));
    branch.ifPresent(own -> listing.only(Filter.equal("branch"), own));
    Page<OrderRow> rows =
        listing.page(em, FilteredByCustomer.byRecords(request, customers), Function.identity());
    Map<UUID, CustomerRef> names =
        rows.items().isEmpty()
            ? Map.of()
            : customers.findAll(
                rows.items().stream().map(OrderRow::customerId).collect(Collectors.toSet()));
    return new Page<>(
        rows.items().stream().map(row -> row.summary(names.get(row.customerId()))).toList(),
        rows.nextCursor(),
        rows.total());
  }

  /** Id of the order with this number. */
  public Optional<UUID> findByNumber(String number) {
    return new Sql(em)
        .one(
            row -> Sql.uuid(row, "id"),
            "select id from mall.customer_order where number = ?",
            number);
  }

  /** The order with all that happened to it. */
  public Optional<OrderView> find(UUID orderId) {
    return find(orderId, customers::find);
  }

  /** The order that this customer has just placed. */
  public OrderView placedBy(CustomerRef customer, UUID orderId) {
    return find(orderId, id -> Optional.of(customer)).orElseThrow();
  }

  private Optional<OrderView> find(UUID orderId, Function<UUID, Optional<CustomerRef>> whose) {
    List<OrderView.Line> lines = lines(orderId);
    // A new order is answered right after it was placed: nothing is asked that it cannot have.
    boolean cameBack = lines.stream().anyMatch(line -> line.cancelled() > 0 || line.returned() > 0);
    List<OrderView.Cancellation> cancellations = cameBack ? cancellations(orderId) : List.of();
    return new Sql(em)
        .one(
            row -> {
              UUID customerId = Sql.uuid(row, "customer_id");
              Optional<CustomerRef> customer = whose.apply(customerId);
              OrderStage stage = OrderStage.valueOf(row.getString("stage"));
              List<OrderView.Event> steps = stage == OrderStage.PLACED ? List.of() : steps(orderId);
              Money cash = Fen.money(row.getLong("cash"));
              OrderView.Event placing =
                  new OrderView.Event(
                      OrderStep.PLACE,
                      OrderStage.PLACED,
                      Sql.instant(row, "placed_at"),
                      row.getString("placed_by"),
                      null,
                      null,
                      null);
              return new OrderView(
                  Sql.uuid(row, "id"),
                  row.getString("number"),
                  row.getString("external_ref"),
                  customerId,
                  customer.map(CustomerRef::number).orElse(null),
                  customer.map(CustomerRef::name).orElse(null),
                  row.getString("branch"),
                  OrderStatus.valueOf(row.getString("status")),
                  stage,
                  Sql.points(row, "total"),
                  Sql.points(row, "returned"),
                  cash,
                  Fen.money(row.getLong("cash_returned")),
                  Sql.instant(row, "placed_at"),
                  Sql.instant(row, "recorded_at"),
                  row.getString("placed_by"),
                  Sql.instantOrNull(row, "delivered_at"),
                  row.getLong("version"),
                  lines,
                  cash.isZero() ? List.of() : till.ofOrder(orderId),
                  cancellations,
                  timeline(placing, steps, cancellations, stage));
            },
            "select id, number, external_ref, customer_id, branch, status, stage, total, returned,"
                + " cash, cash_returned, placed_at, recorded_at, placed_by, delivered_at, version"
                + " from mall.customer_order"
                + " where id = ?",
            orderId);
  }

  private List<OrderView.Event> steps(UUID orderId) {
    return new Sql(em)
        .list(
            row ->
                new OrderView.Event(
                    OrderStep.valueOf(row.getString("step")),
                    OrderStage.valueOf(row.getString("leads_to")),
                    Sql.instant(row, "taken_at"),
                    row.getString("taken_by"),
                    row.getString("carrier"),
                    row.getString("tracking_number"),
                    null),
            "select step, leads_to, taken_at, taken_by, carrier, tracking_number"
                + " from mall.order_step where order_id = ?",
            orderId);
  }

  /** All that happened, by time; what happened at one time, in the order of an order's life. */
  private static List<OrderView.Event> timeline(
      OrderView.Event placing,
      List<OrderView.Event> steps,
      List<OrderView.Cancellation> givenBack,
      OrderStage stage) {
    List<OrderView.Event> events = new ArrayList<>();
    events.add(placing);
    events.addAll(steps);
    for (int at = 0; at < givenBack.size(); at++) {
      OrderView.Cancellation one = givenBack.get(at);
      OrderStep step = one.returnId() == null ? OrderStep.CANCEL : OrderStep.RETURN;
      boolean whole =
          at == givenBack.size() - 1
              && (stage == OrderStage.CANCELLED || stage == OrderStage.RETURNED);
      events.add(
          new OrderView.Event(
              step,
              whole ? stage : null,
              one.effectiveAt(),
              one.recordedBy(),
              null,
              null,
              one.reason()));
    }
    events.sort(Comparator.comparing(OrderView.Event::at).thenComparing(OrderView.Event::step));
    return List.copyOf(events);
  }

  private List<OrderView.Line> lines(UUID orderId) {
    return new Sql(em)
        .list(
            row ->
                new OrderView.Line(
                    Sql.uuid(row, "id"),
                    row.getInt("line_no"),
                    Sql.uuid(row, "item_id"),
                    row.getString("sku"),
                    row.getString("name"),
                    Sql.points(row, "price"),
                    Fen.money(row.getLong("cash")),
                    row.getLong("quantity"),
                    row.getLong("cancelled"),
                    row.getLong("returned"),
                    Sql.points(row, "reduced"),
                    Sql.points(row, "price")
                        .times(row.getLong("quantity"))
                        .minus(Sql.points(row, "reduced")),
                    row.getString("label")),
            "select l.id, l.line_no, l.item_id, l.sku, l.name, l.price, l.cash, l.quantity,"
                + " l.cancelled, l.returned, l.reduced, p.label from mall.order_line l"
                + " left join mall.item_price p on p.id = l.price_id"
                + " where l.order_id = ? order by l.line_no",
            orderId);
  }

  private List<OrderView.Cancellation> cancellations(UUID orderId) {
    Map<UUID, List<OrderView.CancelledLine>> lines = new LinkedHashMap<>();
    new Sql(em)
        .list(
            row ->
                lines
                    .computeIfAbsent(Sql.uuid(row, "cancellation_id"), id -> new ArrayList<>())
                    .add(
                        new OrderView.CancelledLine(
                            Sql.uuid(row, "order_line_id"),
                            row.getLong("quantity"),
                            Sql.points(row, "points"),
                            Fen.money(row.getLong("cash")))),
            "select l.* from mall.cancellation c join mall.cancellation_line l"
                + " on l.cancellation_id = c.id where c.order_id = ? order by c.id, l.seq",
            orderId);
    Map<UUID, List<OrderView.Refund>> refunds = new LinkedHashMap<>();
    new Sql(em)
        .list(
            row ->
                refunds
                    .computeIfAbsent(Sql.uuid(row, "cancellation_id"), id -> new ArrayList<>())
                    .add(
                        new OrderView.Refund(
                            Sql.uuid(row, "order_line_id"),
                            Sql.uuid(row, "lot_id"),
                            Sql.points(row, "amount"),
                            RefundDecision.valueOf(row.getString("decision")),
                            Sql.uuid(row, "restored_lot_id"))),
            "select r.* from mall.cancellation c join mall.refund r"
                + " on r.cancellation_id = c.id where c.order_id = ? order by c.id, r.seq",
            orderId);
    return new Sql(em)
        .list(
            row -> {
              UUID id = Sql.uuid(row, "id");
              Instant effectiveAt = Sql.instant(row, "effective_at");
              return new OrderView.Cancellation(
                  id,
                  Sql.uuid(row, "return_id"),
                  Sql.uuid(row, "entry_id"),
                  row.getString("reason"),
                  Sql.points(row, "points"),
                  Fen.money(row.getLong("cash")),
                  effectiveAt,
                  Sql.instant(row, "recorded_at"),
                  row.getString("recorded_by"),
                  lines.getOrDefault(id, List.of()),
                  refunds.getOrDefault(id, List.of()));
            },
            "select id, return_id, entry_id, reason, points, cash, effective_at, recorded_at,"
                + " recorded_by from mall.cancellation where order_id = ? order by id",
            orderId);
  }
}
