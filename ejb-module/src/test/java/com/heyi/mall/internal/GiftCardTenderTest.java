package com.heyi.mall.internal;

import static com.heyi.mall.internal.MallFixture.line;
import static com.heyi.mall.internal.MallFixture.newCustomer;
import static com.heyi.mall.internal.MallFixture.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.accounts.AccountType;
import com.heyi.deposits.DepositsError;
import com.heyi.giftcards.CardStatus;
import com.heyi.giftcards.GiftCardBooks;
import com.heyi.giftcards.GiftCardView;
import com.heyi.giftcards.GiftCardsError;
import com.heyi.mall.CheckoutView;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderView;
import com.heyi.mall.PayByCard;
import com.heyi.mall.PayCash;
import com.heyi.mall.PaymentView;
import com.heyi.mall.PlaceOrder;
import com.heyi.mall.Tender;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Money;
import com.heyi.testing.CardFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A gift card pays for an order, alone or with an account, and gets its part back line by line. */
class GiftCardTenderTest {
  private static final CardFixture CARDS = Purse.CARDS;
  private final MallFixture mall = MallFixture.on(LocalDate.of(2026, 3, 10));
  private final UUID buyer = newCustomer();

  @Test
  void aCardAndAnAccountPayTogetherAndBothGetTheirPartBack() {
    mall.grant(buyer, 1000, null);
    UUID account = mall.account(buyer, AccountType.I, "100.00");
    ItemView kettle = mall.item(20, "9.90", 10);
    CardFixture.Held card = sold("5.00");

    OrderView order = mall.order(buyer, pay("19.80", account, card, null), line(kettle, 2));
    assertThat(order.payments())
        .extracting(PaymentView::tender)
        .containsExactly(Tender.GIFT_CARD, Tender.ACCOUNT);
    assertThat(order.payments())
        .extracting(one -> one.amount().amount().toPlainString())
        .containsExactly("5.00", "14.80");
    assertThat(order.payments().get(0).paidFrom()).isEqualTo(see(card).number());
    assertThat(see(card).balance().isZero()).isTrue();
    assertThat(mall.balance(account)).isEqualTo(Money.cny("85.20"));

    mall.cancel(order);
    assertThat(see(card).balance()).isEqualTo(Money.cny("5.00"));
    assertThat(mall.balance(account)).isEqualTo(Money.cny("100.00"));
    assertRefused(() -> mall.cancel(order), MallError.ORDER_ALREADY_CANCELLED);
    assertThat(see(card).balance()).as("once").isEqualTo(Money.cny("5.00"));
  }

  @Test
  void aCardPaysAllAndNoAccountIsNeeded() {
    mall.grant(buyer, 1000, null);
    ItemView kettle = mall.item(20, "9.90", 10);
    CardFixture.Held card = sold("10.00");
    OrderView order = mall.order(buyer, pay("9.90", null, card, null), line(kettle, 1));
    assertThat(order.payments()).hasSize(1);
    assertThat(see(card).balance()).isEqualTo(Money.cny("0.10"));
  }

  @Test
  void whenTheCardIsNotEnoughAndNobodyPaysTheRestNothingIsPaid() {
    mall.grant(buyer, 1000, null);
    ItemView kettle = mall.item(20, "9.90", 10);
    CardFixture.Held card = sold("5.00");
    assertRefused(
        () -> mall.order(buyer, pay("9.90", null, card, null), line(kettle, 1)),
        MallError.ACCOUNT_MISSING);
    assertThat(see(card).balance()).isEqualTo(Money.cny("5.00"));
    assertThat(mall.usable(buyer)).isEqualTo(1000);
    assertThat(mall.stock(kettle)).isEqualTo(10);
  }

  @Test
  void whenTheAccountCannotPayTheRestTheCardKeepsItsMoney() {
    mall.grant(buyer, 1000, null);
    UUID account = mall.account(buyer, AccountType.I, "1.00");
    ItemView kettle = mall.item(20, "9.90", 10);
    CardFixture.Held card = sold("5.00");
    assertRefused(
        () -> mall.order(buyer, pay("9.90", account, card, null), line(kettle, 1)),
        DepositsError.INSUFFICIENT);
    assertThat(see(card).balance()).isEqualTo(Money.cny("5.00"));
  }

  @Test
  void aCardPaysWhatIsSaidAndNoMoreThanItCosts() {
    mall.grant(buyer, 1000, null);
    UUID account = mall.account(buyer, AccountType.I, "100.00");
    ItemView kettle = mall.item(20, "9.90", 10);
    CardFixture.Held card = sold("50.00");
    assertRefused(
        () -> mall.order(buyer, pay("9.90", account, card, "9.91"), line(kettle, 1)),
        MallError.CARD_PAYS_TOO_MUCH);
    mall.order(buyer, pay("9.90", account, card, "4.00"), line(kettle, 1));
    assertThat(see(card).balance()).isEqualTo(Money.cny("46.00"));
    assertThat(mall.balance(account)).isEqualTo(Money.cny("94.10"));
  }

  @Test
  void aWrongCodeOrdersNothing() {
    mall.grant(buyer, 1000, null);
    ItemView kettle = mall.item(20, "9.90", 10);
    PayCash wrong = new PayCash(Money.cny("9.90"), null, new PayByCard("NO-SUCH-CODE", null));
    assertRefused(() -> mall.order(buyer, wrong, line(kettle, 1)), GiftCardsError.CODE_UNKNOWN);
    assertThat(mall.usable(buyer)).isEqualTo(1000);
  }

  @Test
  void aCheckoutThatIsLetGoGivesTheCardItsMoneyBack() {
    mall.grant(buyer, 1000, null);
    ItemView kettle = mall.item(20, "9.90", 10);
    CardFixture.Held card = sold("20.00");
    mall.put(buyer, kettle, 2);
    CheckoutView open = mall.checkOut(buyer, pay("19.80", null, card, null));
    assertThat(see(card).balance()).isEqualTo(Money.cny("0.20"));
    mall.release(open);
    assertThat(see(card).balance()).isEqualTo(Money.cny("20.00"));
  }

  @Test
  void afterAPartIsCancelledTheRestComesBackToTheCardThatReplacedTheLostOne() {
    mall.grant(buyer, 1000, null);
    ItemView kettle = mall.item(20, "9.90", 10);
    CardFixture.Held card = sold("50.00");
    OrderView order = mall.order(buyer, pay("29.70", null, card, null), line(kettle, 3));
    mall.cancel(order, part(order, 1, 1L));
    assertThat(see(card).balance()).isEqualTo(Money.cny("30.20"));
    UUID next = mall.in(m -> CARDS.replaced(m.em(), m.clock(), card.id()));
    mall.cancel(mall.see(order));
    assertThat(see(card).status()).isEqualTo(CardStatus.REPLACED);
    assertThat(mall.in(m -> CARDS.view(m.em(), m.clock(), next)).balance())
        .isEqualTo(Money.cny("50.00"));
  }

  /** Whatever it costs and whatever the card pays: line after line all comes back, to the fen. */
  @Property(tries = 40)
  void splitOverTwoTendersAllComesBackLineByLine(
      @ForAll @Size(min = 1, max = 5) List<@LongRange(min = 1, max = 5000) Long> prices,
      @ForAll @IntRange(min = 1, max = 100) int percent) {
    mall.grant(buyer, 1000, null);
    long cost = prices.stream().mapToLong(Long::longValue).sum();
    long byCard = Math.max(1, cost * percent / 100);
    UUID account = mall.account(buyer, AccountType.I, "1000.00");
    CardFixture.Held card = sold(Fen.money(byCard).amount().toPlainString());
    GiftCardBooks before = books();
    List<PlaceOrder.Line> lines = new ArrayList<>();
    prices.forEach(
        price -> lines.add(line(mall.item(1, Fen.money(price).amount().toPlainString(), 5), 1)));
    OrderView order =
        mall.order(
            buyer,
            pay(Fen.money(cost).amount().toPlainString(), account, card, null),
            lines.toArray(PlaceOrder.Line[]::new));
    assertThat(see(card).balance().isZero()).isTrue();
    assertThat(mall.balance(account))
        .isEqualTo(Money.cny("1000.00").minus(Fen.money(cost - byCard)));

    OrderView moved = order;
    for (int at = 1; at <= prices.size(); at++) {
      moved = mall.cancel(moved, part(moved, at, null));
    }
    assertThat(see(card).balance()).isEqualTo(Fen.money(byCard));
    assertThat(mall.balance(account)).isEqualTo(Money.cny("1000.00"));
    assertThat(books().difference()).isEqualTo(before.difference());
    assertThat(books().liability()).isEqualTo(before.liability());
  }

  private CardFixture.Held sold(String amount) {
    return mall.in(m -> CARDS.sold(m.em(), m.clock(), amount));
  }

  private GiftCardView see(CardFixture.Held card) {
    return mall.in(m -> CARDS.view(m.em(), m.clock(), card.id()));
  }

  private GiftCardBooks books() {
    return mall.in(m -> CARDS.book(m.em(), m.clock()).books());
  }

  private static PayCash pay(String cost, UUID account, CardFixture.Held card, String byCard) {
    return new PayCash(
        Money.cny(cost),
        account,
        new PayByCard(card.code(), byCard == null ? null : Money.cny(byCard)));
  }

  private static void assertRefused(ThrowingCallable call, ErrorCode error) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeyiException.class, e -> assertThat(e.error()).isEqualTo(error));
  }
}
