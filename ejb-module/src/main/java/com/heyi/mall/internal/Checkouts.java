package com.heyi.mall.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.mall.CartView;
import com.heyi.mall.CheckoutStatus;
import com.heyi.mall.CheckoutView;
import com.heyi.mall.HoldStatus;
import com.heyi.mall.MallError;
import com.heyi.mall.PayCash;
import com.heyi.mall.PriceReduction;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sets points and pieces aside for a cart, and places the order from them. One checkout of a
 * customer is open at a time. The order of locks: the checkout, the customer's points account, the
 * order, the items; the items' rows are held for their update and the commit only, and not at all
 * when an order is placed from what is reserved.
 */
@ApplicationScoped
public class Checkouts {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private CustomerDirectory customers;
  @Inject private Catalogue catalogue;
  @Inject private Carts carts;
  @Inject private Ledger ledger;
  @Inject private Holds holds;
  @Inject private Stock stock;
  @Inject private Orders orders;
  @Inject private Till till;
  private Iterable<PriceReduction> reductions;

  @Inject
  @ConfigProperty(name = "heyi.mall.checkout.minutes", defaultValue = "15")
  private long minutes;

  protected Checkouts() {}

  Checkouts(
      EntityManager em,
      Clock clock,
      CustomerDirectory customers,
      Till till,
      Orders orders,
      Catalogue catalogue,
      Iterable<PriceReduction> reductions,
      Duration time) {
    this.em = em;
    this.clock = clock;
    this.customers = customers;
    this.till = till;
    this.catalogue = catalogue;
    this.carts = new Carts(em, clock, catalogue);
    this.ledger = new Ledger(em, clock);
    this.holds = new Holds(em, clock, Duration.ofDays(7));
    this.stock = new Stock(em, clock);
    this.orders = orders;
    this.reductions = reductions;
    this.minutes = time.toMinutes();
  }

  @Inject
  void ask(@Any Instance<PriceReduction> all) {
    reductions = all;
  }

  /**
   * Sets aside all that is in the cart and takes the money that it costs, or nothing of it. It
   * weighs the points, and money as points by the fen.
   *
   * @param pay how it is paid in money; null when it costs none
   * @return id of the checkout
   * @throws HeyiException {@link MallError#ORDER_EMPTY}, {@link MallError#CART_PRICES_CHANGED},
   *     {@link MallError#CHECKOUT_OPEN}, {@link MallError#ITEM_NOT_ON_SALE}, {@link
   *     MallError#PURCHASE_LIMIT}, {@link MallError#POINTS_INSUFFICIENT}, {@link
   *     MallError#STOCK_INSUFFICIENT}, {@link MallError#ORDER_TOO_LARGE}, {@link
   *     MallError#CASH_DIFFERS}, and as {@link Till#take}
   */
  public UUID begin(CustomerRef customer, List<String> coupons, PayCash pay) {
    overdue(customer.id()).forEach(this::timeOut);
    requireNoneOpen(customer.id());
    CartView cart = carts.view(customer);
    requireOrderable(cart);
    Till.requireAgreed(cart.cash(), pay);
    UUID id = Ids.next();
    List<CheckoutView.Line> lines = reduced(id, customer, coupons, cart);
    Points total = lines.stream().map(CheckoutView.Line::total).reduce(Points.ZERO, Points::plus);
    ChangeLog.weigh(Fen.weight(total, cart.cash()));
    Instant until = clock.instant().plus(Duration.ofMinutes(minutes));
    // The account first; what is counted below then is what the one before us has left.
    UUID holdId =
        total.isZero()
            ? null
            : holds.place(customer.id(), customer.branch(), total, until, purpose(lines));
    if (holdId == null) {
      ledger.open(customer.id());
    }
    requireNoneOpen(customer.id());
    Map<UUID, Long> wanted = new LinkedHashMap<>();
    lines.forEach(line -> wanted.merge(line.itemId(), line.quantity(), Math::addExact));
    OrderDraft.Limits limits =
        OrderDraft.Limits.of(customers, customer.id(), catalogue.limits(wanted.keySet()));
    new PurchaseLimits(em, clock).require(limits, wanted);
    write(id, customer, new Price(total, cart.cash()), holdId, until, lines);
    if (!cart.cash().isZero()) {
      till.take(
          Till.Bill.ofCheckout(
              id,
              customer.id(),
              lines.stream().map(CheckoutView.Line::name).toList(),
              lines.stream().map(line -> line.cash().times(line.quantity())).toList()),
          pay);
    }
    stock.move(
        lines.stream()
            .map(
                line ->
                    Stock.Movement.reserving(
                        line.itemId(), Stock.Kind.RESERVED, -line.quantity(), id))
            .toList());
    ChangeLog.note("checkout", id, "status", null, CheckoutStatus.OPEN);
    return id;
  }

  private record Price(Points points, Money cash) {}

  private record Stand(
      UUID id, UUID customerId, CheckoutStatus status, UUID holdId, Instant until, Money cash) {}

  /**
   * Places the order with what is set aside.
   *
   * @return id of the order
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link MallError#CHECKOUT_OVER}
   */
  public UUID confirm(UUID checkoutId) {
    Stand stand = lock(checkoutId);
    requireOpen(stand);
    CheckoutView seen = find(checkoutId).orElseThrow();
    Instant now = clock.instant();
    List<OrderDraft.Line> lines =
        seen.lines().stream()
            .map(
                line ->
                    new OrderDraft.Line(
                        Ids.next(),
                        line.itemId(),
                        line.sku(),
                        line.name(),
                        line.price(),
                        line.cash(),
                        line.quantity(),
                        line.reduced(),
                        line.offerId()))
            .toList();
    UUID orderId =
        orders.placeReserved(
            new OrderDraft(
                stand.customerId(),
                seen.branch(),
                null,
                false,
                now,
                null,
                lines,
                OrderDraft.Limits.NONE,
                null),
            checkoutId,
            stand.holdId());
    resolve(stand, CheckoutStatus.CONFIRMED, orderId);
    carts.ordered(
        stand.customerId(),
        seen.lines().stream().map(CheckoutView.Line::itemId).toList(),
        seen.lines().stream().map(CheckoutView.Line::quantity).toList());
    reductions.forEach(one -> one.confirmed(checkoutId, orderId));
    return orderId;
  }

  /**
   * Lets go what is set aside.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link MallError#CHECKOUT_OVER}
   */
  public void release(UUID checkoutId) {
    Stand stand = lock(checkoutId);
    requireOpen(stand);
    letGo(stand, CheckoutStatus.RELEASED);
  }

  /** Checkouts whose time is over; the longest waiting first. */
  public List<UUID> overdue(int most) {
    return new Sql(em)
        .list(
            row -> Sql.uuid(row, "id"),
            "select id from mall.checkout where status = 'OPEN' and until <= ?"
                + " order by until, id limit ?",
            clock.instant(),
            most);
  }

  /**
   * Lets go what is set aside when its time is over.
   *
   * @return how many checkouts: 1, or 0 when somebody was faster
   */
  public int timeOut(UUID checkoutId) {
    Stand stand = lock(checkoutId);
    if (stand.status() != CheckoutStatus.OPEN || clock.instant().isBefore(stand.until())) {
      return 0;
    }
    letGo(stand, CheckoutStatus.TIMED_OUT);
    return 1;
  }

  /** The checkout with its lines. */
  public Optional<CheckoutView> find(UUID checkoutId) {
    List<CheckoutView.Line> lines =
        new Sql(em)
            .list(
                row ->
                    new CheckoutView.Line(
                        Sql.uuid(row, "item_id"),
                        row.getString("sku"),
                        row.getString("name"),
                        Sql.points(row, "price"),
                        Fen.money(row.getLong("cash")),
                        row.getLong("quantity"),
                        Sql.points(row, "reduced"),
                        Sql.uuid(row, "price_id")),
                "select item_id, sku, name, price, cash, quantity, reduced, price_id"
                    + " from mall.checkout_line"
                    + " where checkout_id = ? order by seq",
                checkoutId);
    return new Sql(em)
        .one(
            row -> {
              UUID customerId = Sql.uuid(row, "customer_id");
              Optional<CustomerRef> customer = customers.find(customerId);
              Money cash = Fen.money(row.getLong("cash"));
              return new CheckoutView(
                  checkoutId,
                  customerId,
                  customer.map(CustomerRef::number).orElse(null),
                  customer.map(CustomerRef::name).orElse(null),
                  row.getString("branch"),
                  CheckoutStatus.valueOf(row.getString("status")),
                  Sql.points(row, "total"),
                  cash,
                  Sql.instant(row, "until"),
                  Sql.uuid(row, "order_id"),
                  lines,
                  cash.isZero() ? List.of() : till.ofCheckout(checkoutId));
            },
            "select customer_id, branch, status, total, cash, until, order_id from mall.checkout"
                + " where id = ?",
            checkoutId);
  }

  private void requireNoneOpen(UUID customerId) {
    new Sql(em)
        .list(
            row -> Sql.uuid(row, "id"),
            "select id from mall.checkout where customer_id = ? and status = 'OPEN'",
            customerId)
        .forEach(
            open -> {
              throw new HeyiException(MallError.CHECKOUT_OPEN, open);
            });
  }

  private List<UUID> overdue(UUID customerId) {
    return new Sql(em)
        .list(
            row -> Sql.uuid(row, "id"),
            "select id from mall.checkout where customer_id = ? and status = 'OPEN'"
                + " and until <= ?",
            customerId,
            clock.instant());
  }

  private static void requireOrderable(CartView cart) {
    if (cart.lines().isEmpty()) {
      throw new HeyiException(MallError.ORDER_EMPTY);
    }
    for (CartView.Line line : cart.lines()) {
      if (!line.onSale()) {
        throw new HeyiException(MallError.ITEM_NOT_ON_SALE, line.sku());
      }
      // Without a lock, so that those who come too late do not queue behind those who buy.
      if (line.quantity() > line.stock()) {
        throw new HeyiException(
            MallError.STOCK_INSUFFICIENT, line.sku(), line.quantity(), line.stock());
      }
    }
    if (cart.pricesChanged()) {
      throw new HeyiException(MallError.CART_PRICES_CHANGED, cart.total().amount());
    }
  }

  private List<CheckoutView.Line> reduced(
      UUID id, CustomerRef customer, List<String> coupons, CartView cart) {
    List<PriceReduction.Line> left =
        new Reductions(reductions)
            .reduce(
                new PriceReduction.Basket(
                    id, customer.id(), customer.branch(), coupons, asked(cart.lines())),
                EnumSet.allOf(PriceReduction.Turn.class));
    List<CheckoutView.Line> lines = new ArrayList<>();
    for (CartView.Line line : cart.lines()) {
      lines.add(
          new CheckoutView.Line(
              line.itemId(),
              line.sku(),
              line.name(),
              line.price(),
              line.cash(),
              line.quantity(),
              left.get(lines.size()).reduced(),
              line.offerId()));
    }
    return lines;
  }

  /** The lines of a cart as those who take something off its price see them. */
  static List<PriceReduction.Line> asked(List<CartView.Line> cart) {
    List<PriceReduction.Line> asked = new ArrayList<>();
    for (CartView.Line line : cart) {
      asked.add(
          new PriceReduction.Line(
              asked.size() + 1,
              line.itemId(),
              line.sku(),
              line.price(),
              line.cash(),
              line.quantity(),
              Points.ZERO,
              line.categories()));
    }
    return asked;
  }

  private static String purpose(List<CheckoutView.Line> lines) {
    String first = lines.get(0).name();
    return lines.size() == 1 ? first : first + " +" + (lines.size() - 1);
  }

  private void write(
      UUID id,
      CustomerRef customer,
      Price price,
      UUID holdId,
      Instant until,
      List<CheckoutView.Line> lines) {
    Sql sql = new Sql(em);
    sql.write(
        "insert into mall.checkout (id, customer_id, branch, status, total, cash, hold_id, until,"
            + " begun_at, begun_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        customer.id(),
        customer.branch(),
        CheckoutStatus.OPEN,
        price.points(),
        Fen.kept(price.cash()),
        holdId,
        until,
        clock.instant(),
        CallContext.current().user());
    sql.write(
        "insert into mall.checkout_line (checkout_id, seq, item_id, sku, name, price, quantity,"
            + " reduced, price_id, cash) select ?, l.seq, l.item_id, l.sku, l.name, l.price,"
            + " l.quantity, l.reduced, l.price_id, l.cash from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " as l (seq, item_id, sku, name, price, quantity, reduced, price_id, cash)",
        id,
        Sql.numbers(lines),
        Sql.uuids(lines, CheckoutView.Line::itemId),
        Sql.texts(lines, CheckoutView.Line::sku),
        Sql.texts(lines, CheckoutView.Line::name),
        Sql.longs(lines, line -> line.price().amount()),
        Sql.longs(lines, CheckoutView.Line::quantity),
        Sql.longs(lines, line -> line.reduced().amount()),
        Sql.uuids(lines, CheckoutView.Line::offerId),
        Sql.longs(lines, line -> Fen.kept(line.cash())));
  }

  private Stand lock(UUID checkoutId) {
    return new Sql(em)
        .one(
            row ->
                new Stand(
                    checkoutId,
                    Sql.uuid(row, "customer_id"),
                    CheckoutStatus.valueOf(row.getString("status")),
                    Sql.uuid(row, "hold_id"),
                    Sql.instant(row, "until"),
                    Fen.money(row.getLong("cash"))),
            "select customer_id, status, hold_id, until, cash from mall.checkout where id = ?"
                + " for no key update",
            checkoutId)
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, String.valueOf(checkoutId)));
  }

  private void requireOpen(Stand stand) {
    if (stand.status() != CheckoutStatus.OPEN) {
      throw new HeyiException(MallError.CHECKOUT_OVER, stand.status());
    }
    if (!clock.instant().isBefore(stand.until())) {
      throw new HeyiException(MallError.CHECKOUT_OVER, CheckoutStatus.TIMED_OUT);
    }
  }

  /**
   * Points, money and pieces back to where they were; points that somebody let go already are left.
   */
  private void letGo(Stand stand, CheckoutStatus how) {
    if (stand.holdId() == null) {
      // The account of points first, as everywhere, though there are none to give back.
      ledger.open(stand.customerId());
    } else {
      ledger.settle(stand.customerId());
      if (new HoldBook(em, clock).require(stand.holdId()).status() == HoldStatus.OPEN) {
        holds.release(stand.holdId(), null);
      }
    }
    resolve(stand, how, null);
    if (!stand.cash().isZero()) {
      till.giveBackAll(stand.id());
    }
    stock.move(
        find(stand.id()).orElseThrow().lines().stream()
            .map(
                line ->
                    Stock.Movement.reserving(
                        line.itemId(), Stock.Kind.RELEASED, line.quantity(), stand.id()))
            .toList());
    reductions.forEach(one -> one.released(stand.id()));
  }

  private void resolve(Stand stand, CheckoutStatus how, UUID orderId) {
    new Sql(em)
        .write(
            "update mall.checkout set status = ?, order_id = ? where id = ?",
            how,
            orderId,
            stand.id());
    ChangeLog.note("checkout", stand.id(), "status", CheckoutStatus.OPEN, how);
  }
}
