package com.heyi.mall.internal;

import static com.heyi.mall.internal.CheckoutsTest.assertRefused;
import static com.heyi.mall.internal.MallFixture.line;
import static com.heyi.mall.internal.MallFixture.newCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.heyi.mall.CheckoutView;
import com.heyi.mall.EndOffer;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.OfferState;
import com.heyi.mall.OfferView;
import com.heyi.mall.OrderView;
import com.heyi.mall.PricesView;
import com.heyi.mall.SetItemPrice;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A customer pays the lowest price that holds for him at the moment. */
class PricesTest {
  private final MallFixture mall = MallFixture.on(LocalDate.of(2026, 3, 10));
  private final UUID buyer = newCustomer();
  private final ItemView kettle = mall.item(100, 50);

  @Test
  void aFlashPriceHoldsFromItsFirstMomentToTheLastBeforeItsEnd() {
    Instant noon = mall.now();
    offer(kettle, "限时抢购", null, noon.plusSeconds(3600), noon.plusSeconds(7200), 60);

    assertThat(priceAt(LocalTime.of(12, 59, 59, 999_999_000))).isEqualTo(100);
    assertThat(priceAt(LocalTime.of(13, 0))).isEqualTo(60);
    assertThat(priceAt(LocalTime.of(13, 59, 59, 999_999_000))).isEqualTo(60);
    assertThat(priceAt(LocalTime.of(14, 0))).isEqualTo(100);
  }

  @Test
  void aPriceThatEndsAtMidnightHoldsToTheEndOfTheDay() {
    Instant midnight = LocalDate.of(2026, 3, 11).atStartOfDay(MallFixture.ZONE).toInstant();
    offer(kettle, "当日价", null, null, midnight, 60);
    assertThat(priceAt(LocalTime.of(23, 59, 59))).isEqualTo(60);
    assertThat(price(mall.later(1).at(LocalTime.MIDNIGHT), buyer)).isEqualTo(100);
  }

  @Test
  void theLowestOfSeveralPricesCountsWhicheverWasMadeLast() {
    Instant end = mall.now().plus(Duration.ofDays(1));
    offer(kettle, "会员日", null, null, end, 70);
    offer(kettle, "周末", null, null, end, 80);
    assertThat(price(mall, buyer)).isEqualTo(70);
  }

  @Test
  void aTiersPriceIsForItsCustomersAloneAndMayHaveNoEnd() {
    UUID gold = newCustomer();
    MallFixture known =
        mall.knowing(customer -> customer.equals(gold) ? Optional.of("GOLD") : Optional.empty());
    offer(kettle, "金卡价", "GOLD", null, null, 50);

    assertThat(price(known, gold)).isEqualTo(50);
    assertThat(price(known, buyer)).isEqualTo(100);
    assertThat(price(mall, gold)).as("while nobody knows tiers").isEqualTo(100);
    assertThat(price(known.later(3650), gold)).isEqualTo(50);
  }

  @Test
  void whoHasATierNeverPaysMoreThanEverybody() {
    MallFixture known = mall.knowing(customer -> Optional.of("GOLD"));
    offer(kettle, "金卡价", "GOLD", null, null, 80);
    offer(kettle, "限时", null, null, mall.now().plusSeconds(60), 60);
    assertThat(price(known, buyer)).isEqualTo(60);
  }

  @Test
  void anOrderKeepsWhatWasPaidAndWhy() {
    mall.grant(buyer, 1000, null);
    offer(kettle, "限时抢购", null, null, mall.now().plusSeconds(60), 60);
    OrderView order = mall.order(buyer, line(kettle, 2));
    assertThat(order.lines())
        .extracting(OrderView.Line::price, OrderView.Line::offer)
        .containsExactly(tuple(Points.of(60), "限时抢购"));
    assertThat(mall.later(1).order(buyer, line(kettle, 1)).lines())
        .extracting(OrderView.Line::price, OrderView.Line::offer)
        .containsExactly(tuple(Points.of(100), null));
    assertThat(mall.later(2).cancel(order).returned()).isEqualTo(Points.of(120));
  }

  @Test
  void aCheckoutKeepsTheFlashPriceThatEndsBeforeItIsConfirmed() {
    mall.grant(buyer, 1000, null);
    offer(kettle, "限时抢购", null, null, mall.now().plusSeconds(60), 60);
    mall.put(buyer, kettle, 1);
    CheckoutView open = mall.checkOut(buyer);
    OrderView order = mall.at(LocalTime.of(12, 10)).confirm(open);
    assertThat(order.total()).isEqualTo(Points.of(60));
    assertThat(order.lines().get(0).offer()).isEqualTo("限时抢购");
  }

  @Test
  void aCartWhoseFlashPriceIsOverMustBeAgreedToAgain() {
    mall.grant(buyer, 1000, null);
    offer(kettle, "限时抢购", null, null, mall.now().plusSeconds(60), 60);
    mall.put(buyer, kettle, 1);
    MallFixture later = mall.at(LocalTime.of(12, 1));
    assertThat(later.cart(buyer).pricesChanged()).isTrue();
    assertRefused(() -> later.checkOut(buyer), MallError.CART_PRICES_CHANGED);
  }

  @Test
  void withNeitherTierNorEndItIsTheOrdinaryPrice() {
    PricesView now = set(kettle, null, null, null, null, 120, "9.90");
    assertThat(now.price()).isEqualTo(Points.of(120));
    assertThat(now.cash()).isEqualTo(Money.cny("9.90"));
    assertThat(now.offers()).isEmpty();
  }

  @Test
  void whatCostsMoneyTooIsRefusedUnlessTheCustomerAgreedToPayIt() {
    mall.grant(buyer, 1000, null);
    set(kettle, null, null, null, null, 100, "9.90");
    assertRefused(() -> mall.order(buyer, line(kettle, 1)), MallError.CASH_DIFFERS);
    mall.put(buyer, kettle, 1);
    assertThat(mall.cart(buyer).lines().get(0).cash()).isEqualTo(Money.cny("9.90"));
    assertRefused(() -> mall.checkOut(buyer), MallError.CASH_DIFFERS);

    PricesView prices = mall.in(m -> m.offers().prices(kettle.id()));
    mall.in(
        m -> {
          m.offers()
              .set(
                  new SetItemPrice(
                      kettle.id(),
                      prices.version(),
                      "只要积分",
                      null,
                      null,
                      mall.now().plusSeconds(60),
                      Points.of(150),
                      null));
          return null;
        });
    assertThat(price(mall, buyer)).as("less money is lower, whatever the points").isEqualTo(150);
    assertThat(mall.order(buyer, line(kettle, 1)).total()).isEqualTo(Points.of(150));
  }

  @Test
  void anOfferMustBeLowerHaveANameAndATimeThatIsNotOver() {
    Instant now = mall.now();
    assertRefused(
        () -> offer(kettle, "同价", null, null, now.plusSeconds(60), 100), MallError.OFFER_NOT_LOWER);
    assertRefused(
        () -> offer(kettle, " ", null, null, now.plusSeconds(60), 60), MallError.OFFER_LABEL);
    assertRefused(() -> offer(kettle, "过去", null, null, now, 60), MallError.OFFER_PERIOD);
    assertRefused(
        () -> offer(kettle, "倒置", null, now.plusSeconds(60), now.plusSeconds(60), 60),
        MallError.OFFER_PERIOD);
    assertRefused(
        () -> offer(kettle, "无限", null, now.plusSeconds(60), null, 60), MallError.OFFER_PERIOD);
    assertRefused(
        () -> set(kettle, null, null, null, null, 100, "-1.00"), MallError.CASH_OUT_OF_RANGE);
    assertRefused(
        () ->
            mall.in(
                m -> {
                  m.offers()
                      .set(
                          new SetItemPrice(
                              kettle.id(),
                              kettle.version(),
                              null,
                              null,
                              null,
                              null,
                              Points.of(1),
                              new Money(BigDecimal.ONE, Currency.getInstance("USD"))));
                  return null;
                }),
        MallError.CASH_OUT_OF_RANGE);
    assertRefused(
        () ->
            mall.in(
                m -> {
                  m.offers()
                      .set(
                          new SetItemPrice(
                              kettle.id(), 7, "x", null, null, null, Points.of(1), null));
                  return null;
                }),
        CommonError.VERSION_MOVED);
  }

  @Test
  void anOfferEndsOnceAndOneThatHasNotBegunNeverHolds() {
    Instant now = mall.now();
    offer(kettle, "进行中", null, null, now.plusSeconds(600), 60);
    offer(kettle, "未开始", null, now.plusSeconds(60), now.plusSeconds(600), 50);
    PricesView prices = mall.in(m -> m.offers().prices(kettle.id()));
    assertThat(prices.offers())
        .extracting(OfferView::label, OfferView::state)
        .containsExactly(tuple("未开始", OfferState.COMING), tuple("进行中", OfferState.HOLDS));
    MallFixture later = mall.at(LocalTime.of(12, 0, 30));
    prices.offers().forEach(each -> end(later, each));
    assertThat(price(later, buyer)).isEqualTo(100);
    assertThat(price(mall.at(LocalTime.of(12, 5)), buyer)).isEqualTo(100);
    assertThat(price(mall.at(LocalTime.of(12, 0, 29)), buyer)).as("as it was").isEqualTo(60);
    assertRefused(() -> end(later, prices.offers().get(1)), MallError.OFFER_OVER);
  }

  @Test
  void theDatabaseLetsAnOfferEndEarlierAndNothingElse() {
    offer(kettle, "限时", null, null, mall.now().plusSeconds(60), 60);
    assertRefusedByTheDatabase(
        "update mall.item_price set until_at = until_at + interval '1 day' where item_id = ?",
        "can only end earlier");
    assertRefusedByTheDatabase(
        "update mall.item_price set price = 1 where item_id = ?", "permission denied");
  }

  private void assertRefusedByTheDatabase(String sql, String why) {
    assertThatThrownBy(
            () ->
                TestDatabase.get()
                    .doInTransaction(
                        em ->
                            em.createNativeQuery(sql.replace("?", ":item"))
                                .setParameter("item", kettle.id())
                                .executeUpdate()))
        .hasStackTraceContaining(why);
  }

  private long priceAt(LocalTime time) {
    return price(mall.at(time), buyer);
  }

  private long price(MallFixture when, UUID customer) {
    return when.in(
        m ->
            m.catalogue()
                .bySku(List.of(kettle.sku()), customer)
                .get(kettle.sku())
                .price()
                .amount());
  }

  private void offer(
      ItemView item, String label, String tier, Instant from, Instant until, long price) {
    mall.in(
        m -> {
          m.offers()
              .set(
                  new SetItemPrice(
                      item.id(), item.version(), label, tier, from, until, Points.of(price), null));
          return null;
        });
  }

  private PricesView set(
      ItemView item,
      String label,
      String tier,
      Instant from,
      Instant until,
      long price,
      String cash) {
    return mall.in(
        m -> {
          m.offers()
              .set(
                  new SetItemPrice(
                      item.id(),
                      item.version(),
                      label,
                      tier,
                      from,
                      until,
                      Points.of(price),
                      Money.cny(cash)));
          return m.offers().prices(item.id());
        });
  }

  private static void end(MallFixture when, OfferView offer) {
    when.in(
        m -> {
          m.offers().end(new EndOffer(offer.itemId(), offer.id()));
          return null;
        });
  }
}
