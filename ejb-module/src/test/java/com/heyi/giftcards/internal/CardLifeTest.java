package com.heyi.giftcards.internal;

import static com.heyi.testing.CardFixture.MOST_WRONG_CODES;
import static com.heyi.testing.CardFixture.WITHIN_MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.giftcards.CardEntryKind;
import com.heyi.giftcards.CardHandedOver;
import com.heyi.giftcards.CardMovementView;
import com.heyi.giftcards.CardPayment;
import com.heyi.giftcards.CardStatus;
import com.heyi.giftcards.Funding;
import com.heyi.giftcards.GiftCardBooks;
import com.heyi.giftcards.GiftCardView;
import com.heyi.giftcards.GiftCardsError;
import com.heyi.giftcards.IssueCard;
import com.heyi.giftcards.ReactivateCard;
import com.heyi.giftcards.ReplaceCard;
import com.heyi.giftcards.SetCardRule;
import com.heyi.mall.internal.KnownCustomers;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.json.Json;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.testing.CardFixture;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CardLifeTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final LocalDate LAST_DAY = LocalDate.of(2029, 3, 10);

  private final CardFixture cards = new CardFixture(new KnownCustomers());
  private LocalDateTime now = TODAY.atTime(LocalTime.NOON);
  private String caller = "tester-" + Ids.next();
  private GiftCardBooks before;

  @BeforeEach
  void theBooksAreRead() {
    before = books();
  }

  /** Other tests on the same database may have left faults of their own. */
  @AfterEach
  void theBooksBalance() {
    GiftCardBooks after = books();
    assertThat(after.difference()).isEqualTo(before.difference());
    assertThat(after.wrongBalances()).isEqualTo(before.wrongBalances());
  }

  @Test
  void aCardIsIssuedHandedOverAndRedeemedInPart() {
    CardFixture.Held card = sold("100.00");
    assertThat(card.code()).matches("([A-Z2-9]{4}-){3}[A-Z2-9]{4}");
    GiftCardView seen = see(card);
    assertThat(seen.status()).isEqualTo(CardStatus.ACTIVE);
    assertThat(seen.expiresOn()).isEqualTo(LAST_DAY);
    assertThat(seen.codeEnd()).isEqualTo(card.code().substring(15));

    assertThat(pay(card, "30.01").amount()).isEqualTo(Money.cny("30.01"));
    assertThat(see(card).balance()).isEqualTo(Money.cny("69.99"));
    assertThat(movements(card))
        .extracting(CardMovementView::kind)
        .containsExactly(CardEntryKind.REDEEM, CardEntryKind.ISSUE);
    assertThat(movements(card))
        .extracting(line -> line.balanceAfter().amount().toPlainString())
        .containsExactly("69.99", "100.00");
    assertThat(books().liability().minus(before.liability())).isEqualTo(Money.cny("69.99"));
    assertThat(books().redeemed().minus(before.redeemed())).isEqualTo(Money.cny("30.01"));
  }

  @Test
  void aCardIsEmptiedToTheLastFenAndThenPaysNothing() {
    CardFixture.Held card = sold("0.02");
    pay(card, "0.01");
    pay(card, "0.01");
    assertThat(see(card).balance().isZero()).isTrue();
    assertRefused(() -> pay(card, "0.01"), GiftCardsError.EMPTY);
    assertThat(see(card).status()).isEqualTo(CardStatus.ACTIVE);
  }

  @Test
  void aCardNeverPaysMoreThanItHasAndPaysWhatItHasWhenAskedTo() {
    CardFixture.Held card = sold("10.00");
    assertRefused(() -> pay(card, "10.01"), GiftCardsError.INSUFFICIENT);
    assertThat(see(card).balance()).isEqualTo(Money.cny("10.00"));
    CardPayment paid =
        in((em, clock) -> cards.payments(em, clock).payUpTo(card.code(), Money.cny("12.00")));
    assertThat(paid.amount()).isEqualTo(Money.cny("10.00"));
  }

  @Test
  void onTheLastFenOneOfTwoAtOnceIsRefused() throws Exception {
    CardFixture.Held card = sold("0.01");
    List<Boolean> paid = atOnce(() -> paidOrRefused(card), () -> paidOrRefused(card));
    assertThat(paid).containsExactlyInAnyOrder(true, false);
    assertThat(see(card).balance().isZero()).isTrue();
  }

  private boolean paidOrRefused(CardFixture.Held card) {
    try {
      pay(card, "0.01");
      return true;
    } catch (HeyiException e) {
      assertThat(e.error()).isIn(GiftCardsError.EMPTY, GiftCardsError.INSUFFICIENT);
      return false;
    }
  }

  @Test
  void whateverWayItIsTypedTheCodeIsTheSame() {
    CardFixture.Held card = sold("1.00");
    String typed = card.code().toLowerCase().replace('-', ' ');
    UUID found = in((em, clock) -> cards.cards(em, clock).byCode(typed));
    assertThat(found).isEqualTo(card.id());
  }

  @Test
  void neitherTheCodeNorItsPlainHashStandsInTheDatabase() {
    CardFixture.Held card = sold("1.00");
    String plain = card.code().replace("-", "");
    String row =
        in(
            (em, clock) ->
                (String)
                    em.createNativeQuery(
                            "select c::text from giftcards.card c where id = :id", String.class)
                        .setParameter("id", card.id())
                        .getSingleResult());
    assertThat(row).doesNotContain(plain).doesNotContain(card.code());
    assertThat(Json.write(new CardHandedOver(see(card), card.code())))
        .as("what is kept for a retry")
        .doesNotContain(card.code());
    assertThat(
            ((CardHandedOver)
                    Json.read(
                        Json.write(new CardHandedOver(see(card), card.code())),
                        CardHandedOver.class))
                .code())
        .isNull();
  }

  @Test
  void aCardThatIsNotHandedOverHasNoCodeAndIsHandedOverOnce() {
    UUID id = issued("5.00");
    assertThat(see(id).status()).isEqualTo(CardStatus.ISSUED);
    in((em, clock) -> cards.handedOver(em, clock, id));
    assertRefused(
        () -> in((em, clock) -> cards.handedOver(em, clock, id)), GiftCardsError.HANDED_OVER);
  }

  @Test
  void itPaysUntilMidnightOfTheBankAfterItsLastDay() {
    CardFixture.Held card = sold("10.00");
    now = LAST_DAY.atTime(23, 59, 59);
    pay(card, "1.00");
    assertThat(expire(card)).as("its day is not over").isFalse();
    now = LAST_DAY.plusDays(1).atStartOfDay();
    assertRefused(() -> pay(card, "1.00"), GiftCardsError.EXPIRED);
    assertThat(see(card).balance()).as("in the books until the run").isEqualTo(Money.cny("9.00"));
    assertThat(expire(card)).isTrue();
    assertThat(expire(card)).as("once").isFalse();
    assertThat(see(card).status()).isEqualTo(CardStatus.EXPIRED);
    assertThat(books().breakage().minus(before.breakage())).isEqualTo(Money.cny("9.00"));
  }

  @Test
  void theRunFindsWhatIsDueAndLeavesLostCardsToTheirReplacement() {
    CardFixture.Held due = sold("1.00");
    CardFixture.Held lost = sold("2.00");
    block(lost);
    now = LAST_DAY.plusDays(1).atStartOfDay();
    List<UUID> found = in((em, clock) -> cards.cards(em, clock).due(10_000));
    assertThat(found).contains(due.id()).doesNotContain(lost.id());
  }

  @Test
  void aCardOfTheTwentyNinthOfFebruaryEndsOnTheLastOfFebruary() {
    now = LocalDate.of(2028, 2, 29).atTime(LocalTime.NOON);
    assertThat(see(sold("1.00")).expiresOn()).isEqualTo(LocalDate.of(2031, 2, 28));
  }

  @Test
  void whatWasWrittenOffComesBackOnceForAsLongAsANewCard() {
    CardFixture.Held card = sold("10.00");
    now = LAST_DAY.plusDays(1).atStartOfDay();
    assertRefused(() -> reactivate(card), GiftCardsError.STATUS);
    expire(card);
    reactivate(card);
    assertThat(see(card).balance()).isEqualTo(Money.cny("10.00"));
    assertThat(see(card).expiresOn()).isEqualTo(LAST_DAY.plusDays(1).plusMonths(36));
    assertThat(books().breakage()).isEqualTo(before.breakage());
    assertRefused(() -> reactivate(card), GiftCardsError.STATUS);
    pay(card, "10.00");
  }

  @Test
  void anEmptyCardExpiresWithoutAnEntryAndNothingComesBack() {
    CardFixture.Held card = sold("1.00");
    pay(card, "1.00");
    now = LAST_DAY.plusDays(1).atStartOfDay();
    expire(card);
    assertThat(movements(card)).hasSize(2);
    assertRefused(() -> reactivate(card), GiftCardsError.NOTHING_WRITTEN_OFF);
  }

  @Test
  void aRefundGoesBackOntoTheCardPartByPartAndNeverBeyondWhatItPaid() {
    CardFixture.Held card = sold("10.00");
    UUID payment = pay(card, "6.00").entryId();
    refund(payment, "2.50");
    refund(payment, "3.50");
    assertThat(see(card).balance()).isEqualTo(Money.cny("10.00"));
    assertRefused(() -> refund(payment, "0.01"), GiftCardsError.REFUND_TOO_MUCH);
  }

  @Test
  void aRefundToAnExpiredCardLetsItLastAgainForSomeDaysWithNothingThatWasWrittenOff() {
    CardFixture.Held card = sold("10.00");
    UUID payment = pay(card, "6.00").entryId();
    now = LAST_DAY.plusDays(20).atTime(LocalTime.NOON);
    refund(payment, "6.00");
    GiftCardView seen = see(card);
    assertThat(seen.status()).isEqualTo(CardStatus.ACTIVE);
    assertThat(seen.balance()).isEqualTo(Money.cny("6.00"));
    assertThat(seen.expiresOn()).isEqualTo(LAST_DAY.plusDays(110));
    assertThat(books().breakage().minus(before.breakage())).isEqualTo(Money.cny("4.00"));
    pay(card, "6.00");
  }

  @Test
  void aLostCardPaysNothingAndTheNextOneHasTheRestAndTheLaterRefunds() {
    CardFixture.Held lost = sold("10.00");
    UUID payment = pay(lost, "4.00").entryId();
    block(lost);
    assertRefused(() -> pay(lost, "1.00"), GiftCardsError.STATUS);
    UUID next = in((em, clock) -> cards.replaced(em, clock, lost.id()));
    assertThat(see(lost).status()).isEqualTo(CardStatus.REPLACED);
    assertThat(see(lost).replacedBy()).isEqualTo(next);
    assertThat(see(next).balance()).isEqualTo(Money.cny("6.00"));
    assertThat(see(next).expiresOn()).isEqualTo(LAST_DAY);
    assertRefused(() -> pay(lost, "1.00"), GiftCardsError.STATUS);

    assertThat(refund(payment, "4.00").cardId()).isEqualTo(next);
    CardFixture.Held held = in((em, clock) -> cards.handedOver(em, clock, next));
    assertThat(held.code()).isNotEqualTo(lost.code());
    pay(held, "10.00");
    assertRefused(
        () -> in((em, clock) -> cards.replaced(em, clock, lost.id())), GiftCardsError.STATUS);
  }

  @Test
  void aReplacementAfterTheLastDayLastsLongEnoughToBeUsed() {
    CardFixture.Held lost = sold("10.00");
    block(lost);
    now = LAST_DAY.plusDays(1).atStartOfDay();
    UUID next = in((em, clock) -> cards.replaced(em, clock, lost.id()));
    assertThat(see(next).expiresOn()).isEqualTo(LAST_DAY.plusDays(91));
  }

  @Test
  void nothingIsReplacedWhenNothingIsLeft() {
    CardFixture.Held card = sold("1.00");
    pay(card, "1.00");
    assertRefused(
        () -> in((em, clock) -> cards.replaced(em, clock, card.id())), GiftCardsError.EMPTY);
  }

  @Test
  void whoTriesTooManyCodesIsKeptOutForAWhileAlsoWithARightOne() {
    CardFixture.Held card = sold("10.00");
    for (int tries = 0; tries < MOST_WRONG_CODES; tries++) {
      assertRefused(
          () -> pay(new CardFixture.Held(null, "WRONG"), "1.00"), GiftCardsError.CODE_UNKNOWN);
    }
    assertRefused(() -> pay(card, "1.00"), GiftCardsError.CODE_LOCKED);
    String lockedOut = caller;
    caller = "another-" + Ids.next();
    pay(card, "1.00");
    caller = lockedOut;
    now = now.plusMinutes(WITHIN_MINUTES);
    pay(card, "1.00");
  }

  @Test
  void amountsAreWithinTheRuleAndPresentsHaveAReason() {
    assertRefused(() -> issued("0.00"), GiftCardsError.AMOUNT);
    assertRefused(() -> issued("1000.01"), GiftCardsError.AMOUNT);
    assertThat(see(issued("1000.00")).amount()).isEqualTo(Money.cny("1000.00"));
    assertRefused(
        () ->
            in(
                (em, clock) ->
                    cards
                        .cards(em, clock)
                        .issue(new IssueCard(Money.cny("1.00"), Funding.GIVEN, null, " "))),
        GiftCardsError.REASON_MISSING);
  }

  @Test
  void aRuleHoldsFromItsDayOnForCardsThatAreIssuedThen() {
    // A day of its own, as rules stay for good.
    LocalDate from = LocalDate.of(2090, 1, 1);
    SetCardRule rule = new SetCardRule(from, 48, 30, Money.cny("5000.00"), "board, item 3");
    in((em, clock) -> cards.rules(em, clock).set(rule));
    now = from.minusDays(1).atTime(23, 59);
    assertThat(see(sold("1.00")).expiresOn()).isEqualTo(from.minusDays(1).plusMonths(36));
    now = from.atStartOfDay();
    assertThat(see(sold("5000.00")).expiresOn()).isEqualTo(LocalDate.of(2094, 1, 1));
    assertRefused(
        () -> in((em, clock) -> cards.rules(em, clock).set(rule)), GiftCardsError.RULE_DUPLICATE);
    now = from.plusDays(1).atStartOfDay();
    assertRefused(
        () -> in((em, clock) -> cards.rules(em, clock).set(rule)), GiftCardsError.RULE_PAST);
  }

  @Test
  void aChangeOfACardThatHasMovedOnIsRefused() {
    UUID id = issued("5.00");
    long seen = see(id).version();
    in((em, clock) -> cards.handedOver(em, clock, id));
    assertRefused(
        () -> in((em, clock) -> cards.cards(em, clock).replace(new ReplaceCard(id, seen, "lost"))),
        CommonError.VERSION_MOVED);
  }

  @Test
  void theDatabaseRefusesWhatWouldFalsifyTheBooks() {
    CardFixture.Held card = sold("5.00");
    assertThatThrownBy(
            () ->
                in(
                    (em, clock) ->
                        em.createNativeQuery(
                                "update giftcards.posting set amount = 6 where card_id = :id")
                            .setParameter("id", card.id())
                            .executeUpdate()))
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(
            () ->
                in(
                    (em, clock) ->
                        em.createNativeQuery(
                                "insert into giftcards.entry (id, kind, amount, booked_on,"
                                    + " booked_at, booked_by) values (gen_random_uuid(), 'ISSUE',"
                                    + " 1, current_date, now(), 'x')")
                            .executeUpdate()))
        .hasStackTraceContaining("is not balanced");
  }

  @Test
  void whatARecordHasThatWasMergedIsFoundByTheNumberOfWhomHeTurnedOutToBe() {
    UUID customer = Ids.next();
    UUID merged = Ids.next();
    CustomerDirectory register =
        new KnownCustomers() {
          @Override
          public Optional<CustomerRef> findByNumber(String number) {
            return Optional.of(customer).filter(id -> number.equals("C" + id)).map(this::require);
          }

          @Override
          public List<CustomerRef> mergedInto(UUID id) {
            return id.equals(customer) ? List.of(require(merged)) : List.of();
          }
        };
    UUID own = presentedTo(customer);
    UUID earlier = presentedTo(merged);
    presentedTo(Ids.next());
    assertThat(numberedOf(register, "C" + customer)).containsExactlyInAnyOrder(own, earlier);
    assertThat(numberedOf(register, "C-nobody")).isEmpty();
  }

  private UUID presentedTo(UUID customer) {
    return in(
        (em, clock) ->
            cards
                .cards(em, clock)
                .issue(new IssueCard(Money.cny("1.00"), Funding.CASH, customer, null)));
  }

  private List<UUID> numberedOf(CustomerDirectory register, String number) {
    return in(
        (em, clock) ->
            new CardBook(em, clock, register)
                .page(PageRequest.first(50).filteredBy(Map.of("customer", number))).items().stream()
                    .map(GiftCardView::id)
                    .toList());
  }

  private CardFixture.Held sold(String amount) {
    return in((em, clock) -> cards.sold(em, clock, amount));
  }

  private UUID issued(String amount) {
    return in(
        (em, clock) ->
            cards
                .cards(em, clock)
                .issue(new IssueCard(Money.cny(amount), Funding.CASH, null, null)));
  }

  private CardPayment pay(CardFixture.Held card, String amount) {
    return in((em, clock) -> cards.payments(em, clock).pay(card.code(), Money.cny(amount)));
  }

  private CardPayment refund(UUID payment, String amount) {
    return in((em, clock) -> cards.payments(em, clock).refund(payment, Money.cny(amount)));
  }

  private void block(CardFixture.Held card) {
    in(
        (em, clock) -> {
          cards.block(em, clock, card.id());
          return null;
        });
  }

  private void reactivate(CardFixture.Held card) {
    in(
        (em, clock) -> {
          long version = cards.view(em, clock, card.id()).version();
          cards.cards(em, clock).reactivate(new ReactivateCard(card.id(), version, "asked for it"));
          return null;
        });
  }

  private boolean expire(CardFixture.Held card) {
    return in((em, clock) -> cards.cards(em, clock).expire(card.id()).isPresent());
  }

  private GiftCardView see(CardFixture.Held card) {
    return see(card.id());
  }

  private GiftCardView see(UUID card) {
    return in((em, clock) -> cards.view(em, clock, card));
  }

  private List<CardMovementView> movements(CardFixture.Held card) {
    return in((em, clock) -> cards.book(em, clock).movements(card.id()));
  }

  private GiftCardBooks books() {
    return in((em, clock) -> cards.book(em, clock).books());
  }

  private <T> T in(BiFunction<EntityManager, Clock, T> work) {
    Clock clock = Clock.fixed(now.atZone(ZONE).toInstant(), ZONE);
    Caller who =
        new Caller(
            caller,
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
          who, () -> TestDatabase.get().inTransaction(em -> work.apply(em, clock)));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @SafeVarargs
  private static <T> List<T> atOnce(Callable<T>... calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.length);
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(Stream.of(calls).toList())) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertRefused(ThrowingCallable call, ErrorCode error) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeyiException.class, e -> assertThat(e.error()).isEqualTo(error));
  }
}
