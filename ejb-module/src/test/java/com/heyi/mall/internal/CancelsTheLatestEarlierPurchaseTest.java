package com.heyi.mall.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.mall.internal.CancelsTheLatestEarlierPurchase.Match;
import com.heyi.mall.internal.CancelsTheLatestEarlierPurchase.Purchase;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelsTheLatestEarlierPurchaseTest {
  private static final Points CHEAP = Points.of(210);
  private static final Points DEAR = Points.of(255);

  private final Purchase latest = purchase("LAMP", CHEAP, 6);
  private final Purchase middle = purchase("LAMP", DEAR, 4);
  private final Purchase oldest = purchase("LAMP", DEAR, 9);
  private final CancelsTheLatestEarlierPurchase rule =
      new CancelsTheLatestEarlierPurchase(
          List.of(latest, purchase("CUP", DEAR, 50), middle, oldest));

  @Test
  void theLatestOfTheSamePriceComesFirst() {
    assertThat(rule.match("LAMP", DEAR, 4)).containsExactly(match(middle, 4));
    assertThat(rule.match("LAMP", DEAR, 4)).containsExactly(match(oldest, 4));
  }

  @Test
  void anotherPriceServesWhenTheSameHasTooFewLeft() {
    assertThat(rule.match("LAMP", Points.of(1), 5)).containsExactly(match(latest, 5));
  }

  @Test
  void severalServeTogetherTheLatestFirst() {
    assertThat(rule.match("LAMP", DEAR, 12))
        .containsExactly(match(latest, 6), match(middle, 4), match(oldest, 2));
    assertThat(rule.left("LAMP")).isEqualTo(7);
  }

  @Test
  void nothingIsTakenWhenAllTogetherHaveTooFew() {
    assertThat(rule.match("LAMP", DEAR, 20)).isEmpty();
    assertThat(rule.left("LAMP")).isEqualTo(19);
    assertThat(rule.everBought("LAMP")).isTrue();
    assertThat(rule.everBought("TEAPOT")).isFalse();
  }

  private static Purchase purchase(String sku, Points price, long left) {
    return new Purchase(Ids.next(), Ids.next(), sku, price, left);
  }

  private static Match match(Purchase purchase, long quantity) {
    return new Match(purchase.orderId(), purchase.lineId(), quantity);
  }
}
