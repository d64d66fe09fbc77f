package com.heyi.mall.internal;

import static com.heyi.mall.internal.CheckoutsTest.assertRefused;
import static com.heyi.mall.internal.MallFixture.newCustomer;
import static com.heyi.mall.internal.MallFixture.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.heyi.mall.BundleView;
import com.heyi.mall.CartView;
import com.heyi.mall.CheckoutView;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderView;
import com.heyi.mall.PutBundleInCart;
import com.heyi.mall.SetBundle;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Several items under one name: into the cart at once, and for less when they are whole. */
class BundlesTest {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final MallFixture mall = MallFixture.on(LocalDate.of(2026, 3, 10));
  private final UUID buyer = newCustomer();
  private final ItemView pot = mall.item(100, 10);
  private final ItemView cup = mall.item(30, 10);

  @Test
  void aBundleGoesIntoTheCartBesideWhatIsThereAndCostsLess() {
    mall.grant(buyer, 1000, null);
    BundleView set = bundle(40, line(pot, 1), line(cup, 2));
    assertThat(set.price()).isEqualTo(Points.of(160));
    assertThat(set.available()).isEqualTo(5);
    mall.put(buyer, cup, 1);
    put(set, 2);

    assertThat(mall.cart(buyer).lines())
        .extracting(CartView.Line::sku, CartView.Line::quantity)
        .containsExactlyInAnyOrder(tuple(pot.sku(), 2L), tuple(cup.sku(), 5L));
    CheckoutView open = mall.checkOut(buyer);
    assertThat(open.total()).isEqualTo(Points.of(2 * 100 + 5 * 30 - 2 * 40));
    assertThat(open.lines())
        .extracting(CheckoutView.Line::sku, CheckoutView.Line::reduced)
        .containsExactlyInAnyOrder(
            tuple(pot.sku(), Points.of(50)), tuple(cup.sku(), Points.of(30)));
    OrderView order = mall.confirm(open);
    int cups = order.lines().get(0).sku().equals(cup.sku()) ? 1 : 2;
    assertThat(mall.cancel(order, part(order, cups, null)).returned())
        .as("a line that is given back gives back what was paid for it")
        .isEqualTo(Points.of(5 * 30 - 30));
  }

  @Test
  void aBundleThatCannotBeHadWholeIsRefusedNamingWhatIsMissingAndNothingIsPut() {
    BundleView set = bundle(0, line(pot, 4), line(cup, 6));
    mall.put(buyer, pot, 3);
    assertThatThrownBy(() -> put(set, 2))
        .isInstanceOfSatisfying(
            HeyiException.class,
            e -> {
              assertThat(e.error()).isEqualTo(MallError.BUNDLE_INCOMPLETE);
              assertThat(e.args().get(1).toString())
                  .contains(pot.sku() + " × 1", cup.sku() + " × 2");
            });
    assertThat(mall.cart(buyer).lines()).extracting(CartView.Line::sku).containsExactly(pot.sku());
  }

  @Test
  void halfABundleCostsWhatItCosts() {
    mall.grant(buyer, 1000, null);
    bundle(40, line(pot, 1), line(cup, 2));
    mall.put(buyer, pot, 1);
    mall.put(buyer, cup, 1);
    assertThat(mall.checkOut(buyer).total()).isEqualTo(Points.of(130));
  }

  @Test
  void aPieceCountsForOneBundleAndTheDearerReductionComesFirst() {
    mall.grant(buyer, 1000, null);
    bundle(10, line(pot, 1), line(cup, 1));
    bundle(40, line(pot, 1), line(cup, 2));
    mall.put(buyer, pot, 2);
    mall.put(buyer, cup, 3);
    assertThat(mall.checkOut(buyer).total()).isEqualTo(Points.of(290 - 40 - 10));
  }

  @Test
  void aBundleThatIsOffSaleNeitherGoesInNorTakesOff() {
    mall.grant(buyer, 1000, null);
    BundleView set = bundle(40, line(pot, 1), line(cup, 2));
    BundleView off = set(set, 40, false, line(pot, 1), line(cup, 2));
    assertRefused(() -> put(off, 1), MallError.BUNDLE_NOT_ON_SALE);
    mall.put(buyer, pot, 1);
    mall.put(buyer, cup, 2);
    assertThat(mall.checkOut(buyer).total()).isEqualTo(Points.of(160));
    assertRefused(() -> set(set, 1, true, line(pot, 1), line(cup, 2)), CommonError.VERSION_MOVED);
  }

  @Test
  void aBundleTakesOffLessThanItCostsAndNamesEachItemOnce() {
    assertRefused(() -> bundle(160, line(pot, 1), line(cup, 2)), MallError.BUNDLE_REDUCED);
    assertThat(bundle(159, line(pot, 1), line(cup, 2)).reduced()).isEqualTo(Points.of(159));
    assertRefused(() -> bundle(1, line(pot, 1), line(pot, 2)), MallError.BUNDLE_ITEM_TWICE);
    assertRefused(
        () -> bundle(1, line(pot, 1), new SetBundle.Line("NO-SUCH", 1)), MallError.ITEM_UNKNOWN);
  }

  @Property(tries = 60)
  void whatIsTakenOffComesToTheWholeAndNoLineGoesBelowNothing(
      @ForAll @Size(min = 2, max = 5) List<@LongRange(min = 0, max = 40) Long> prices,
      @ForAll @LongRange(min = 0, max = 100) long percent) {
    long whole = prices.stream().mapToLong(Long::longValue).sum();
    long reduced = Math.min(whole * percent / 100, Math.max(0, whole - 1));
    UUID customer = newCustomer();
    mall.grant(customer, 1000, null);
    List<ItemView> items = prices.stream().map(price -> mall.item(price, 5)).toList();
    bundle(reduced, items.stream().map(item -> line(item, 1)).toArray(SetBundle.Line[]::new));
    items.forEach(item -> mall.put(customer, item, 1));
    CheckoutView open = mall.checkOut(customer);
    assertThat(open.total()).isEqualTo(Points.of(whole - reduced));
  }

  private static SetBundle.Line line(ItemView item, long quantity) {
    return new SetBundle.Line(item.sku(), quantity);
  }

  private BundleView bundle(long reduced, SetBundle.Line... lines) {
    String code = "B-" + NEXT.incrementAndGet();
    return mall.in(
        m -> {
          m.bundles()
              .set(
                  new SetBundle(
                      code, null, "茶具套装", Points.of(reduced), true, Arrays.asList(lines)));
          return m.bundles().require(code);
        });
  }

  private BundleView set(BundleView seen, long reduced, boolean onSale, SetBundle.Line... lines) {
    return mall.in(
        m -> {
          m.bundles()
              .set(
                  new SetBundle(
                      seen.code(),
                      seen.version(),
                      seen.name(),
                      Points.of(reduced),
                      onSale,
                      Arrays.asList(lines)));
          return m.bundles().require(seen.code());
        });
  }

  private void put(BundleView bundle, long times) {
    mall.in(
        m -> {
          m.bundles().put(new PutBundleInCart(buyer, bundle.code(), times));
          return null;
        });
  }
}
