package com.heyi.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.mall.CancelOrder;
import com.heyi.mall.CheckoutView;
import com.heyi.mall.ItemView;
import com.heyi.mall.OrderView;
import com.heyi.shared.error.HeyiException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Drives customers through issues, checkouts, orders, cancellations and retries at random, on the
 * real database, beside a model that only keeps how each coupon stands and what the campaign has
 * spent. jqwik prints the seed; the argument names the run.
 */
class CouponsModelTest {
  private static final long OFF = 30;
  private static final long POINTS = 100_000;
  private static final int KINDS = 4;
  private static final int STEPS = 25;

  private final PromotionsFixture promotions = new PromotionsFixture(LocalDate.of(2026, 3, 10));

  @Property(tries = 20)
  void noCouponIsUsedTwiceAndNoPointOfTheBudgetIsLostOrMade(@ForAll long run) {
    Random random = new Random(run);
    ItemView item = promotions.item(100, 10_000);
    List<TemplateView> kinds = new ArrayList<>();
    for (int n = 0; n < KINDS; n++) {
      kinds.add(promotions.terms().points(OFF).define());
    }
    Model model = new Model();
    model.budget = OFF * (1 + random.nextInt(8)) + random.nextInt((int) OFF);
    CampaignView campaign = promotions.campaign(null, BudgetUnit.POINTS, model.budget);
    for (int n = 0; n < 3; n++) {
      model.buyers.add(new Buyer(promotions.customer(POINTS)));
    }
    for (int step = 0; step < STEPS; step++) {
      act(random, campaign, kinds, item, model);
      check(campaign, model);
    }
    for (Buyer buyer : model.buyers) {
      if (buyer.open != null) {
        promotions.release(buyer.open);
        buyer.let(CouponStatus.AVAILABLE);
        buyer.open = null;
      }
      buyer.orders.forEach((order, used) -> promotions.cancel(order));
      buyer
          .orders
          .values()
          .forEach(used -> used.forEach(c -> buyer.coupons.put(c, CouponStatus.AVAILABLE)));
      buyer.orders.clear();
      assertThat(promotions.usable(buyer.id)).as("points").isEqualTo(POINTS);
    }
    model.spent = 0;
    check(campaign, model);
  }

  private void check(CampaignView campaign, Model model) {
    CampaignView seen = promotions.see(campaign);
    assertThat(seen.spent()).as("spent").isEqualTo(model.spent).isLessThanOrEqualTo(model.budget);
    assertThat(promotions.addsUp(campaign.id())).as("lanes equal entries").isTrue();
    for (Buyer buyer : model.buyers) {
      Map<String, CouponStatus> stand = new HashMap<>();
      promotions
          .<List<CouponView>>as(tools -> tools.coupons().ofCustomer(buyer.id))
          .forEach(coupon -> stand.put(coupon.code(), coupon.status()));
      Map<String, CouponStatus> expected = new HashMap<>();
      buyer.coupons.forEach((coupon, status) -> expected.put(coupon.code(), status));
      assertThat(stand).isEqualTo(expected);
    }
  }

  private void act(
      Random random, CampaignView campaign, List<TemplateView> kinds, ItemView item, Model model) {
    Buyer buyer = model.buyers.get(random.nextInt(model.buyers.size()));
    switch (random.nextInt(7)) {
      case 0, 1 -> issue(random, campaign, kinds, buyer);
      case 2, 3 -> begin(random, item, buyer, model);
      case 4 -> end(random, buyer, model);
      case 5 -> cancel(random, buyer, model);
      default -> retry(random, buyer);
    }
  }

  private void issue(Random random, CampaignView campaign, List<TemplateView> kinds, Buyer buyer) {
    TemplateView kind = kinds.get(random.nextInt(KINDS));
    boolean may =
        buyer.coupons.keySet().stream().noneMatch(has -> has.template().equals(kind.code()));
    CouponView coupon =
        attempt(
            may,
            () ->
                promotions.as(
                    tools ->
                        tools
                            .coupons()
                            .issue(new IssueCoupon(buyer.id, kind.code(), campaign.code(), null))));
    if (coupon != null) {
      buyer.coupons.put(coupon, CouponStatus.AVAILABLE);
    }
  }

  private void begin(Random random, ItemView item, Buyer buyer, Model model) {
    List<CouponView> chosen =
        buyer.coupons.keySet().stream().filter(coupon -> random.nextBoolean()).toList();
    boolean free = chosen.stream().allMatch(c -> buyer.coupons.get(c) == CouponStatus.AVAILABLE);
    long off = OFF * chosen.size();
    boolean may = buyer.open == null && free && model.spent + off <= model.budget;
    promotions.put(buyer.id, item, 2);
    CheckoutView open =
        attempt(may, () -> promotions.checkOut(buyer.id, chosen.toArray(CouponView[]::new)));
    if (open != null) {
      assertThat(open.total().amount()).isEqualTo(200 - off);
      buyer.open = open;
      chosen.forEach(coupon -> buyer.coupons.put(coupon, CouponStatus.RESERVED));
      model.spent += off;
    }
  }

  private void end(Random random, Buyer buyer, Model model) {
    if (buyer.open == null) {
      return;
    }
    CheckoutView open = buyer.open;
    buyer.open = null;
    if (random.nextInt(3) == 0) {
      promotions.release(open);
      model.spent -= OFF * buyer.let(CouponStatus.AVAILABLE).size();
      attempt(false, () -> promotions.confirm(open));
      return;
    }
    OrderView order = promotions.confirm(open);
    buyer.orders.put(order, buyer.let(CouponStatus.TAKEN));
    attempt(false, () -> promotions.confirm(open));
  }

  private void cancel(Random random, Buyer buyer, Model model) {
    if (buyer.orders.isEmpty()) {
      return;
    }
    OrderView order =
        new ArrayList<>(buyer.orders.keySet()).get(random.nextInt(buyer.orders.size()));
    if (random.nextBoolean()) {
      promotions.cancel(order, new CancelOrder.Line(order.lines().get(0).id(), 1L));
    }
    boolean nothingLeft =
        promotions.<OrderView>as(tools -> tools.shop().order(order.id())).lines().get(0).left()
            == 0;
    if (!nothingLeft && random.nextBoolean()) {
      promotions.cancel(order);
      nothingLeft = true;
    }
    if (nothingLeft) {
      List<CouponView> used = buyer.orders.remove(order);
      used.forEach(coupon -> buyer.coupons.put(coupon, CouponStatus.AVAILABLE));
      model.spent -= OFF * used.size();
      attempt(false, () -> promotions.cancel(order));
    }
  }

  /** What was heard of an order is heard once more. */
  private void retry(Random random, Buyer buyer) {
    buyer.orders.keySet().stream()
        .skip(buyer.orders.isEmpty() ? 0 : random.nextInt(buyer.orders.size()))
        .findFirst()
        .ifPresent(
            order ->
                promotions.<Boolean>as(
                    tools -> {
                      tools.checkout().ended(order.id());
                      return true;
                    }));
  }

  /** What the work gives, or null when it is refused; which it is says the model. */
  private static <T> T attempt(boolean may, Supplier<T> work) {
    try {
      T done = work.get();
      assertThat(may).as("done").isTrue();
      return done;
    } catch (HeyiException e) {
      assertThat(may).as("refused: %s %s", e.code(), e.args()).isFalse();
      return null;
    }
  }

  private static final class Model {
    private final List<Buyer> buyers = new ArrayList<>();
    private long budget;
    private long spent;
  }

  private static final class Buyer {
    private final UUID id;
    private final Map<CouponView, CouponStatus> coupons = new HashMap<>();
    private final Map<OrderView, List<CouponView>> orders = new HashMap<>();
    private CheckoutView open;

    private Buyer(UUID id) {
      this.id = id;
    }

    /** What was set aside becomes this; answers which. */
    private List<CouponView> let(CouponStatus next) {
      List<CouponView> held =
          coupons.keySet().stream().filter(c -> coupons.get(c) == CouponStatus.RESERVED).toList();
      held.forEach(coupon -> coupons.put(coupon, next));
      return held;
    }
  }
}
