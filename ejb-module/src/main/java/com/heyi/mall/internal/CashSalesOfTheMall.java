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
  private static final String ORDERS =
      "select o.id, o.number, o.customer_id, o.branch, o.stage, o.delivered_at, exists (select from"
          + " mall.payment p where p.tender = 'GIFT_CARD' and (p.order_id = o.id or p.checkout_id ="
          + " (select c.id from mall.checkout c where c.order_id = o.id))) as by_card from"
          + " mall.customer_order o where o.id = any (?) order by o.id";

  private static final UUID BEFORE_ALL = new UUID(0, 0);

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
                        Sql.instantOrNull(row, "delivered_at"),
                        row.getBoolean("by_card"),
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
                    sale.deliveredAt(),
                    sale.paidByCard(),
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
            "select l.order_id, l.id, l.sku, l.name, l.cash,"
                + " l.quantity - l.cancelled - l.returned as standing, c.path"
                + " from mall.order_line l join mall.item i on i.id = l.item_id"
                + " left join mall.category c on c.id = i.category_id"
                + " where l.order_id = any (?) and l.cash > 0 order by l.order_id, l.line_no",
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
        Fen.money(row.getLong("cash")));
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
  public List<Sale> delivered(LocalDate from, LocalDate to, Sale after, int most) {
    List<UUID> part =
        new Sql(em)
            .list(
                row -> Sql.uuid(row, "id"),
                "select id from mall.customer_order where cash > cash_returned and cash > 0"
                    + " and (delivered_at, id) > (?, ?) and delivered_at < ?"
                    + " order by delivered_at, id limit ?",
                after == null
                    ? from.atStartOfDay(clock.getZone()).toInstant()
                    : after.deliveredAt(),
                after == null ? BEFORE_ALL : after.orderId(),
                to.plusDays(1).atStartOfDay(clock.getZone()).toInstant(),
                most);
    Map<UUID, Sale> found = new HashMap<>();
    sales(ORDERS, part).forEach(sale -> found.put(sale.orderId(), sale));
    return part.stream().map(found::get).toList();
  }

  @Override
  public List<GivenBack> givenBack(UUID cancellationId) {
    return new Sql(em)
        .list(
            row ->
                new GivenBack(
                    Sql.uuid(row, "order_line_id"),
                    row.getLong("quantity"),
                    Fen.money(row.getLong("cash"))),
            "select order_line_id, quantity, cash from mall.cancellation_line"
                + " where cancellation_id = ? and cash > 0 order by seq",
            cancellationId);
  }
}
