package com.heyi.mall.internal;

import static com.heyi.mall.internal.MallFixture.back;
import static com.heyi.mall.internal.MallFixture.line;
import static com.heyi.mall.internal.MallFixture.newCustomer;
import static com.heyi.mall.internal.MallFixture.part;
import static com.heyi.mall.internal.OrderLifeTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.heyi.accounts.CustomerRef;
import com.heyi.mall.InspectReturn;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderStage;
import com.heyi.mall.OrderView;
import com.heyi.mall.PointsView;
import com.heyi.mall.RefundDecision;
import com.heyi.mall.ReturnStatus;
import com.heyi.mall.ReturnStep;
import com.heyi.mall.ReturnSummary;
import com.heyi.mall.ReturnView;
import com.heyi.mall.ReturnedGoodsFate;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReturnsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final LocalDate SOON = TODAY.plusDays(3);
  private static final LocalDate LATER = TODAY.plusYears(1);

  private static final Map<ReturnStep, Map<ReturnStatus, ReturnStatus>> LEADS =
      Map.of(
          ReturnStep.REQUEST, Map.of(),
          ReturnStep.APPROVE, Map.of(ReturnStatus.REQUESTED, ReturnStatus.APPROVED),
          ReturnStep.REFUSE, Map.of(ReturnStatus.REQUESTED, ReturnStatus.REFUSED),
          ReturnStep.WITHDRAW,
              Map.of(
                  ReturnStatus.REQUESTED, ReturnStatus.WITHDRAWN,
                  ReturnStatus.APPROVED, ReturnStatus.WITHDRAWN),
          ReturnStep.RECEIVE, Map.of(ReturnStatus.APPROVED, ReturnStatus.RECEIVED),
          ReturnStep.INSPECT, Map.of(ReturnStatus.RECEIVED, ReturnStatus.INSPECTED),
          ReturnStep.REFUND, Map.of(ReturnStatus.INSPECTED, ReturnStatus.REFUNDED));

  private final MallFixture mall = MallFixture.on(TODAY);
  private final UUID buyer = newCustomer();
  private final ItemView kettle = mall.item(20, 100);

  @AfterEach
  void theBooksBalance() {
    assertThat(mall.trialBalance().balanced()).as(mall.trialBalance().toString()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(ReturnStep.class)
  void everyStepLeadsOnlyFromWhereItMay(ReturnStep step) {
    for (ReturnStatus status : ReturnStatus.values()) {
      Optional<ReturnStatus> leads = Optional.ofNullable(LEADS.get(step).get(status));
      assertThat(step.leadsFrom(status)).as(step + " in " + status).isEqualTo(leads);
      assertThat(ReturnStep.possibleIn(status).contains(step)).isEqualTo(leads.isPresent());
    }
  }

  @ParameterizedTest
  @EnumSource(ReturnStatus.class)
  void theDeskTakesAStepExactlyWhereItLeads(ReturnStatus status) {
    for (ReturnStep step : ReturnStep.values()) {
      if (step == ReturnStep.REQUEST) {
        continue;
      }
      ReturnView goods = returnIn(status);
      ReturnStatus leads = LEADS.get(step).get(status);
      if (leads == null) {
        assertRefused(() -> mall.take(goods, step), MallError.RETURN_WRONG_STEP);
      } else {
        assertThat(mall.take(goods, step).status()).isEqualTo(leads);
      }
    }
  }

  @Test
  void returnsUnderAMergedRecordAreListedWithTheCustomer() {
    UUID record = newCustomer();
    mall.grant(buyer, 50, LATER);
    mall.grant(record, 50, LATER);
    OrderView own = mall.deliver(mall.order(buyer, line(kettle, 1)));
    OrderView others = mall.deliver(mall.order(record, line(kettle, 1)));
    ReturnView first = mall.requestReturn(own, back(own, 1, 1));
    ReturnView second = mall.requestReturn(others, back(others, 1, 1));
    KnownCustomers merged =
        new KnownCustomers() {
          @Override
          public Optional<CustomerRef> findByNumber(String number) {
            return number.equals("C1")
                ? Optional.of(MallFixture.customer(buyer))
                : Optional.empty();
          }

          @Override
          public List<CustomerRef> mergedInto(UUID customerId) {
            return customerId.equals(buyer) ? List.of(MallFixture.customer(record)) : List.of();
          }
        };

    assertThat(returnsOf("C1", merged)).containsExactlyInAnyOrder(first.id(), second.id());
    assertThat(returnsOf("C2", merged)).isEmpty();
  }

  private List<UUID> returnsOf(String number, KnownCustomers customers) {
    PageRequest his = PageRequest.after(null, 50, null, Map.of("customer", number));
    return mall.in(
        m ->
            new ReturnBook(m.em(), m.clock(), customers)
                .page(his, Optional.empty()).items().stream().map(ReturnSummary::id).toList());
  }

  @Test
  void aRefundPutsThePointsBackIntoTheirLotsAndTheGoodsIntoStock() {
    UUID soon = mall.grant(buyer, 30, SOON);
    UUID later = mall.grant(buyer, 50, LATER);
    OrderView order = mall.deliver(mall.order(buyer, line(kettle, 3)));

    ReturnView refunded = refundAll(mall.requestReturn(order, back(order, 1, 2)));

    assertThat(refunded.refunded()).isEqualTo(Points.of(40));
    assertThat(refunded.steps())
        .extracting(ReturnView.Step::step)
        .containsExactly(
            ReturnStep.REQUEST,
            ReturnStep.APPROVE,
            ReturnStep.RECEIVE,
            ReturnStep.INSPECT,
            ReturnStep.REFUND);
    OrderView after = mall.see(order);
    assertThat(after.stage()).isEqualTo(OrderStage.DELIVERED);
    assertThat(after.returned()).isEqualTo(Points.of(40));
    assertThat(after.lines().get(0).returned()).isEqualTo(2);
    assertThat(after.lines().get(0).left()).isEqualTo(1);
    assertThat(after.cancellations().get(0).returnId()).isEqualTo(refunded.id());
    assertThat(mall.points(buyer).lots())
        .extracting(PointsView.Lot::id, PointsView.Lot::remaining)
        .containsExactly(tuple(soon, Points.of(10)), tuple(later, Points.of(50)));
    assertThat(mall.stock(kettle)).isEqualTo(99);

    ReturnView rest = refundAll(mall.requestReturn(after, back(order, 1, 1)));
    assertThat(rest.status()).isEqualTo(ReturnStatus.REFUNDED);
    assertThat(mall.see(order).stage()).isEqualTo(OrderStage.RETURNED);
    assertThat(mall.usable(buyer)).isEqualTo(80);
  }

  @Test
  void pointsOfALotThatHasExpiredMeanwhileGoByThePolicyAndTheDecisionStays() {
    mall.grant(buyer, 20, SOON);
    mall.grant(buyer, 20, SOON);
    OrderView order = mall.deliver(mall.order(buyer, line(kettle, 2)));
    ReturnView one =
        mall.takeAll(
            mall.requestReturn(order, back(order, 1, 1)),
            ReturnStep.APPROVE,
            ReturnStep.RECEIVE,
            ReturnStep.INSPECT);
    ReturnView other =
        mall.takeAll(
            mall.requestReturn(order, back(order, 1, 1)),
            ReturnStep.APPROVE,
            ReturnStep.RECEIVE,
            ReturnStep.INSPECT);

    mall.later(5).take(one, ReturnStep.REFUND);
    mall.later(5).forfeiting().take(other, ReturnStep.REFUND);

    List<OrderView.Cancellation> refunds = mall.see(order).cancellations();
    assertThat(refunds)
        .flatExtracting(OrderView.Cancellation::refunds)
        .extracting(OrderView.Refund::decision)
        .containsExactly(RefundDecision.RESTORED, RefundDecision.FORFEITED);
    assertThat(mall.later(5).usable(buyer)).isEqualTo(20);
    assertThat(mall.later(36).usable(buyer)).isZero();
  }

  @Test
  void whatIsNotAcceptedStaysPaidAndWhatIsSpoiltIsWrittenOff() {
    mall.grant(buyer, 100, LATER);
    ItemView cup = mall.item(5, 10);
    OrderView order = mall.deliver(mall.order(buyer, line(kettle, 3), line(cup, 2)));
    ReturnView received =
        mall.takeAll(
            mall.requestReturn(order, back(order, 1, 3), back(order, 2, 2)),
            ReturnStep.APPROVE,
            ReturnStep.RECEIVE);

    ReturnView inspected =
        mall.inspect(
            received,
            found(order, 1, 2, ReturnedGoodsFate.WRITE_OFF),
            found(order, 2, 1, ReturnedGoodsFate.RESTOCK));
    ReturnView refunded = mall.take(inspected, ReturnStep.REFUND);

    assertThat(refunded.refunded()).isEqualTo(Points.of(45));
    assertThat(mall.stock(kettle)).isEqualTo(97);
    assertThat(mall.stock(cup)).isEqualTo(9);
    assertThat(movements(kettle))
        .containsExactly("RECEIVED 100", "REDEEMED -3", "RETURNED 2", "WRITTEN_OFF -2");
    assertThat(mall.see(order).lines()).extracting(OrderView.Line::left).containsExactly(1L, 1L);
  }

  @Test
  void aReturnOfWhichNothingIsAcceptedIsRefused() {
    mall.grant(buyer, 100, LATER);
    OrderView order = mall.deliver(mall.order(buyer, line(kettle, 1)));
    ReturnView received =
        mall.takeAll(
            mall.requestReturn(order, back(order, 1, 1)), ReturnStep.APPROVE, ReturnStep.RECEIVE);

    ReturnView refused = mall.inspect(received, found(order, 1, 0, null));

    assertThat(refused.status()).isEqualTo(ReturnStatus.REFUSED);
    assertRefused(() -> mall.take(refused, ReturnStep.REFUND), MallError.RETURN_WRONG_STEP);
    assertThat(mall.usable(buyer)).isEqualTo(80);
  }

  @Test
  void anInspectionSpeaksOfEveryLineOnceAndOfNoMoreThanCameBack() {
    mall.grant(buyer, 100, LATER);
    OrderView order = mall.deliver(mall.order(buyer, line(kettle, 2), line(kettle, 1)));
    ReturnView received =
        mall.takeAll(
            mall.requestReturn(order, back(order, 1, 1), back(order, 2, 1)),
            ReturnStep.APPROVE,
            ReturnStep.RECEIVE);
    InspectReturn.Line fine = found(order, 2, 1, ReturnedGoodsFate.RESTOCK);

    assertRefused(() -> mall.inspect(received, fine), MallError.RETURN_LINES_DIFFER);
    assertRefused(() -> mall.inspect(received, fine, fine), MallError.RETURN_LINES_DIFFER);
    assertRefused(
        () -> mall.inspect(received, fine, found(order, 1, 2, ReturnedGoodsFate.RESTOCK)),
        MallError.RETURN_ACCEPTED_TOO_MANY);
    assertRefused(
        () -> mall.inspect(received, fine, found(order, 1, 1, null)),
        MallError.RETURN_FATE_MISSING);
  }

  @Test
  void onlyWhatWasDeliveredComesBackWithinThePeriodAndNoMoreThanTheCustomerHas() {
    mall.grant(buyer, 200, LATER);
    OrderView placed = mall.order(buyer, line(kettle, 3));
    assertRefused(
        () -> mall.requestReturn(placed, back(placed, 1, 1)), MallError.RETURN_NOT_DELIVERED);
    OrderView delivered = mall.deliver(mall.cancel(placed, part(placed, 1, 1L)));

    assertRefused(
        () -> mall.later(8).requestReturn(delivered, back(delivered, 1, 1)),
        MallError.RETURN_TOO_LATE);
    assertRefused(
        () -> mall.requestReturn(delivered, back(delivered, 1, 3)),
        MallError.RETURN_MORE_THAN_LEFT);
    assertRefused(
        () -> mall.requestReturn(delivered, back(delivered, 1, 1), back(delivered, 1, 1)),
        MallError.LINE_TWICE);
    ReturnView open = mall.later(7).requestReturn(delivered, back(delivered, 1, 2));
    assertRefused(
        () -> mall.requestReturn(delivered, back(delivered, 1, 1)),
        MallError.RETURN_MORE_THAN_LEFT);
    mall.take(open, ReturnStep.WITHDRAW);
    assertThat(mall.requestReturn(delivered, back(delivered, 1, 1)).status())
        .isEqualTo(ReturnStatus.REQUESTED);
  }

  @Test
  void twoWhoRefundAtOnceGiveBackOnce() throws Exception {
    mall.grant(buyer, 1000, LATER);
    for (int round = 0; round < 15; round++) {
      OrderView order = mall.deliver(mall.order(buyer, line(kettle, 1)));
      ReturnView inspected =
          mall.takeAll(
              mall.requestReturn(order, back(order, 1, 1)),
              ReturnStep.APPROVE,
              ReturnStep.RECEIVE,
              ReturnStep.INSPECT);
      assertThat(
              atOnce(
                  () -> mall.take(inspected, ReturnStep.REFUND),
                  () -> mall.take(inspected, ReturnStep.REFUND)))
          .containsExactlyInAnyOrder(true, false);
      assertThat(mall.see(order).returned()).isEqualTo(Points.of(20));
    }
    assertThat(mall.usable(buyer)).isEqualTo(1000);
    assertThat(mall.stock(kettle)).isEqualTo(100);
  }

  @Test
  void twoWhoAskForTheLastPieceAtOnceGetItOnce() throws Exception {
    mall.grant(buyer, 1000, LATER);
    for (int round = 0; round < 15; round++) {
      OrderView order = mall.deliver(mall.order(buyer, line(kettle, 1)));
      assertThat(
              atOnce(
                  () -> mall.requestReturn(order, back(order, 1, 1)),
                  () -> mall.requestReturn(order, back(order, 1, 1))))
          .containsExactlyInAnyOrder(true, false);
    }
  }

  @Test
  void theListShowsABranchItsOwnReturnsOnly() {
    ReturnView goods = returnIn(ReturnStatus.REQUESTED);
    PageRequest request = PageRequest.first(200);

    assertThat(mall.in(m -> m.returnBook().page(request, Optional.of("B0101"))).items())
        .anyMatch(row -> row.id().equals(goods.id()));
    assertThat(mall.in(m -> m.returnBook().page(request, Optional.of("B0102"))).items()).isEmpty();
  }

  @Test
  void aStepOnAVersionThatHasMovedOnIsRefused() {
    ReturnView goods = returnIn(ReturnStatus.REQUESTED);
    mall.take(goods, ReturnStep.APPROVE);
    assertRefused(() -> mall.take(goods, ReturnStep.APPROVE), CommonError.VERSION_MOVED);
  }

  private ReturnView refundAll(ReturnView goods) {
    return mall.takeAll(
        goods, ReturnStep.APPROVE, ReturnStep.RECEIVE, ReturnStep.INSPECT, ReturnStep.REFUND);
  }

  private ReturnView returnIn(ReturnStatus status) {
    mall.grant(buyer, 20, LATER);
    OrderView order = mall.deliver(mall.order(buyer, line(kettle, 1)));
    ReturnView asked = mall.requestReturn(order, back(order, 1, 1));
    return switch (status) {
      case REQUESTED -> asked;
      case APPROVED -> mall.take(asked, ReturnStep.APPROVE);
      case REFUSED -> mall.take(asked, ReturnStep.REFUSE);
      case WITHDRAWN -> mall.take(asked, ReturnStep.WITHDRAW);
      case RECEIVED -> mall.takeAll(asked, ReturnStep.APPROVE, ReturnStep.RECEIVE);
      case INSPECTED ->
          mall.takeAll(asked, ReturnStep.APPROVE, ReturnStep.RECEIVE, ReturnStep.INSPECT);
      case REFUNDED -> refundAll(asked);
    };
  }

  private static InspectReturn.Line found(
      OrderView order, int lineNo, long accepted, ReturnedGoodsFate fate) {
    return new InspectReturn.Line(order.lines().get(lineNo - 1).id(), accepted, fate);
  }

  private static void assertRefused(ThrowingCallable attempt, ErrorCode error) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(HeyiException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  private static List<String> movements(ItemView item) {
    try (Connection connection = TestDatabase.get().owner().getConnection();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "select kind || ' ' || delta from mall.stock_movement where item_id = '"
                        + item.id()
                        + "' order by id")) {
      List<String> movements = new ArrayList<>();
      while (rows.next()) {
        movements.add(rows.getString(1));
      }
      return movements;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
