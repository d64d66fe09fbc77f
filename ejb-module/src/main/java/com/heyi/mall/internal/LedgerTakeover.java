package com.heyi.mall.internal;

import com.heyi.mall.GrantView;
import com.heyi.mall.ItemStatus;
import com.heyi.mall.MallError;
import com.heyi.mall.MallTakeover;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Books what other apps owed their customers. */
@ApplicationScoped
public class LedgerTakeover implements MallTakeover {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private PointsDesk desk;
  @Inject private Catalogue catalogue;
  @Inject private Orders orders;
  @Inject private RefundToExpiredLot refundToExpiredLot;
  @Inject private Clock clock;

  protected LedgerTakeover() {}

  LedgerTakeover(
      EntityManager em,
      PointsDesk desk,
      Catalogue catalogue,
      Orders orders,
      RefundToExpiredLot refundToExpiredLot,
      Clock clock) {
    this.em = em;
    this.desk = desk;
    this.catalogue = catalogue;
    this.orders = orders;
    this.refundToExpiredLot = refundToExpiredLot;
    this.clock = clock;
  }

  @Override
  public void holdPoints(Collection<UUID> customers) {
    new Sql(em)
        .list(
            row -> Sql.uuid(row, "customer_id"),
            "select customer_id from mall.points_account where customer_id = any(?)"
                + " order by customer_id for no key update",
            (Object) Sql.uuids(customers));
  }

  @Override
  public void holdStock(Collection<String> skus) {
    new Sql(em)
        .list(
            row -> Sql.uuid(row, "id"),
            "select id from mall.item where sku = any(?) order by id for no key update",
            (Object) skus.toArray(String[]::new));
  }

  @Override
  public GrantView takeOver(UUID customerId, Points points, LocalDate expiresOn, String reason) {
    LocalDate today = LocalDate.now(clock);
    if (expiresOn != null && expiresOn.isBefore(today)) {
      throw new HeyiException(MallError.POINTS_EXPIRY_PAST, expiresOn);
    }
    return desk.grant(customerId, points, reason, today, expiresOn);
  }

  @Override
  public Optional<UUID> takeOverOrder(OpenOrder order, String reason) {
    Map<String, Long> wanted =
        order.lines().stream().collect(Collectors.toMap(Line::sku, Line::quantity, Math::addExact));
    Map<String, ItemRow> items = catalogue.bySku(wanted.keySet());
    if (!wanted.entrySet().stream().allMatch(one -> isThere(items.get(one.getKey()), one))) {
      return Optional.empty();
    }
    Points paid = order.lines().stream().map(Line::points).reduce(Points.ZERO, Points::plus);
    takeOver(order.customerId(), paid, notOver(order.expiresOn()), reason);
    return Optional.of(
        orders.place(
            new OrderDraft(
                order.customerId(),
                order.branch(),
                order.externalRef(),
                true,
                clock.instant(),
                null,
                order.lines().stream().map(line -> draft(items.get(line.sku()), line)).toList(),
                OrderDraft.Limits.NONE,
                null)));
  }

  private static boolean isThere(ItemRow item, Map.Entry<String, Long> wanted) {
    return item != null && item.status() == ItemStatus.ON_SALE && item.stock() >= wanted.getValue();
  }

  /** An order may outlive the points that it was paid with; they live until it is paid here. */
  private LocalDate notOver(LocalDate expiresOn) {
    LocalDate today = LocalDate.now(clock);
    return expiresOn != null && expiresOn.isBefore(today) ? today : expiresOn;
  }

  /** The line at what was paid for it; a price for a piece that leaves a rest is reduced by it. */
  private static OrderDraft.Line draft(ItemRow item, Line line) {
    long paid = line.points().amount();
    long piece = Math.addExact(paid, line.quantity() - 1) / line.quantity();
    return new OrderDraft.Line(
        Ids.next(),
        item.id(),
        item.sku(),
        item.name(),
        Points.of(piece),
        Money.zero(Money.CNY),
        line.quantity(),
        Points.of(Math.multiplyExact(piece, line.quantity()) - paid),
        null);
  }

  @Override
  public GrantView giveBack(UUID customerId, Points points, LocalDate expiresOn, String reason) {
    LocalDate today = LocalDate.now(clock);
    boolean over = expiresOn != null && expiresOn.isBefore(today);
    return takeOver(
        customerId, points, over ? refundToExpiredLot.restoredUntil(today) : expiresOn, reason);
  }

  @Override
  public Held heldBy(Collection<UUID> customers) {
    UUID[] ids = Sql.uuids(customers);
    return new Sql(em)
        .one(
            row -> new Held(Points.of(row.getLong("points")), row.getLong("orders")),
            "select (select coalesce(sum(remaining), 0)::bigint from mall.lot"
                + " where customer_id = any(?) and remaining > 0) as points,"
                + " (select count(*) from mall.customer_order where customer_id = any(?)"
                + " and stage in ('PLACED', 'CONFIRMED', 'PACKED', 'SHIPPED')) as orders",
            ids,
            ids)
        .orElseThrow();
  }
}
