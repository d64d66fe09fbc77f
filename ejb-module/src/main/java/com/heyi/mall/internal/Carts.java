package com.heyi.mall.internal;

import com.heyi.accounts.CustomerRef;
import com.heyi.mall.CartView;
import com.heyi.mall.CategoryView;
import com.heyi.mall.ItemStatus;
import com.heyi.mall.MallError;
import com.heyi.mall.PutInCart;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps what customers have gathered. Nothing of it is reserved. */
@ApplicationScoped
public class Carts {
  /** As many lines as an order can have. */
  private static final int MOST_LINES = 500;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Catalogue catalogue;

  protected Carts() {}

  Carts(EntityManager em, Clock clock, Catalogue catalogue) {
    this.em = em;
    this.clock = clock;
    this.catalogue = catalogue;
  }

  /**
   * @throws HeyiException {@link MallError#ITEM_UNKNOWN}, {@link MallError#ITEM_NOT_ON_SALE},
   *     {@link MallError#CART_FULL}
   */
  public void put(PutInCart command) {
    Map<String, ItemRow> found = catalogue.bySku(List.of(command.sku()), command.customerId());
    ItemRow item = found.get(command.sku());
    if (item == null) {
      throw new HeyiException(MallError.ITEM_UNKNOWN, command.sku());
    }
    Sql sql = new Sql(em);
    if (command.quantity() == 0) {
      sql.write(
          "delete from mall.cart_line where customer_id = ? and item_id = ?",
          command.customerId(),
          item.id());
    } else {
      if (item.status() != ItemStatus.ON_SALE) {
        throw new HeyiException(MallError.ITEM_NOT_ON_SALE, item.sku());
      }
      sql.write(
          "insert into mall.cart_line (customer_id, item_id, quantity, price_seen, put_at)"
              + " values (?, ?, ?, ?, ?) on conflict (customer_id, item_id)"
              + " do update set quantity = excluded.quantity, price_seen = excluded.price_seen",
          command.customerId(),
          item.id(),
          command.quantity(),
          item.price(),
          clock.instant());
      requireNotTooMany(command.customerId());
    }
    ChangeLog.note(
        "customer", command.customerId(), "cart." + item.sku(), null, command.quantity());
  }

  private void requireNotTooMany(UUID customerId) {
    long lines =
        new Sql(em)
            .one(
                row -> row.getLong(1),
                "select count(*) from mall.cart_line where customer_id = ?",
                customerId)
            .orElseThrow();
    if (lines > MOST_LINES) {
      throw new HeyiException(MallError.CART_FULL, MOST_LINES);
    }
  }

  /** How many pieces of each item are in the cart. */
  Map<UUID, Long> pieces(UUID customerId) {
    return lines(customerId, clock.instant()).stream()
        .collect(Collectors.toMap(CartView.Line::itemId, CartView.Line::quantity));
  }

  /**
   * Adds pieces of several items to what is in the cart, at today's prices.
   *
   * @param pieces by sku, of items that are on sale
   * @throws HeyiException {@link MallError#CART_FULL}
   */
  void add(UUID customerId, Map<String, Long> pieces) {
    List<ItemRow> items =
        catalogue.bySku(pieces.keySet(), customerId).values().stream()
            .sorted(Comparator.comparing(ItemRow::id))
            .toList();
    new Sql(em)
        .write(
            "insert into mall.cart_line as c (customer_id, item_id, quantity, price_seen, put_at)"
                + " select ?, p.id, p.pieces, p.price, ? from unnest(?, ?, ?) as p (id, pieces,"
                + " price) on conflict (customer_id, item_id) do update"
                + " set quantity = c.quantity + excluded.quantity,"
                + " price_seen = excluded.price_seen",
            customerId,
            clock.instant(),
            Sql.uuids(items, ItemRow::id),
            Sql.longs(items, item -> pieces.get(item.sku())),
            Sql.longs(items, item -> item.price().amount()));
    requireNotTooMany(customerId);
    items.forEach(
        item ->
            ChangeLog.note(
                "customer", customerId, "cart." + item.sku(), null, "+" + pieces.get(item.sku())));
  }

  /**
   * Takes today's prices for seen, when they come to what the customer was told.
   *
   * @throws HeyiException {@link MallError#CART_PRICES_CHANGED}
   */
  public void acceptPrices(CustomerRef customer, Points told) {
    CartView cart = view(customer);
    if (!cart.total().equals(told)) {
      throw new HeyiException(MallError.CART_PRICES_CHANGED, cart.total().amount());
    }
    List<CartView.Line> changed =
        cart.lines().stream().filter(CartView.Line::priceChanged).toList();
    new Sql(em)
        .write(
            "update mall.cart_line c set price_seen = p.price from unnest(?, ?) as p (id, price)"
                + " where c.customer_id = ? and c.item_id = p.id",
            Sql.uuids(changed, CartView.Line::itemId),
            Sql.longs(changed, line -> line.price().amount()),
            customer.id());
    changed.forEach(
        line ->
            ChangeLog.note(
                "customer", customer.id(), "price." + line.sku(), line.priceSeen(), line.price()));
  }

  /** The customer's cart, at today's prices. */
  public CartView view(CustomerRef customer) {
    List<CartView.Line> lines = lines(customer.id(), clock.instant());
    UUID open =
        new Sql(em)
            .one(
                row -> Sql.uuid(row, "id"),
                "select id from mall.checkout where customer_id = ? and status = 'OPEN'"
                    + " and until > ?",
                customer.id(),
                clock.instant())
            .orElse(null);
    return new CartView(
        customer.id(), customer.number(), customer.name(), lines, total(lines), cash(lines), open);
  }

  /** What is in the cart, at the prices that hold at a moment. */
  List<CartView.Line> lines(UUID customerId, Instant at) {
    return new Sql(em)
        .list(
            row -> {
              LowestPriceThatHolds cost = LowestPriceThatHolds.read(row);
              return new CartView.Line(
                  Sql.uuid(row, "item_id"),
                  row.getString("sku"),
                  row.getString("name"),
                  row.getLong("quantity"),
                  Sql.points(row, "price_seen"),
                  cost.price(),
                  cost.cash(),
                  cost.offerId(),
                  cost.offer(),
                  row.getLong("stock"),
                  ItemStatus.valueOf(row.getString("status")) == ItemStatus.ON_SALE,
                  CategoryView.codes(row.getString("path")));
            },
            "select l.item_id, i.sku, i.name, l.quantity, l.price_seen, i.stock, i.status, c.path, "
                + LowestPriceThatHolds.COLUMNS
                + " from mall.cart_line l join mall.item i on i.id = l.item_id"
                + " left join mall.category c on c.id = i.category_id"
                + LowestPriceThatHolds.JOIN
                + " where l.customer_id = ? order by l.put_at, i.sku",
            catalogue.pricesFor(customerId, at).values(customerId));
  }

  private static Points total(List<CartView.Line> lines) {
    try {
      return lines.stream().map(CartView.Line::total).reduce(Points.ZERO, Points::plus);
    } catch (ArithmeticException e) {
      throw new HeyiException(MallError.ORDER_TOO_LARGE, List.of(), List.of(), e);
    }
  }

  private static Money cash(List<CartView.Line> lines) {
    return lines.stream()
        .map(line -> line.cash().times(line.quantity()))
        .reduce(Money.zero(Money.CNY), Money::plus);
  }

  /** Takes out what was ordered; what was added to it meanwhile stays. */
  void ordered(UUID customerId, List<UUID> items, List<Long> pieces) {
    Sql sql = new Sql(em);
    Object ids = items.toArray(UUID[]::new);
    Object taken = pieces.toArray(Long[]::new);
    sql.write(
        "delete from mall.cart_line c using unnest(?, ?) as o (id, pieces)"
            + " where c.customer_id = ? and c.item_id = o.id and c.quantity <= o.pieces",
        ids,
        taken,
        customerId);
    sql.write(
        "update mall.cart_line c set quantity = c.quantity - o.pieces"
            + " from unnest(?, ?) as o (id, pieces) where c.customer_id = ? and c.item_id = o.id"
            + " and c.quantity > o.pieces",
        ids,
        taken,
        customerId);
  }
}
