package com.heyi.mall.internal;

import static com.heyi.mall.internal.MallFixture.line;
import static com.heyi.mall.internal.MallFixture.newCustomer;
import static com.heyi.mall.internal.MallFixture.part;
import static com.heyi.mall.internal.OrderLifeTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.heyi.mall.CartView;
import com.heyi.mall.ChangeItem;
import com.heyi.mall.CheckoutStatus;
import com.heyi.mall.CheckoutView;
import com.heyi.mall.ItemStatus;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderStage;
import com.heyi.mall.OrderStatus;
import com.heyi.mall.OrderView;
import com.heyi.mall.PriceReduction;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.JobTrail;
import com.heyi.shared.value.Points;
import com.heyi.testing.KeptTrail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckoutsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

  private final MallFixture mall = MallFixture.on(TODAY);
  private final UUID buyer = newCustomer();
  private final ItemView kettle = mall.item(20, 10);
  private final ItemView cup = mall.item(5, 10);

  @AfterEach
  void theBooksBalance() {
    assertThat(mall.trialBalance().balanced()).as(mall.trialBalance().toString()).isTrue();
  }

  @Test
  void aCartKeepsTheLastWordAndForgetsWhatIsTakenOut() {
    mall.put(buyer, kettle, 1);
    mall.put(buyer, cup, 2);
    mall.put(buyer, kettle, 3);
    assertThat(mall.cart(buyer).lines())
        .extracting(CartView.Line::sku, CartView.Line::quantity)
        .containsExactly(tuple(kettle.sku(), 3L), tuple(cup.sku(), 2L));
    assertThat(mall.cart(buyer).total()).isEqualTo(Points.of(70));

    mall.put(buyer, kettle, 0);
    assertThat(mall.cart(buyer).lines()).extracting(CartView.Line::sku).containsExactly(cup.sku());
    assertThat(mall.stock(cup)).as("a cart reserves nothing").isEqualTo(10);
  }

  @Test
  void aCheckoutSetsPointsAndPiecesAsideAndConfirmingPlacesTheOrder() {
    mall.grant(buyer, 100, null);
    mall.put(buyer, kettle, 3);
    mall.put(buyer, cup, 2);

    CheckoutView open = mall.checkOut(buyer);
    assertThat(open.status()).isEqualTo(CheckoutStatus.OPEN);
    assertThat(mall.usable(buyer)).isEqualTo(30);
    assertThat(mall.stock(kettle)).isEqualTo(7);
    assertThat(mall.cart(buyer).openCheckout()).isEqualTo(open.id());

    mall.put(buyer, cup, 5);
    OrderView order = mall.confirm(open);
    assertThat(order.stage()).isEqualTo(OrderStage.PLACED);
    assertThat(order.total()).isEqualTo(Points.of(70));
    assertThat(mall.usable(buyer)).isEqualTo(30);
    assertThat(mall.stock(kettle)).isEqualTo(7);
    assertThat(mall.see(open).orderId()).isEqualTo(order.id());
    assertThat(mall.cart(buyer).lines())
        .as("what was added meanwhile stays")
        .extracting(CartView.Line::sku, CartView.Line::quantity)
        .containsExactly(tuple(cup.sku(), 3L));

    OrderView cancelled = mall.cancel(order);
    assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(mall.usable(buyer)).isEqualTo(100);
    assertThat(mall.stock(kettle)).isEqualTo(10);
  }

  @Test
  void lettingACheckoutGoGivesBackPointsAndPieces() {
    mall.grant(buyer, 100, null);
    mall.put(buyer, kettle, 3);
    CheckoutView released = mall.release(mall.checkOut(buyer));

    assertThat(released.status()).isEqualTo(CheckoutStatus.RELEASED);
    assertThat(mall.usable(buyer)).isEqualTo(100);
    assertThat(mall.stock(kettle)).isEqualTo(10);
    assertThat(mall.cart(buyer).lines()).hasSize(1);
    assertRefused(() -> mall.confirm(released), MallError.CHECKOUT_OVER);
    assertRefused(() -> mall.release(released), MallError.CHECKOUT_OVER);
  }

  @Test
  void whenItsTimeIsOverItCanOnlyGoAndTheNextOneMayCome() {
    mall.grant(buyer, 100, null);
    mall.put(buyer, kettle, 3);
    CheckoutView open = mall.checkOut(buyer);
    MallFixture later = mall.later(1);

    assertThat(mall.timeOut(open)).as("not yet").isZero();
    assertRefused(() -> later.confirm(open), MallError.CHECKOUT_OVER);
    CheckoutView next = later.checkOut(buyer);

    assertThat(mall.see(open).status()).isEqualTo(CheckoutStatus.TIMED_OUT);
    assertThat(later.timeOut(open)).as("once").isZero();
    assertThat(mall.stock(kettle)).isEqualTo(7);
    assertThat(later.usable(buyer)).isEqualTo(40);
    later.later(1).timeOut(next);
    assertThat(later.usable(buyer)).isEqualTo(100);
    assertThat(mall.stock(kettle)).isEqualTo(10);
  }

  @Test
  void theJobThatLetsItGoTellsSoOnceWithWhatCameBack() {
    mall.grant(buyer, 100, null);
    mall.put(buyer, kettle, 3);
    CheckoutView open = mall.checkOut(buyer);
    KeptTrail trail = new KeptTrail();

    assertThat(letGo(mall, trail, open)).as("not yet").isZero();
    assertThat(trail.rows()).isEmpty();
    assertThat(letGo(mall.later(1), trail, open)).isOne();
    assertThat(letGo(mall.later(1), trail, open)).as("once").isZero();
    assertThat(trail.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.action()).isEqualTo("checkout.time-out");
              assertThat(row.target()).isEqualTo("customer:" + buyer);
              assertThat(row.changes())
                  .contains(
                      new Change("checkout", open.id().toString(), "status", "OPEN", "TIMED_OUT"),
                      new Change("item", kettle.id().toString(), "stock", "7", "10"));
            });
  }

  private static int letGo(MallFixture mall, KeptTrail trail, CheckoutView checkout) {
    return mall.in(
        parts ->
            new CheckoutRun(parts.checkouts(), new JobTrail(parts.em(), trail))
                .timeOut(checkout.id()));
  }

  @Test
  void aPriceThatChangedSinceItWasShownMustBeAgreedTo() {
    mall.grant(buyer, 100, null);
    mall.put(buyer, kettle, 2);
    mall.in(
        m ->
            m.catalogue()
                .change(
                    new ChangeItem(
                        kettle.id(),
                        kettle.version(),
                        kettle.name(),
                        Points.of(25),
                        ItemStatus.ON_SALE)));

    assertThat(mall.cart(buyer).pricesChanged()).isTrue();
    assertRefused(() -> mall.checkOut(buyer), MallError.CART_PRICES_CHANGED);
    assertRefused(() -> accept(40), MallError.CART_PRICES_CHANGED);
    accept(50);
    assertThat(mall.confirm(mall.checkOut(buyer)).total()).isEqualTo(Points.of(50));
  }

  @Test
  void nothingIsSetAsideWhenAnythingIsLacking() {
    mall.grant(buyer, 100, null);
    mall.put(buyer, kettle, 2);
    mall.put(buyer, cup, 11);
    assertRefused(() -> mall.checkOut(buyer), MallError.STOCK_INSUFFICIENT);
    mall.put(buyer, cup, 10);
    mall.put(buyer, kettle, 3);
    assertRefused(() -> mall.checkOut(buyer), MallError.POINTS_INSUFFICIENT);
    assertThat(mall.usable(buyer)).isEqualTo(100);
    assertThat(mall.stock(kettle)).isEqualTo(10);
    assertRefused(() -> mall.checkOut(newCustomer()), MallError.ORDER_EMPTY);
  }

  @Test
  void whatCostsNothingIsCheckedOutToo() {
    ItemView gift = mall.item(0, 3);
    mall.put(buyer, gift, 2);
    OrderView order = mall.confirm(mall.checkOut(buyer));
    assertThat(order.total()).isEqualTo(Points.ZERO);
    assertThat(mall.stock(gift)).isEqualTo(1);
    assertThat(mall.cancel(order).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(mall.stock(gift)).isEqualTo(3);
  }

  @Test
  void aPurchaseLimitCountsWhatAPersonOrderedUnderAnyOfHisRecords() throws Exception {
    UUID merged = newCustomer();
    mall.grant(merged, 1000, null);
    mall.grant(buyer, 1000, null);
    mall.limit(kettle, 3L, 30);
    mall.order(merged, line(kettle, 2));
    KnownCustomers.merge(merged, buyer);
    assertRefused(() -> mall.order(buyer, line(kettle, 2)), MallError.PURCHASE_LIMIT);
    assertThat(
            atOnce(
                () -> mall.order(buyer, line(kettle, 1)),
                () -> mall.order(merged, line(kettle, 1))))
        .as("one is left")
        .containsExactlyInAnyOrder(true, false);
    mall.put(buyer, kettle, 1);
    assertRefused(() -> mall.checkOut(buyer), MallError.PURCHASE_LIMIT);
    assertRefused(() -> mall.order(merged, line(kettle, 1)), MallError.PURCHASE_LIMIT);
  }

  @Test
  void aLimitCountsOrdersAndCheckoutsOfItsPeriodAndNotWhatWasCancelled() {
    mall.grant(buyer, 1000, null);
    mall.limit(kettle, 3L, 30);
    OrderView order = mall.order(buyer, line(kettle, 2));
    assertRefused(() -> mall.order(buyer, line(kettle, 2)), MallError.PURCHASE_LIMIT);
    mall.put(buyer, kettle, 2);
    assertRefused(() -> mall.checkOut(buyer), MallError.PURCHASE_LIMIT);
    mall.put(buyer, kettle, 1);
    CheckoutView open = mall.checkOut(buyer);
    assertRefused(() -> mall.order(buyer, line(kettle, 1)), MallError.PURCHASE_LIMIT);
    mall.release(open);
    mall.cancel(order, part(order, 1, 1L));
    mall.put(buyer, kettle, 2);
    mall.confirm(mall.checkOut(buyer));
    assertThat(mall.later(31).order(buyer, line(kettle, 3)).lines()).hasSize(1);
  }

  @Test
  void whatIsTakenOffALineComesBackInProportionAndExactlyInTheEnd() {
    mall.grant(buyer, 100, null);
    mall.put(buyer, kettle, 3);
    MallFixture selling = mall.with(new Coupon(19));

    OrderView order = selling.confirm(selling.checkOut(buyer, "HALF"));

    assertThat(order.total()).isEqualTo(Points.of(41));
    assertThat(order.lines().get(0).reduced()).isEqualTo(Points.of(19));
    List<Long> given = new ArrayList<>();
    for (int piece = 0; piece < 3; piece++) {
      long before = mall.usable(buyer);
      mall.cancel(order, part(order, 1, 1L));
      given.add(mall.usable(buyer) - before);
    }
    assertThat(given).containsExactly(14L, 14L, 13L);
    assertThat(mall.usable(buyer)).isEqualTo(100);
  }

  @Test
  void aCouponThatIsNotGoodKeepsTheCheckoutFromHappening() {
    mall.grant(buyer, 100, null);
    mall.put(buyer, kettle, 1);
    assertRefused(() -> mall.with(new Coupon(5)).checkOut(buyer, "NONE"), MallError.ITEM_UNKNOWN);
    assertThat(mall.usable(buyer)).isEqualTo(100);
  }

  @Test
  void oneCustomerWhoChecksOutTwiceAtOnceHasOneCheckout() throws Exception {
    for (int round = 0; round < 10; round++) {
      UUID customer = newCustomer();
      mall.grant(customer, 100, null);
      mall.put(customer, cup, 1);
      assertThat(atOnce(() -> mall.checkOut(customer), () -> mall.checkOut(customer)))
          .containsExactlyInAnyOrder(true, false);
      assertThat(mall.usable(customer)).isEqualTo(95);
    }
    assertThat(mall.stock(cup)).isZero();
  }

  @Test
  void ofTwoCustomersWhoWantTheLastPieceOneGetsIt() throws Exception {
    for (int round = 0; round < 10; round++) {
      ItemView last = mall.item(5, 1);
      UUID one = newCustomer();
      UUID other = newCustomer();
      for (UUID customer : List.of(one, other)) {
        mall.grant(customer, 100, null);
        mall.put(customer, last, 1);
      }
      assertThat(atOnce(() -> mall.checkOut(one), () -> mall.checkOut(other)))
          .containsExactlyInAnyOrder(true, false);
      assertThat(mall.stock(last)).isZero();
      assertThat(mall.usable(one) + mall.usable(other)).isEqualTo(195);
    }
  }

  @Test
  void ofConfirmingAndLettingGoAtOneMomentOneHappens() throws Exception {
    mall.grant(buyer, 1000, null);
    int confirmed = 0;
    for (int round = 0; round < 10; round++) {
      mall.put(buyer, cup, 1);
      CheckoutView open = mall.checkOut(buyer);
      List<Boolean> done = atOnce(() -> mall.confirm(open), () -> mall.release(open));
      assertThat(done).containsExactlyInAnyOrder(true, false);
      confirmed += done.get(0) ? 1 : 0;
    }
    assertThat(mall.usable(buyer)).isEqualTo(1000 - 5 * confirmed);
    assertThat(mall.stock(cup)).isEqualTo(10 - confirmed);
  }

  /** 200 buyers, 40 at a time on the database, and 100 pieces: 100 are sold, and no buyer twice. */
  @Test
  void aFlashSaleSellsExactlyWhatThereIs() throws Exception {
    ItemView wanted = mall.item(7, 100);
    List<UUID> buyers = buyers(200, List.of(wanted));
    long sold = Arrays.stream(rush(buyers).ends()).filter(end -> end > 0).count();

    assertThat(sold).isEqualTo(100);
    assertThat(mall.stock(wanted)).isZero();
    long paid = buyers.stream().filter(customer -> mall.usable(customer) == 93).count();
    assertThat(paid).as("who paid").isEqualTo(100);
    assertThat(buyers.stream().filter(customer -> mall.usable(customer) == 100).count())
        .as("who keeps his points")
        .isEqualTo(100);
  }

  /**
   * Buyers of one item wait for its row for an update and a commit only: a hundred who buy the same
   * are done in a time of the same order as a hundred who buy each something else.
   */
  @Test
  void theRowOfAMuchWantedItemIsHeldForAMomentOnly() throws Exception {
    ItemView one = mall.item(7, 100);
    List<ItemView> many = new ArrayList<>();
    for (int n = 0; n < 100; n++) {
      many.add(mall.item(7, 1));
    }
    rush(buyers(20, List.of(mall.item(7, 20))));
    Rush apart = rush(buyers(100, many));
    Rush together = rush(buyers(100, List.of(one)));

    System.out.printf(
        "100 checkouts of one item: %d ms; of a hundred items: %d ms%n",
        together.millis(), apart.millis());
    assertThat(mall.stock(one)).isZero();
    assertThat(many).allSatisfy(item -> assertThat(mall.stock(item)).isZero());
  }

  /** Customers with 100 points, each with a piece of one of the items in his cart. */
  private List<UUID> buyers(int count, List<ItemView> items) {
    List<UUID> buyers = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      UUID customer = newCustomer();
      mall.grant(customer, 100, null);
      mall.put(customer, items.get(n % items.size()), 1);
      buyers.add(customer);
    }
    return buyers;
  }

  private record Rush(long millis, long[] ends) {}

  /** All check out and confirm, as many at a time as there are connections for. */
  private Rush rush(List<UUID> buyers) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(40);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<Boolean>> attempts =
          buyers.stream()
              .map(
                  customer ->
                      threads.submit(
                          (Callable<Boolean>)
                              () -> {
                                start.await();
                                return buys(customer);
                              }))
              .toList();
      long from = System.nanoTime();
      start.countDown();
      long[] ends = new long[buyers.size()];
      for (int n = 0; n < ends.length; n++) {
        ends[n] = attempts.get(n).get() ? 1 : 0;
      }
      return new Rush((System.nanoTime() - from) / 1_000_000, ends);
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean buys(UUID customer) {
    try {
      mall.confirm(mall.checkOut(customer));
      return true;
    } catch (HeyiException e) {
      assertThat(e.error()).isEqualTo(MallError.STOCK_INSUFFICIENT);
      return false;
    }
  }

  private void accept(long total) {
    mall.in(
        m -> {
          m.carts().acceptPrices(MallFixture.customer(buyer), Points.of(total));
          return null;
        });
  }

  static void assertRefused(ThrowingCallable attempt, ErrorCode error) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(HeyiException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  /** Takes points off the first line for the code HALF, and refuses every other code. */
  private record Coupon(long off) implements PriceReduction {
    @Override
    public Turn turn() {
      return Turn.CUSTOMER;
    }

    @Override
    public List<Off> reduce(Basket basket) {
      if (!basket.coupons().equals(List.of("HALF"))) {
        throw new HeyiException(MallError.ITEM_UNKNOWN, basket.coupons());
      }
      return List.of(new Off(1, Points.of(off)));
    }

    @Override
    public void confirmed(UUID checkoutId, UUID orderId) {}

    @Override
    public void released(UUID checkoutId) {}
  }
}
