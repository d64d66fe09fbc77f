package com.heyi.mall.internal;

import com.heyi.mall.CashSales;
import com.heyi.mall.OrderStage;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers what was sold for money. */
@ApplicationScoped
public class CashSalesOfTheMall implements CashSales {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private static final String ORDERS =
      "select o.id, o.number, o.customer_id, o.branch, o.stage"
          + " from mall.customer_order o where o.id = any (?) order by o.id";

  /** Of lines {@code l}, those and only those that cost money. */
  private static final String LINES =
      "select l.order_id, l.id, l.sku, l.name, l.cash, l.quantity - l.cancelled - l.returned as"
          + " standing, c.path, coalesce((select sum("
          + PaidFor.LEFT
          + ") from mall.payment p join mall.payment_line d on d.payment_id = p.id"
          + " and d.line_no = l.line_no where p.tender = 'ACCOUNT' and "
          + PaidFor.order("l.order_id")
          + "), 0) as by_account"
          + " from mall.order_line l join mall.item i on i.id = l.item_id left join mall.category c"
          + " on c.id = i.category_id where l.order_id = any (?) and l.cash > 0 order by"
          + " l.order_id, l.line_no";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected CashSalesOfTheMall() {}

  CashSalesOfTheMall(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  @Override
  public Optional<Sale> find(UUID orderId) {
    return sales(ORDERS, List.of(orderId)).stream().findFirst();
  }

  @Override
  public Optional<Sale> hold(UUID orderId) {
    return sales(ORDERS + " for no key update of o", List.of(orderId)).stream().findFirst();
  }

  @Override
  public List<Sale> holdFree(Collection<UUID> orderIds) {
    return sales(ORDERS + " for no key update of o skip locked", orderIds);
  }

  private List<Sale> sales(String query, Collection<UUID> orderIds) {
    // The orders first: their lines are read when nobody can change them any more.
    List<Sale> bare =
        new Sql(em)
            .list(
                row ->
                    new Sale(
                        Sql.uuid(row, "id"),
                        row.getString("number"),
                        Sql.uuid(row, "customer_id"),
                        row.getString("branch"),
                        OrderStage.valueOf(row.getString("stage")),
                        List.of()),
                query,
                (Object) Sql.uuids(orderIds));
    Map<UUID, List<Line>> lines = lines(bare.stream().map(Sale::orderId).toList());
    return bare.stream()
        .map(
            sale ->
                new Sale(
                    sale.orderId(),
                    sale.number(),
                    sale.customerId(),
                    sale.branch(),
                    sale.stage(),
                    lines.getOrDefault(sale.orderId(), List.of())))
        .toList();
  }

  private Map<UUID, List<Line>> lines(Collection<UUID> orderIds) {
    Map<UUID, List<Line>> byOrder = new HashMap<>();
    new Sql(em)
        .list(
            row ->
                byOrder
                    .computeIfAbsent(Sql.uuid(row, "order_id"), id -> new ArrayList<>())
                    .add(line(row)),
            LINES,
            (Object) Sql.uuids(orderIds));
    return byOrder;
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        Sql.uuid(row, "id"),
        row.getString("sku"),
        row.getString("name"),
        nearestFirst(row.getString("path")),
        row.getLong("standing"),
        Fen.money(row.getLong("cash")),
        Fen.money(row.getLong("by_account")));
  }

  /** Codes of a path such as {@code /HOME/KITCHEN/}, from its end. */
  private static List<String> nearestFirst(String path) {
    if (path == null) {
      return List.of();
    }
    List<String> codes =
        new ArrayList<>(Arrays.stream(path.split("/")).filter(code -> !code.isEmpty()).toList());
    Collections.reverse(codes);
    return codes;
  }

  @Override
  public List<UUID> delivered(LocalDate from, LocalDate to, UUID after, int most) {
    return new Sql(em)
        .list(
            row -> Sql.uuid(row, "id"),
            "select o.id from mall.customer_order o where o.cash > o.cash_returned and o.cash > 0"
                + " and o.delivered_at >= ? and o.delivered_at < ?"
                // What gift cards paid alone is never invoiced.
                + " and exists (select from mall.payment p where p.tender = 'ACCOUNT' and "
                + PaidFor.order("o.id")
                + ") and (o.delivered_at, o.id) > (coalesce((select a.delivered_at"
                + " from mall.customer_order a where a.id = ?), '-infinity'), ?)"
                + " order by o.delivered_at, o.id limit ?",
            from.atStartOfDay(clock.getZone()).toInstant(),
            to.plusDays(1).atStartOfDay(clock.getZone()).toInstant(),
            after == null ? BEFORE_ALL : after,
            after == null ? BEFORE_ALL : after,
            most);
  }

  @Override
  public List<GivenBack> givenBack(UUID cancellationId) {
    return new Sql(em)
        .list(
            row ->
                new GivenBack(
                    Sql.uuid(row, "order_line_id"),
                    row.getLong("quantity"),
                    Fen.money(row.getLong("cash")),
                    Fen.money(row.getLong("to_account"))),
            "select c.order_line_id, c.quantity, c.cash, sum(d.amount) as to_account"
                + " from mall.cancellation_line c join mall.order_line l on l.id = c.order_line_id"
                + " join mall.payback b on b.cancellation_id = c.cancellation_id"
                + " and b.movement_id is not null"
                + " join mall.payback_line d on d.payback_id = b.id and d.line_no = l.line_no"
                + " where c.cancellation_id = ?"
                + " group by c.seq, c.order_line_id, c.quantity, c.cash order by c.seq",
            cancellationId);
  }
}
