package com.heyi.mall.internal;

import com.heyi.accounts.AccountType;
import com.heyi.accounts.CustomerRef;
import com.heyi.deposits.DepositsTrialBalance;
import com.heyi.imports.UploadStore;
import com.heyi.mall.AdjustStock;
import com.heyi.mall.AdvanceOrder;
import com.heyi.mall.AdvanceReturn;
import com.heyi.mall.CancelOrder;
import com.heyi.mall.CartView;
import com.heyi.mall.CheckoutView;
import com.heyi.mall.CreateItem;
import com.heyi.mall.CustomerTiers;
import com.heyi.mall.DecideReturn;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.InspectReturn;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallFigures;
import com.heyi.mall.OrderStep;
import com.heyi.mall.OrderView;
import com.heyi.mall.PayCash;
import com.heyi.mall.PlaceOrder;
import com.heyi.mall.PointsView;
import com.heyi.mall.PriceReduction;
import com.heyi.mall.PutInCart;
import com.heyi.mall.RequestReturn;
import com.heyi.mall.ReturnStep;
import com.heyi.mall.ReturnView;
import com.heyi.mall.ReturnedGoodsFate;
import com.heyi.mall.SetItemPrice;
import com.heyi.mall.SetPurchaseLimit;
import com.heyi.mall.ShipOrder;
import com.heyi.mall.TrialBalance;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The mall over the real database, on a day of the test's choice; each call is a transaction. */
final class MallFixture {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Where received files lie during a test run. */
  static final UploadStore UPLOADS = uploads();

  /** Pairs of customers who live together. */
  private static final Family FAMILY = new Family();

  /** What customers can pay with; they are made up anew for each test. */
  static final Purse PURSE = new Purse();

  private static final AtomicInteger SKUS = new AtomicInteger();

  private final LocalDate today;
  private final RefundToExpiredLot policy;
  private final List<PriceReduction> reductions;
  private final LocalTime time;
  private final CustomerTiers tiers;

  private MallFixture(
      LocalDate today,
      RefundToExpiredLot policy,
      List<PriceReduction> reductions,
      LocalTime time,
      CustomerTiers tiers) {
    this.today = today;
    this.policy = policy;
    this.reductions = reductions;
    this.time = time;
    this.tiers = tiers;
  }

  private static UploadStore uploads() {
    try {
      return new UploadStore(Files.createTempDirectory("mall-uploads").toString(), 64 << 20);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MallFixture on(LocalDate today) {
    return new MallFixture(
        today,
        new RefundToExpiredLot(RefundToExpiredLot.Policy.RESTORE, 30),
        List.of(),
        LocalTime.NOON,
        customer -> Optional.empty());
  }

  MallFixture forfeiting() {
    return new MallFixture(
        today,
        new RefundToExpiredLot(RefundToExpiredLot.Policy.FORFEIT, 30),
        reductions,
        time,
        tiers);
  }

  MallFixture later(int days) {
    return new MallFixture(today.plusDays(days), policy, reductions, time, tiers);
  }

  /** The same day at another time. */
  MallFixture at(LocalTime moment) {
    return new MallFixture(today, policy, reductions, moment, tiers);
  }

  /** The mall in which somebody knows of which tier customers are. */
  MallFixture knowing(CustomerTiers known) {
    return new MallFixture(today, policy, reductions, time, known);
  }

  Instant now() {
    return today.atTime(time).atZone(ZONE).toInstant();
  }

  private static final class Family {
    private final Set<Set<UUID>> pairs = ConcurrentHashMap.newKeySet();

    boolean contains(UUID one, UUID other) {
      return pairs.contains(Set.of(one, other));
    }
  }

  /** Two customers who live together. */
  static UUID[] couple() {
    UUID[] two = {newCustomer(), newCustomer()};
    FAMILY.pairs.add(Set.of(two[0], two[1]));
    return two;
  }

  /** The mall's parts within one transaction. */
  record Mall(
      EntityManager em,
      Clock clock,
      PointsDesk points,
      OrderDesk desk,
      Orders orders,
      OrderRefunds refunds,
      OrderLife life,
      Returns returns,
      ReturnBook returnBook,
      Carts carts,
      Checkouts checkouts,
      ItemSearch search,
      Shelves shelves,
      Offers offers,
      ShopWindow window,
      PictureArchive pictures,
      Bundles bundles,
      Reviews reviews,
      SalesFigures figures,
      OrderBook book,
      Catalogue catalogue,
      Bookkeeping books,
      Holds holds,
      Corrections corrections,
      Transfers transfers,
      RecordMoves moves,
      ExpiryRules rules,
      LiabilityBook liability) {}

  <T> T in(Function<Mall, T> work) {
    Caller caller =
        new Caller(
            "tester",
            null,
            Set.of(Role.OPERATOR),
            null,
            "test",
            UUID.randomUUID().toString(),
            Channel.SYSTEM,
            null,
            null);
    try {
      return CallContext.callAs(
          caller, () -> TestDatabase.get().inTransaction(em -> work.apply(mall(em))));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Mall mall(EntityManager em) {
    Clock clock = Clock.fixed(now(), ZONE);
    List<PriceReduction> taken = new ArrayList<>(reductions);
    taken.add(new BundleReduction(em));
    Catalogue catalogue = new Catalogue(em, clock, List.of(tiers));
    Till till = PURSE.till(em, clock);
    Orders orders = new Orders(em, clock, till, new Unheard<>());
    OrderRefunds refunds =
        new OrderRefunds(
            em, clock, till, policy, new Unheard<>(), new Unheard<>(), new Unheard<>());
    return new Mall(
        em,
        clock,
        new PointsDesk(em, clock, new ExpiryRules(em, clock), new Unheard<>()),
        new OrderDesk(clock, new KnownCustomers(), catalogue, orders, refunds),
        orders,
        refunds,
        new OrderLife(em, clock, new Unheard<>()),
        new Returns(em, clock, refunds, new MayComeBack(7)),
        new ReturnBook(em, clock, new KnownCustomers()),
        new Carts(em, clock, catalogue),
        new Checkouts(
            em,
            clock,
            new KnownCustomers(),
            till,
            orders,
            catalogue,
            taken,
            Duration.ofMinutes(15)),
        new ItemSearch(em),
        new Shelves(em, clock, catalogue),
        new Offers(em, clock, catalogue),
        new ShopWindow(em, clock),
        new PictureArchive(em, clock, catalogue, UPLOADS),
        new Bundles(em, clock, catalogue, new Carts(em, clock, catalogue)),
        new Reviews(em, clock),
        new SalesFigures(em, clock, 365),
        new OrderBook(em, clock, new KnownCustomers(), till),
        catalogue,
        new Bookkeeping(em, clock, PURSE.proof(em, clock)),
        new Holds(em, clock, Duration.ofDays(7)),
        new Corrections(em, clock, new KnownCustomers()),
        new Transfers(em, clock, FAMILY::contains),
        new RecordMoves(em, clock),
        new ExpiryRules(em, clock),
        new LiabilityBook(em, clock));
  }

  static UUID newCustomer() {
    return Ids.next();
  }

  static CustomerRef customer(UUID id) {
    return new CustomerRef(id, "C" + id, "测试客户", "B0101", null);
  }

  ItemView item(long price, long stock) {
    String sku = "T-" + SKUS.incrementAndGet();
    return in(
        mall ->
            mall.catalogue().create(new CreateItem(sku, "Item " + sku, Points.of(price), stock)));
  }

  /** Grants points that expire on a day, or by the rule when it is null. */
  UUID grant(UUID customer, long points, LocalDate expiresOn) {
    return in(mall ->
            mall.points().grant(new GrantPoints(customer, Points.of(points), "welcome", expiresOn)))
        .lotId();
  }

  OrderView order(UUID customer, PlaceOrder.Line... lines) {
    return order(customer, null, lines);
  }

  OrderView order(UUID customer, PayCash pay, PlaceOrder.Line... lines) {
    return in(
        mall -> {
          UUID id =
              mall.desk()
                  .place(new PlaceOrder(customer, Arrays.asList(lines), pay), customer(customer));
          return mall.book().find(id).orElseThrow();
        });
  }

  static PlaceOrder.Line line(ItemView item, long quantity) {
    return new PlaceOrder.Line(item.sku(), quantity);
  }

  OrderView cancel(OrderView order, CancelOrder.Line... lines) {
    return in(
        mall -> {
          mall.desk().cancel(new CancelOrder(order.id(), null, "changed his mind", List.of(lines)));
          return mall.book().find(order.id()).orElseThrow();
        });
  }

  static CancelOrder.Line part(OrderView order, int lineNo, Long quantity) {
    return new CancelOrder.Line(order.lines().get(lineNo - 1).id(), quantity);
  }

  /** The mall in which something is taken off the prices of checkouts. */
  MallFixture with(PriceReduction... taken) {
    return new MallFixture(today, policy, List.of(taken), time, tiers);
  }

  void put(UUID customer, ItemView item, long quantity) {
    in(
        mall -> {
          mall.carts().put(new PutInCart(customer, item.sku(), quantity));
          return null;
        });
  }

  CartView cart(UUID customer) {
    return in(mall -> mall.carts().view(customer(customer)));
  }

  CheckoutView checkOut(UUID customer, String... coupons) {
    return checkOut(customer, (PayCash) null, coupons);
  }

  CheckoutView checkOut(UUID customer, PayCash pay, String... coupons) {
    return in(
        mall ->
            mall.checkouts()
                .find(mall.checkouts().begin(customer(customer), List.of(coupons), pay))
                .orElseThrow());
  }

  /** An account of the customer, of this type, with so much in it. */
  UUID account(UUID customer, AccountType type, String amount) {
    UUID id = PURSE.account(customer, type);
    in(
        mall -> {
          PURSE.fill(mall.em(), mall.clock(), id, amount);
          return null;
        });
    return id;
  }

  Money balance(UUID account) {
    return in(mall -> PURSE.balance(mall.em(), mall.clock(), account));
  }

  DepositsTrialBalance moneyBooks() {
    return in(mall -> Purse.trialBalance(mall.em()));
  }

  /** An item that costs money for each piece too. */
  ItemView item(long price, String cash, long stock) {
    ItemView item = item(price, stock);
    in(
        mall -> {
          mall.offers()
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
          return null;
        });
    return in(mall -> mall.catalogue().view(item.id()));
  }

  CheckoutView see(CheckoutView checkout) {
    return in(mall -> mall.checkouts().find(checkout.id()).orElseThrow());
  }

  OrderView confirm(CheckoutView checkout) {
    return in(mall -> mall.book().find(mall.checkouts().confirm(checkout.id())).orElseThrow());
  }

  CheckoutView release(CheckoutView checkout) {
    return in(
        mall -> {
          mall.checkouts().release(checkout.id());
          return mall.checkouts().find(checkout.id()).orElseThrow();
        });
  }

  int timeOut(CheckoutView checkout) {
    return in(mall -> mall.checkouts().timeOut(checkout.id()));
  }

  ItemView limit(ItemView item, Long pieces, Integer days) {
    return in(
        mall ->
            mall.catalogue().limit(new SetPurchaseLimit(item.id(), item.version(), pieces, days)));
  }

  OrderView take(OrderView order, OrderStep step) {
    return in(
        mall -> {
          if (step == OrderStep.SHIP) {
            mall.life().ship(new ShipOrder(order.id(), order.version(), "SF", "SF 1234567"));
          } else {
            mall.life().advance(new AdvanceOrder(order.id(), order.version()), step);
          }
          return mall.book().find(order.id()).orElseThrow();
        });
  }

  /** Brings an order, as it was placed, to the customer. */
  OrderView deliver(OrderView order) {
    OrderView moved = order;
    for (OrderStep step :
        List.of(OrderStep.CONFIRM, OrderStep.PACK, OrderStep.SHIP, OrderStep.DELIVER)) {
      moved = take(moved, step);
    }
    return moved;
  }

  OrderView see(OrderView order) {
    return in(mall -> mall.book().find(order.id()).orElseThrow());
  }

  ReturnView requestReturn(OrderView order, RequestReturn.Line... lines) {
    return in(
        mall -> {
          UUID id = mall.returns().request(new RequestReturn(order.id(), "broken", List.of(lines)));
          return mall.returnBook().find(id).orElseThrow();
        });
  }

  static RequestReturn.Line back(OrderView order, int lineNo, long quantity) {
    return new RequestReturn.Line(order.lines().get(lineNo - 1).id(), quantity);
  }

  /** Takes a step of a return; an inspection accepts all, into stock. */
  ReturnView take(ReturnView goods, ReturnStep step) {
    return in(
        mall -> {
          Returns returns = mall.returns();
          switch (step) {
            case APPROVE, REFUSE, WITHDRAW ->
                returns.decide(new DecideReturn(goods.id(), goods.version(), "because"), step);
            case RECEIVE -> returns.receive(new AdvanceReturn(goods.id(), goods.version()));
            case INSPECT ->
                returns.inspect(
                    new InspectReturn(
                        goods.id(),
                        goods.version(),
                        "as new",
                        goods.lines().stream()
                            .map(
                                line ->
                                    new InspectReturn.Line(
                                        line.lineId(), line.quantity(), ReturnedGoodsFate.RESTOCK))
                            .toList()));
            case REFUND -> returns.refund(new AdvanceReturn(goods.id(), goods.version()));
            case REQUEST -> throw new IllegalArgumentException("a return is asked for once");
          }
          return mall.returnBook().find(goods.id()).orElseThrow();
        });
  }

  ReturnView inspect(ReturnView goods, InspectReturn.Line... found) {
    return in(
        mall -> {
          mall.returns()
              .inspect(new InspectReturn(goods.id(), goods.version(), "looked at", List.of(found)));
          return mall.returnBook().find(goods.id()).orElseThrow();
        });
  }

  /** The steps of a return up to and including one. */
  ReturnView takeAll(ReturnView goods, ReturnStep... steps) {
    ReturnView moved = goods;
    for (ReturnStep step : steps) {
      moved = take(moved, step);
    }
    return moved;
  }

  PointsView points(UUID customer) {
    return in(mall -> mall.points().view(customer(customer)));
  }

  long usable(UUID customer) {
    return points(customer).usable().amount();
  }

  long stock(ItemView item) {
    return in(mall -> mall.catalogue().view(item.id())).stock();
  }

  ItemView adjust(ItemView item, long delta) {
    return in(
        mall ->
            mall.catalogue().adjust(new AdjustStock(item.id(), item.version(), delta, "counted")));
  }

  Points expire(UUID customer) {
    return in(mall -> mall.points().expire(customer));
  }

  List<UUID> customersWithExpiredPoints() {
    return in(mall -> mall.points().customersWithExpiredPoints(10_000));
  }

  /** Sets points aside for some minutes. */
  UUID hold(UUID customer, long points, long minutes) {
    return in(
        mall ->
            mall.holds()
                .place(
                    customer,
                    "B0101",
                    Points.of(points),
                    mall.clock().instant().plus(Duration.ofMinutes(minutes)),
                    "at the till"));
  }

  UUID postHold(UUID hold, long points) {
    return in(mall -> mall.holds().post(hold, Points.of(points), "paid at the till"));
  }

  void release(UUID hold) {
    in(
        mall -> {
          mall.holds().release(hold, "changed his mind");
          return null;
        });
  }

  int settle(UUID customer) {
    return in(mall -> mall.points().settle(customer));
  }

  List<UUID> customersDue() {
    return in(mall -> mall.points().customersDue(10_000));
  }

  /** An order of one line that is paid from a hold. */
  OrderView orderPaidFrom(UUID hold, UUID customer, ItemView item, long quantity) {
    return in(
        mall -> {
          UUID order = Ids.next();
          UUID line = Ids.next();
          Sql sql = new Sql(mall.em());
          long total = item.price().amount() * quantity;
          sql.write(
              "insert into mall.customer_order (id, number, customer_id, status, total, returned,"
                  + " placed_at, recorded_at, placed_by, version)"
                  + " values (?, ?, ?, 'PLACED', ?, 0, now(), now(), 'test', 0)",
              order,
              "H" + SKUS.incrementAndGet(),
              customer,
              total);
          sql.write(
              "insert into mall.order_line (id, order_id, line_no, item_id, sku, name, price,"
                  + " quantity, cancelled) values (?, ?, 1, ?, ?, ?, ?, ?, 0)",
              line,
              order,
              item.id(),
              item.sku(),
              item.name(),
              item.price(),
              quantity);
          mall.holds().post(hold, order, List.of(new PointsHold.Wanted(line, Points.of(total))));
          new Stock(mall.em(), mall.clock())
              .move(
                  List.of(
                      new Stock.Movement(item.id(), Stock.Kind.REDEEMED, -quantity, line, null)));
          return mall.book().find(order).orElseThrow();
        });
  }

  TrialBalance trialBalance() {
    return in(mall -> mall.books().trialBalance());
  }

  /** The mall in figures of every month, as other tests post years before and after today. */
  MallFigures figures() {
    return in(mall -> mall.books().figures(Integer.MAX_VALUE));
  }

  /** An event that nobody listens to. */
  static final class Unheard<T> implements Event<T> {
    @Override
    public void fire(T event) {}

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Event<T> select(Annotation... qualifiers) {
      return this;
    }

    @Override
    public <U extends T> Event<U> select(Class<U> type, Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <U extends T> Event<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }
  }
}
