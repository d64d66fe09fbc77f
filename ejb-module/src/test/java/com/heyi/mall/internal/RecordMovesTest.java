package com.heyi.mall.internal;

import static com.heyi.mall.internal.MallFixture.newCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.mall.AdjustPoints;
import com.heyi.mall.EntryKind;
import com.heyi.mall.GrantKind;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.ItemView;
import com.heyi.mall.LotSource;
import com.heyi.mall.OrderView;
import com.heyi.mall.PlaceOrder;
import com.heyi.mall.PointsView;
import com.heyi.mall.Posted;
import com.heyi.mall.ReverseGrant;
import com.heyi.mall.StatementRow;
import com.heyi.mall.TrialBalance;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Points move between two records of one person, and back as far as they are not spent. */
class RecordMovesTest {
  private static final LocalDate TODAY = LocalDate.of(2028, 2, 28);

  private final MallFixture mall = MallFixture.on(TODAY);
  private final UUID record = newCustomer();
  private final UUID customer = newCustomer();

  @Test
  void whatMovesKeepsItsLotsAndLastDays() {
    mall.grant(record, 100, TODAY.plusDays(1));
    mall.grant(record, 40, TODAY.plusDays(50));
    mall.later(-10).grant(record, 7, null);

    Posted moved = over(mall).orElseThrow();

    assertThat(moved.kind()).isEqualTo(EntryKind.MERGE_IN);
    assertThat(moved.amount()).isEqualTo(147);
    assertThat(mall.usable(record)).isZero();
    assertThat(mall.points(customer).lots())
        .extracting(PointsView.Lot::source, PointsView.Lot::remaining, PointsView.Lot::grantedOn)
        .contains(
            Tuple.tuple(LotSource.MOVED, Points.of(100), TODAY),
            Tuple.tuple(LotSource.MOVED, Points.of(7), TODAY.minusDays(10)));
    assertThat(mall.later(2).usable(customer)).isEqualTo(47);
    booksAreSound();
  }

  @Test
  void aSecondMoveFindsNothingAndWritesNothing() {
    mall.grant(record, 100, null);
    over(mall);
    int entries = statement(record).size() + statement(customer).size();

    assertThat(over(mall)).isEmpty();

    assertThat(statement(record).size() + statement(customer).size()).isEqualTo(entries);
    assertThat(mall.usable(customer)).isEqualTo(100);
  }

  @Test
  void aStatementShowsWhatStandsUnderAMergedRecordInTheOrderOfTime() {
    mall.grant(record, 100, null);
    mall.later(1).grant(customer, 40, null);
    mall.later(2).grant(record, 7, null);

    List<StatementRow> rows =
        mall.in(
            m ->
                m.points()
                    .statement(
                        customer, List.of(MallFixture.customer(record)), PageRequest.first(50))
                    .items());

    assertThat(rows)
        .extracting(StatementRow::record, StatementRow::amount, StatementRow::balanceAfter)
        .containsExactly(
            Tuple.tuple("C" + record, 7L, 107L),
            Tuple.tuple(null, 40L, 40L),
            Tuple.tuple("C" + record, 100L, 100L));
    assertThat(statement(customer)).extracting(StatementRow::amount).containsExactly(40L);
  }

  @Test
  void nothingMovesOfARecordWithoutPoints() {
    assertThat(over(mall)).isEmpty();
    assertThat(back(mall)).isEqualTo(Points.ZERO);
    assertThat(statement(customer)).isEmpty();
  }

  @Test
  void whatIsNotSpentGoesBackIntoTheLotThatItLeft() {
    UUID lot = mall.grant(record, 100, TODAY.plusDays(50));
    over(mall);
    spend(customer, 30);

    assertThat(back(mall)).isEqualTo(Points.of(70));

    assertThat(mall.usable(customer)).isZero();
    PointsView.Lot origin = mall.points(record).lots().get(0);
    assertThat(origin.id()).isEqualTo(lot);
    assertThat(origin.remaining()).isEqualTo(Points.of(70));
    assertThat(origin.expiresOn()).isEqualTo(TODAY.plusDays(50));
    assertThat(statement(record).get(0).kind()).isEqualTo(EntryKind.MERGE_IN);
    assertThat(statement(customer).get(0).kind()).isEqualTo(EntryKind.MERGE_OUT);
    booksAreSound();
  }

  @Test
  void theCustomersOwnPointsStayHisAndPayNothingBack() {
    mall.grant(record, 100, TODAY.plusDays(50));
    mall.grant(customer, 500, TODAY.plusDays(90));
    over(mall);
    spend(customer, 120);

    assertThat(back(mall)).isEqualTo(Points.ZERO);

    assertThat(mall.usable(customer)).isEqualTo(480);
    assertThat(mall.usable(record)).isZero();
    booksAreSound();
  }

  @Test
  void whatHasExpiredMeanwhileGoesBackToBeWrittenOffThere() {
    mall.grant(record, 100, TODAY.plusDays(1));
    over(mall);

    MallFixture leapDayOver = mall.later(2);
    assertThat(back(leapDayOver)).isEqualTo(Points.of(100));

    assertThat(leapDayOver.expire(record)).isEqualTo(Points.of(100));
    assertThat(leapDayOver.expire(customer)).isEqualTo(Points.ZERO);
    booksAreSound();
  }

  @Test
  void whatIsHeldStaysAndIsMovedOnceItIsFree() {
    mall.grant(record, 100, null);
    Instant soon = TODAY.atTime(13, 0).atZone(MallFixture.ZONE).toInstant();
    UUID hold = mall.in(m -> m.holds().place(record, "B0101", Points.of(60), soon, "till"));

    assertThat(over(mall).orElseThrow().amount()).isEqualTo(40);
    mall.in(
        m -> {
          m.holds().release(hold, "left");
          return null;
        });

    assertThat(over(mall).orElseThrow().amount()).isEqualTo(60);
    assertThat(mall.usable(customer)).isEqualTo(100);
    booksAreSound();
  }

  @Test
  void whatIsLockedStaysUntilItsDayHasCome() {
    mall.in(
        m ->
            m.points()
                .grant(
                    new GrantPoints(
                        record,
                        Points.of(50),
                        "earned",
                        null,
                        GrantKind.STANDARD,
                        null,
                        TODAY.plusDays(1),
                        null)));

    assertThat(over(mall)).isEmpty();
    MallFixture leapDay = mall.later(1);
    leapDay.in(m -> m.points().settle(record));

    assertThat(over(leapDay).orElseThrow().amount()).isEqualTo(50);
    booksAreSound();
  }

  @Test
  void aRefundAfterThePartingStaysWithWhoOrderedUntilTheyAreOneAgain() {
    mall.grant(record, 100, TODAY.plusDays(50));
    over(mall);
    OrderView order = spend(customer, 100);
    assertThat(back(mall)).isEqualTo(Points.ZERO);

    mall.cancel(order);

    assertThat(mall.usable(customer)).isEqualTo(100);
    assertThat(mall.usable(record)).isZero();
    assertThat(back(mall)).isEqualTo(Points.of(100));
    assertThat(mall.usable(record)).isEqualTo(100);
    booksAreSound();
  }

  @Test
  void whatWasGivenUpOfAReversedGrantIsForfeitedWhenTheRecordsArePartedAndDoesNotComeBack() {
    UUID grant =
        mall.in(m -> m.points().grant(new GrantPoints(record, Points.of(100), "earned", null)))
            .entryId();
    mall.grant(record, 20, TODAY.plusDays(50));
    over(mall);
    spend(customer, 50);
    mall.in(m -> m.corrections().reverse(new ReverseGrant(record, grant, "wrong", true)));

    assertThat(back(mall)).as("70 came back, all of them given up").isEqualTo(Points.ZERO);

    assertThat(mall.usable(record) + mall.usable(customer)).isZero();
    assertThat(statement(record)).extracting(StatementRow::amount).startsWith(-70L, 70L);
    booksAreSound();
  }

  @Test
  void whatWasRestoredAndMovedIsForfeitedTooWhenItsGrantWasReversedMeanwhile() {
    Posted grant =
        mall.in(m -> m.corrections().adjust(new AdjustPoints(record, 100, "earned", null, TODAY)));
    OrderView first = spend(record, 100);
    MallFixture tomorrow = mall.later(1);
    tomorrow.cancel(first);
    assertThat(over(tomorrow).orElseThrow().amount()).as("restored").isEqualTo(100);
    tomorrow.in(
        m -> m.corrections().reverse(new ReverseGrant(record, grant.entryId(), "wrong", true)));

    assertThat(back(tomorrow)).as("all of it given up").isEqualTo(Points.ZERO);

    assertThat(tomorrow.usable(record) + tomorrow.usable(customer)).isZero();
    assertThat(statement(record)).extracting(StatementRow::amount).startsWith(-100L, 100L);
    booksAreSound();
  }

  @Test
  void movesAtOnceMoveEachPointOnce() throws Exception {
    mall.grant(record, 1000, null);
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Object>> both =
          IntStream.range(0, 30)
              .<Callable<Object>>mapToObj(i -> () -> i % 3 == 2 ? back(mall) : over(mall))
              .toList();
      for (Future<Object> one : pool.invokeAll(both)) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(mall.usable(record) + mall.usable(customer)).isEqualTo(1000);
    booksAreSound();
  }

  @Property(tries = 20)
  void noPointIsLostOrDoubledByAnyCourseOfEvents(@ForAll long seed) {
    UUID one = newCustomer();
    UUID other = newCustomer();
    Random chance = new Random(seed);
    long granted = 0;
    long spent = 0;
    for (int step = 0; step < 15; step++) {
      switch (chance.nextInt(5)) {
        case 0 -> {
          mall.grant(chance.nextBoolean() ? one : other, 50, TODAY.plusDays(chance.nextInt(30)));
          granted += 50;
        }
        case 1 -> {
          UUID who = chance.nextBoolean() ? one : other;
          long some = Math.min(20, mall.usable(who));
          if (some > 0) {
            spend(who, some);
            spent += some;
          }
        }
        case 2, 3 -> mall.in(m -> m.moves().over(one, other, "同一客户"));
        default -> mall.in(m -> m.moves().back(one, other, "并非同一人"));
      }
      assertThat(mall.usable(one) + mall.usable(other)).isEqualTo(granted - spent);
    }
    booksAreSound();
  }

  private Optional<Posted> over(MallFixture at) {
    return at.in(m -> m.moves().over(record, customer, "同一客户"));
  }

  private Points back(MallFixture at) {
    return at.in(m -> m.moves().back(record, customer, "并非同一人"));
  }

  private OrderView spend(UUID who, long points) {
    ItemView item = mall.item(1, points);
    return mall.order(who, new PlaceOrder.Line(item.sku(), points));
  }

  private List<StatementRow> statement(UUID who) {
    return mall.in(m -> m.points().statement(who, PageRequest.first(50)).items());
  }

  private void booksAreSound() {
    TrialBalance books = mall.trialBalance();
    assertThat(books.checks())
        .allSatisfy(check -> assertThat(check.holds()).as(check.toString()).isTrue());
    assertThat(books.balanced()).isTrue();
  }
}
