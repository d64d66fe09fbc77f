package com.heyi.mall.internal;

import com.heyi.accounts.AccountStatus;
import com.heyi.accounts.AccountType;
import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.mall.AdvanceOrder;
import com.heyi.mall.AdvanceReturn;
import com.heyi.mall.Baskets;
import com.heyi.mall.CancelOrder;
import com.heyi.mall.CashCharges;
import com.heyi.mall.CashSales;
import com.heyi.mall.CheckoutView;
import com.heyi.mall.CreateItem;
import com.heyi.mall.CustomerTiers;
import com.heyi.mall.DecideReturn;
import com.heyi.mall.GoodsReturned;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.InspectReturn;
import com.heyi.mall.ItemView;
import com.heyi.mall.OrderCancelled;
import com.heyi.mall.OrderDirectory;
import com.heyi.mall.OrderMoved;
import com.heyi.mall.OrderStep;
import com.heyi.mall.OrderView;
import com.heyi.mall.PayCash;
import com.heyi.mall.PlaceOrder;
import com.heyi.mall.PointsCharges;
import com.heyi.mall.PriceReduction;
import com.heyi.mall.PutInCart;
import com.heyi.mall.RequestReturn;
import com.heyi.mall.ReturnStep;
import com.heyi.mall.ReturnView;
import com.heyi.mall.ReturnedGoodsFate;
import com.heyi.mall.SetBundle;
import com.heyi.mall.SetCategory;
import com.heyi.mall.SetItemPrice;
import com.heyi.mall.ShelveItem;
import com.heyi.mall.ShipOrder;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.testing.CardFixture;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The mall's shop on one transaction, for tests of modules that sell through it. */
public final class TestShop {
  private final EntityManager em;
  private final Clock clock;
  private final CustomerDirectory customers;
  private final Catalogue catalogue;
  private final Carts carts;
  private final Till till;
  private final Orders orders;
  private final OrderRefunds refunds;
  private final OrderLife life;
  private final Checkouts checkouts;

  /** What hears of orders. */
  public record Hearers(
      Consumer<OrderCancelled> cancelled,
      Consumer<GoodsReturned> returned,
      Consumer<OrderMoved> moved) {}

  public TestShop(
      EntityManager em,
      Clock clock,
      CustomerDirectory customers,
      Iterable<PriceReduction> reductions,
      Hearers hearers) {
    this(em, clock, customers, customer -> Optional.empty(), reductions, hearers);
  }

  public TestShop(
      EntityManager em,
      Clock clock,
      CustomerDirectory customers,
      CustomerTiers tiers,
      Iterable<PriceReduction> reductions,
      Hearers hearers) {
    this.em = em;
    this.clock = clock;
    this.customers = customers;
    this.catalogue = new Catalogue(em, clock, List.of(tiers));
    this.carts = new Carts(em, clock, catalogue);
    this.till = MallFixture.PURSE.till(em, clock);
    this.orders = new Orders(em, clock, till, heard(event -> {}));
    this.refunds =
        new OrderRefunds(
            em,
            clock,
            till,
            new RefundToExpiredLot(RefundToExpiredLot.Policy.RESTORE, 30),
            heard(hearers.cancelled()),
            heard(hearers.returned()),
            heard(hearers.moved()));
    this.life = new OrderLife(em, clock, heard(hearers.moved()));
    List<PriceReduction> all = new ArrayList<>();
    reductions.forEach(all::add);
    all.add(new BundleReduction(em));
    this.checkouts =
        new Checkouts(em, clock, customers, till, orders, catalogue, all, Duration.ofMinutes(15));
  }

  /** A directory that knows everybody, all of one branch. */
  public static CustomerDirectory everybody() {
    return new KnownCustomers();
  }

  /** What a cart would cost, for customers of whose tiers somebody knows. */
  public static Baskets baskets(EntityManager em, Clock clock, CustomerTiers tiers) {
    Catalogue catalogue = new Catalogue(em, clock, List.of(tiers));
    return new BasketsOfTheMall(
        new Carts(em, clock, catalogue), catalogue, List.of(new BundleReduction(em)));
  }

  public static OrderDirectory orders(EntityManager em) {
    return new OrdersForOthers(em);
  }

  public static PointsCharges charges(EntityManager em, Clock clock) {
    return new LedgerCharges(
        em,
        new Holds(em, clock, Duration.ofDays(7)),
        new RefundToExpiredLot(RefundToExpiredLot.Policy.RESTORE, 30),
        clock);
  }

  public static CashCharges cashCharges(EntityManager em, Clock clock) {
    return new TillCharges(MallFixture.PURSE.till(em, clock));
  }

  public ItemView item(String sku, long price, long stock) {
    return catalogue.create(new CreateItem(sku, "Item " + sku, Points.of(price), stock));
  }

  /** An item that costs money for each piece too. */
  public ItemView item(String sku, long price, String cash, long stock) {
    ItemView item = item(sku, price, stock);
    new Offers(em, clock, catalogue)
        .set(
            new SetItemPrice(
                item.id(),
                item.version(),
                null,
                null,
                null,
                null,
                Points.of(price),
                Money.cny(cash)));
    return item;
  }

  /** An offer of an item for a time, to everybody or to a tier. */
  public void offer(ItemView item, String tier, long price, Instant from, Instant until) {
    new Offers(em, clock, catalogue)
        .set(
            new SetItemPrice(
                item.id(),
                catalogue.view(item.id()).version(),
                "限时优惠",
                tier,
                from,
                until,
                Points.of(price),
                Money.zero(Money.CNY)));
  }

  /** A bundle of so many pieces of each item, which takes something off. */
  public void bundle(String code, long reduced, Map<String, Long> pieces) {
    new Bundles(em, clock, catalogue, carts)
        .set(
            new SetBundle(
                code,
                null,
                "套装 " + code,
                Points.of(reduced),
                true,
                pieces.entrySet().stream()
                    .map(piece -> new SetBundle.Line(piece.getKey(), piece.getValue()))
                    .toList()));
  }

  /** A category below another, or at the top. */
  public void category(String code, String parent) {
    new Shelves(em, clock, catalogue)
        .set(new SetCategory(code, null, parent, code, code, code, 1, false));
  }

  /** Puts an item into a category. */
  public void shelve(ItemView item, String category) {
    new Shelves(em, clock, catalogue)
        .shelve(new ShelveItem(item.id(), item.version(), category, null, List.of()));
  }

  /** An account of the customer with so much in it. */
  public UUID account(UUID customer, String amount) {
    return account(customer, AccountType.I, amount);
  }

  public UUID account(UUID customer, AccountType type, String amount) {
    UUID id = MallFixture.PURSE.account(customer, type);
    MallFixture.PURSE.fill(em, clock, id, amount);
    return id;
  }

  /** Pays so much into an account over the counter. */
  public Money fill(UUID account, String amount) {
    MallFixture.PURSE.fill(em, clock, account, amount);
    return balance(account);
  }

  /** From now on the account is this, whatever is in it. */
  public static void becomes(UUID account, AccountStatus status) {
    MallFixture.PURSE.becomes(account, status);
  }

  /** What the mall tells, in a section, to a customer who asks for all that is held about him. */
  public List<Map<String, ?>> told(UUID customer, String section) {
    List<Map<String, ?>> records = new ArrayList<>();
    new MallPersonalData(em, clock)
        .export(
            new Person(customer, Set.of()),
            (name, fields) -> {
              if (name.equals(section)) {
                records.add(fields);
              }
            });
    return records;
  }

  /** A gift card of this worth, in its bearer's hands. */
  public CardFixture.Held card(String amount) {
    return Purse.CARDS.sold(em, clock, amount);
  }

  public Money balance(UUID account) {
    return MallFixture.PURSE.balance(em, clock, account);
  }

  /** What was sold for money. */
  public CashSales cashSales() {
    return new CashSalesOfTheMall(em, clock);
  }

  /** Orders at once, without a cart. */
  public OrderView place(CustomerRef customer, PayCash pay, List<PlaceOrder.Line> lines) {
    return order(
        new OrderDesk(clock, customers, catalogue, orders, refunds)
            .place(new PlaceOrder(customer.id(), lines, pay), customer));
  }

  public void grant(UUID customer, long points) {
    new PointsDesk(em, clock, new ExpiryRules(em, clock), heard(event -> {}))
        .grant(new GrantPoints(customer, Points.of(points), "welcome", null));
  }

  public void put(UUID customer, String sku, long pieces) {
    carts.put(new PutInCart(customer, sku, pieces));
  }

  public CheckoutView begin(CustomerRef customer, String... coupons) {
    return see(checkouts.begin(customer, List.of(coupons), null));
  }

  /** Begins a checkout that money pays a part of. */
  public CheckoutView begin(CustomerRef customer, PayCash pay) {
    return see(checkouts.begin(customer, List.of(), pay));
  }

  public CheckoutView see(UUID checkout) {
    return checkouts.find(checkout).orElseThrow();
  }

  public OrderView confirm(UUID checkout) {
    return order(checkouts.confirm(checkout));
  }

  public void release(UUID checkout) {
    checkouts.release(checkout);
  }

  public int timeOut(UUID checkout) {
    return checkouts.timeOut(checkout);
  }

  public OrderView order(UUID order) {
    return new OrderBook(em, clock, customers, till).find(order).orElseThrow();
  }

  /** Cancels lines of an order, or the whole of what is left when none is named. */
  public OrderView cancel(UUID order, CancelOrder.Line... lines) {
    new OrderDesk(clock, customers, catalogue, orders, refunds)
        .cancel(new CancelOrder(order, null, "changed his mind", List.of(lines)));
    return order(order);
  }

  public OrderView deliver(UUID order) {
    return take(
        order, List.of(OrderStep.CONFIRM, OrderStep.PACK, OrderStep.SHIP, OrderStep.DELIVER));
  }

  /** Hands a placed order to the carrier. */
  public OrderView ship(UUID order) {
    return take(order, List.of(OrderStep.CONFIRM, OrderStep.PACK, OrderStep.SHIP));
  }

  private OrderView take(UUID order, List<OrderStep> steps) {
    for (OrderStep step : steps) {
      OrderView seen = order(order);
      if (step == OrderStep.SHIP) {
        life.ship(new ShipOrder(order, seen.version(), "SF", "SF 1234567"));
      } else {
        life.advance(new AdvanceOrder(order, seen.version()), step);
      }
    }
    return order(order);
  }

  /** Brings everything of a delivered order back and refunds it. */
  public void bringBack(UUID order) {
    bringBack(
        order,
        order(order).lines().stream()
            .map(line -> new RequestReturn.Line(line.id(), line.left()))
            .toList());
  }

  /** Brings these pieces of a delivered order back and refunds them. */
  public void bringBack(UUID order, List<RequestReturn.Line> lines) {
    Returns returns = new Returns(em, clock, refunds, new MayComeBack(7));
    ReturnBook book = new ReturnBook(em, clock, customers);
    UUID id = returns.request(new RequestReturn(order, "broken", lines));
    returns.decide(
        new DecideReturn(id, book.find(id).orElseThrow().version(), "because"), ReturnStep.APPROVE);
    returns.receive(new AdvanceReturn(id, book.find(id).orElseThrow().version()));
    ReturnView received = book.find(id).orElseThrow();
    returns.inspect(
        new InspectReturn(
            id,
            received.version(),
            "as new",
            received.lines().stream()
                .map(
                    line ->
                        new InspectReturn.Line(
                            line.lineId(), line.quantity(), ReturnedGoodsFate.RESTOCK))
                .toList()));
    returns.refund(new AdvanceReturn(id, book.find(id).orElseThrow().version()));
  }

  /** An event with one hearer, who hears it at once. */
  @SuppressWarnings("unchecked")
  private static <T> Event<T> heard(Consumer<T> hearer) {
    return (Event<T>)
        Proxy.newProxyInstance(
            TestShop.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, args) -> {
              if (method.getName().equals("fire")) {
                hearer.accept((T) args[0]);
              }
              return null;
            });
  }
}
