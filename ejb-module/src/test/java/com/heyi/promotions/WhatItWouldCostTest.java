package com.heyi.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.mall.CheckoutView;
import com.heyi.mall.ItemView;
import com.heyi.shared.value.Points;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * What a cart would cost is what it costs, line by line: with bundles, offers of the moment, prices
 * of tiers and all coupons of the customer. jqwik prints the seed; the argument names the run.
 */
class WhatItWouldCostTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final int ITEMS = 5;

  private final PromotionsFixture promotions = new PromotionsFixture(DAY);

  @Property(tries = 40)
  void whatACartWouldCostAtAMomentIsWhatTheCheckoutTakesThen(@ForAll long run) {
    Random random = new Random(run);
    promotions.todayIs(DAY);
    UUID buyer = promotions.customer(1_000_000);
    String tier = PromotionsFixture.code("TIER");
    if (random.nextBoolean()) {
      promotions.isOf(buyer, tier);
    }
    String above = promotions.category(null);
    String below = promotions.category(above);
    List<ItemView> items = new ArrayList<>();
    for (int n = 0; n < ITEMS; n++) {
      long price = 20 + random.nextInt(200);
      items.add(n % 2 == 0 ? promotions.item(price, 1000) : promotions.itemIn(below, price));
    }
    bundles(random, items);
    offers(random, items, tier);
    coupons(random, buyer, items, above);
    Map<ItemView, Long> cart = new LinkedHashMap<>();
    for (ItemView item : shuffled(random, items)) {
      cart.put(item, 1L + random.nextInt(4));
    }

    Instant at = promotions.now().plus(Duration.ofHours(random.nextInt(24 * 4)));
    PriceExplained told = promotions.explainAt(at, buyer, cart);
    promotions.nowIs(at);
    shuffled(random, items).forEach(item -> promotions.put(buyer, item, cart.get(item)));
    PriceExplained ofTheCart = promotions.explainAt(null, buyer, Map.of());
    CheckoutView taken = promotions.checkOutAs(buyer, told);

    assertThat(told.total()).isEqualTo(taken.total());
    assertThat(told.cash()).isEqualTo(taken.cash());
    assertThat(bySku(told)).isEqualTo(bySku(taken));
    assertThat(bySku(ofTheCart)).as("his cart instead of a list").isEqualTo(bySku(taken));
    assertThat(taken.lines().stream().mapToLong(line -> line.reduced().amount()).sum())
        .as("bundles and coupons: nothing twice, nothing lost")
        .isEqualTo(told.bundles().amount() + ofCoupons(told));
    promotions.release(taken);
  }

  @Test
  void couponsThatExpiredUnusedAreNotToldOfButOnesThatAreNamed() {
    UUID buyer = promotions.customer(1000);
    Map<ItemView, Long> cart = Map.of(promotions.item(100, 10), 1L);
    CouponView expired =
        promotions.issue(promotions.terms().points(10).on(DAY, DAY.plusDays(1)).define(), buyer);
    assertThat(promotions.explainAt(null, buyer, cart).coupons()).hasSize(1);

    promotions.todayIs(DAY.plusDays(2));

    assertThat(promotions.explainAt(null, buyer, cart).coupons()).isEmpty();
    assertThat(promotions.explain(buyer, cart, expired).coupons())
        .singleElement()
        .satisfies(told -> assertThat(told.applied()).isFalse());
  }

  private static long ofCoupons(PriceExplained told) {
    return told.coupons().stream().mapToLong(coupon -> coupon.off().amount()).sum();
  }

  private record Cost(Points price, Points off, Points total) {}

  private static Map<String, Cost> bySku(PriceExplained told) {
    return told.lines().stream()
        .collect(
            Collectors.toMap(
                PriceExplained.Line::sku,
                line -> new Cost(line.price(), line.off(), line.total())));
  }

  private static Map<String, Cost> bySku(CheckoutView taken) {
    return taken.lines().stream()
        .collect(
            Collectors.toMap(
                CheckoutView.Line::sku,
                line -> new Cost(line.price(), line.reduced(), line.total())));
  }

  private static List<ItemView> shuffled(Random random, List<ItemView> items) {
    List<ItemView> others = new ArrayList<>(items);
    Collections.shuffle(others, random);
    return others;
  }

  private void bundles(Random random, List<ItemView> items) {
    for (int n = random.nextInt(3); n > 0; n--) {
      List<ItemView> two = shuffled(random, items).subList(0, 2);
      promotions.bundle(
          1 + random.nextInt(39), Map.of(two.get(0), 1L, two.get(1), 1L + random.nextInt(2)));
    }
  }

  /** Offers that begin and end within the days that are asked about. */
  private void offers(Random random, List<ItemView> items, String tier) {
    for (int n = random.nextInt(6); n > 0; n--) {
      ItemView item = items.get(random.nextInt(ITEMS));
      Instant from = promotions.now().plus(Duration.ofHours(random.nextInt(60)));
      promotions.offer(
          item,
          random.nextInt(3) == 0 ? tier : null,
          1 + random.nextInt((int) item.price().amount() - 1),
          from,
          from.plus(Duration.ofHours(1 + random.nextInt(60))));
    }
  }

  private void coupons(Random random, UUID buyer, List<ItemView> items, String category) {
    for (int n = random.nextInt(6); n > 0; n--) {
      PromotionsFixture.Terms terms =
          promotions
              .terms()
              .minimum(random.nextInt(3) == 0 ? random.nextInt(800) : 0)
              .precedence(1 + random.nextInt(3))
              .on(DAY.plusDays(random.nextInt(2)), DAY.plusDays(2 + random.nextInt(3)));
      if (random.nextBoolean()) {
        terms.percent(1 + random.nextInt(60), random.nextBoolean() ? 100L : null);
      } else {
        terms.points(1 + random.nextInt(300));
      }
      switch (random.nextInt(4)) {
        case 0 -> terms.items(items.get(random.nextInt(ITEMS)), items.get(0));
        case 1 -> terms.categories(category);
        case 2 -> terms.group("G" + random.nextInt(2));
        default -> terms.minimum(0);
      }
      TemplateView kind = terms.define();
      if (random.nextInt(3) == 0) {
        promotions.issue(
            promotions.campaign(kind, BudgetUnit.POINTS, 1 + random.nextInt(400)), buyer);
      } else {
        promotions.issue(kind, buyer);
      }
    }
  }

  @Test
  void bundlesArePartOfTheAnswer() {
    UUID buyer = promotions.customer(1000);
    ItemView pot = promotions.item(100, 10);
    ItemView lid = promotions.item(50, 10);
    promotions.bundle(30, Map.of(pot, 1L, lid, 1L));
    PriceExplained told = promotions.explain(buyer, Map.of(pot, 1L, lid, 1L));
    assertThat(told.before()).isEqualTo(Points.of(150));
    assertThat(told.bundles()).isEqualTo(Points.of(30));
    assertThat(told.total()).isEqualTo(Points.of(120));
  }

  @Test
  void thePriceOfHisTierIsHis() {
    UUID gold = promotions.customer(1000);
    UUID other = promotions.customer(1000);
    promotions.isOf(gold, "GOLD-X");
    ItemView pot = promotions.item(100, 10);
    promotions.offer(pot, "GOLD-X", 80, null, null);
    assertThat(promotions.explain(gold, Map.of(pot, 1L)).total()).isEqualTo(Points.of(80));
    assertThat(promotions.explain(other, Map.of(pot, 1L)).total()).isEqualTo(Points.of(100));
  }

  @Test
  void theOffersAreThoseOfTheMomentThatIsAskedAbout() {
    UUID buyer = promotions.customer(1000);
    ItemView pot = promotions.item(100, 10);
    Instant from = promotions.now().plus(Duration.ofDays(1));
    promotions.offer(pot, null, 60, from, from.plus(Duration.ofDays(1)));
    Function<Instant, Points> cost = at -> promotions.explainAt(at, buyer, Map.of(pot, 1L)).total();
    assertThat(cost.apply(promotions.now())).isEqualTo(Points.of(100));
    assertThat(cost.apply(from)).isEqualTo(Points.of(60));
    assertThat(cost.apply(from.plus(Duration.ofDays(1)))).as("over").isEqualTo(Points.of(100));
  }

  @Test
  void allOfHisCouponsAreLookedAtHoweverManyHeHas() {
    UUID buyer = promotions.customer(1000);
    ItemView pot = promotions.item(100, 10);
    TemplateView dear = promotions.terms().minimum(100_000).on(DAY, DAY.plusDays(1)).define();
    for (int n = 0; n < 51; n++) {
      promotions.issue(dear, buyer);
    }
    promotions.issue(promotions.terms().points(30).on(DAY, DAY.plusDays(9)).define(), buyer);
    assertThat(promotions.explain(buyer, Map.of(pot, 1L)).total()).isEqualTo(Points.of(70));
  }
}
