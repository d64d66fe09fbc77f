package com.heyi.mall.internal;

import static com.heyi.mall.internal.MallFixture.line;
import static com.heyi.mall.internal.MallFixture.newCustomer;
import static com.heyi.mall.internal.MallFixture.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.heyi.mall.AdvanceOrder;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderStage;
import com.heyi.mall.OrderStatus;
import com.heyi.mall.OrderStep;
import com.heyi.mall.OrderView;
import com.heyi.mall.ReturnStep;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderLifeTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

  /** Where each step leads from each stage; what is not named is refused. */
  private static final Map<OrderStep, Map<OrderStage, OrderStage>> LEADS =
      Map.of(
          OrderStep.PLACE, Map.of(),
          OrderStep.CONFIRM, Map.of(OrderStage.PLACED, OrderStage.CONFIRMED),
          OrderStep.PACK, Map.of(OrderStage.CONFIRMED, OrderStage.PACKED),
          OrderStep.SHIP, Map.of(OrderStage.PACKED, OrderStage.SHIPPED),
          OrderStep.DELIVER, Map.of(OrderStage.SHIPPED, OrderStage.DELIVERED),
          OrderStep.CANCEL,
              Map.of(
                  OrderStage.PLACED, OrderStage.CANCELLED,
                  OrderStage.CONFIRMED, OrderStage.CANCELLED,
                  OrderStage.PACKED, OrderStage.CANCELLED),
          OrderStep.RETURN, Map.of(OrderStage.DELIVERED, OrderStage.RETURNED));

  private final MallFixture mall = MallFixture.on(TODAY);
  private final UUID buyer = newCustomer();
  private final ItemView kettle = mall.item(20, 100);

  @AfterEach
  void theBooksBalance() {
    assertThat(mall.trialBalance().balanced()).as(mall.trialBalance().toString()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(OrderStep.class)
  void everyStepLeadsOnlyFromWhereItMay(OrderStep step) {
    for (OrderStage stage : OrderStage.values()) {
      Optional<OrderStage> leads = Optional.ofNullable(LEADS.get(step).get(stage));
      assertThat(step.leadsFrom(stage, false)).as(step + " of all in " + stage).isEqualTo(leads);
      boolean stays = step == OrderStep.CANCEL || step == OrderStep.RETURN;
      assertThat(step.leadsFrom(stage))
          .as(step + " in " + stage)
          .isEqualTo(stays ? leads.map(to -> stage) : leads);
      assertThat(OrderStep.possibleIn(stage).contains(step)).isEqualTo(leads.isPresent());
    }
  }

  /** Every stage of an order in the database, with every step tried there. */
  @ParameterizedTest
  @EnumSource(OrderStage.class)
  void theDeskTakesAStepExactlyWhereItLeads(OrderStage stage) {
    for (OrderStep step :
        List.of(
            OrderStep.CONFIRM,
            OrderStep.PACK,
            OrderStep.SHIP,
            OrderStep.DELIVER,
            OrderStep.CANCEL)) {
      OrderView order = orderIn(stage);
      OrderStage leads = LEADS.get(step).get(stage);
      Callable<OrderView> attempt =
          () -> step == OrderStep.CANCEL ? mall.cancel(order) : mall.take(order, step);
      if (leads == null) {
        assertThatThrownBy(attempt::call)
            .as(step + " in " + stage)
            .isInstanceOfSatisfying(
                HeyiException.class,
                e ->
                    assertThat(e.error())
                        .isIn(
                            MallError.ORDER_WRONG_STEP,
                            MallError.ORDER_SHIPPED,
                            MallError.ORDER_ALREADY_CANCELLED));
        assertThat(mall.see(order)).isEqualTo(order);
      } else {
        try {
          assertThat(attempt.call().stage()).isEqualTo(leads);
        } catch (Exception e) {
          throw new AssertionError(step + " in " + stage, e);
        }
      }
    }
  }

  @Test
  void theTimelineTellsWhoDidWhatAndWhen() {
    OrderView delivered = mall.deliver(order(2));

    assertThat(delivered.timeline())
        .extracting(
            OrderView.Event::step,
            OrderView.Event::stage,
            OrderView.Event::who,
            OrderView.Event::carrier,
            OrderView.Event::trackingNumber)
        .containsExactly(
            tuple(OrderStep.PLACE, OrderStage.PLACED, "tester", null, null),
            tuple(OrderStep.CONFIRM, OrderStage.CONFIRMED, "tester", null, null),
            tuple(OrderStep.PACK, OrderStage.PACKED, "tester", null, null),
            tuple(OrderStep.SHIP, OrderStage.SHIPPED, "tester", "SF", "SF 1234567"),
            tuple(OrderStep.DELIVER, OrderStage.DELIVERED, "tester", null, null));
    assertThat(delivered.deliveredAt()).isNotNull();
    assertThat(delivered.cancellable()).isFalse();
  }

  @Test
  void cancellingALineLeavesTheOrderOnItsWayAndTheRestGoesOn() {
    OrderView packed = mall.take(mall.take(order(3), OrderStep.CONFIRM), OrderStep.PACK);

    OrderView less = mall.cancel(packed, part(packed, 1, 1L));
    OrderView shipped = mall.take(less, OrderStep.SHIP);

    assertThat(less.stage()).isEqualTo(OrderStage.PACKED);
    assertThat(less.status()).isEqualTo(OrderStatus.PARTLY_CANCELLED);
    assertThat(shipped.stage()).isEqualTo(OrderStage.SHIPPED);
    assertThat(shipped.timeline())
        .extracting(OrderView.Event::step, OrderView.Event::stage)
        .contains(tuple(OrderStep.CANCEL, null));
    assertThat(mall.usable(buyer)).isEqualTo(1000 - 40);
  }

  @Test
  void aStepTakenOnAVersionThatHasMovedOnIsRefused() {
    OrderView order = order(1);
    mall.take(order, OrderStep.CONFIRM);

    assertThatThrownBy(() -> mall.take(order, OrderStep.CONFIRM))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.error()).isEqualTo(CommonError.VERSION_MOVED));
  }

  @Test
  void ofCancellingAndShippingAtOneMomentExactlyOneHappens() throws Exception {
    int cancelled = 0;
    for (int round = 0; round < 25; round++) {
      OrderView packed = mall.take(mall.take(order(1), OrderStep.CONFIRM), OrderStep.PACK);
      List<Boolean> done =
          atOnce(() -> mall.cancel(packed), () -> mall.take(packed, OrderStep.SHIP));

      assertThat(done).containsExactlyInAnyOrder(true, false);
      OrderView after = mall.see(packed);
      assertThat(after.stage()).isEqualTo(done.get(0) ? OrderStage.CANCELLED : OrderStage.SHIPPED);
      assertThat(after.returned().amount()).isEqualTo(done.get(0) ? 20 : 0);
      cancelled += done.get(0) ? 1 : 0;
    }
    assertThat(mall.usable(buyer)).isEqualTo(1000L * 25 - 20L * (25 - cancelled));
    assertThat(mall.stock(kettle)).isEqualTo(100 - (25 - cancelled));
  }

  @Test
  void stepsAreNeverRewritten() throws Exception {
    OrderView order = mall.take(order(1), OrderStep.CONFIRM);
    try (Connection connection = TestDatabase.get().owner().getConnection()) {
      for (String change :
          List.of(
              "update mall.order_step set taken_by = 'nobody' where order_id = '%s'",
              "delete from mall.order_step where order_id = '%s'")) {
        assertThatThrownBy(() -> connection.createStatement().execute(change.formatted(order.id())))
            .hasMessageContaining("immutable");
      }
    }
  }

  @Test
  void whatIsNotThereCannotBeMoved() {
    UUID nothing = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                mall.in(
                    m -> {
                      m.life().advance(new AdvanceOrder(nothing, 0L), OrderStep.CONFIRM);
                      return null;
                    }))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.error()).isEqualTo(CommonError.NOT_FOUND));
  }

  private OrderView order(long pieces) {
    mall.grant(buyer, 1000, null);
    return mall.order(buyer, line(kettle, pieces));
  }

  private OrderView orderIn(OrderStage stage) {
    OrderView order = order(1);
    return switch (stage) {
      case PLACED -> order;
      case CONFIRMED -> mall.take(order, OrderStep.CONFIRM);
      case PACKED -> mall.take(mall.take(order, OrderStep.CONFIRM), OrderStep.PACK);
      case SHIPPED ->
          mall.take(mall.take(mall.take(order, OrderStep.CONFIRM), OrderStep.PACK), OrderStep.SHIP);
      case DELIVERED -> mall.deliver(order);
      case CANCELLED -> mall.cancel(order);
      case RETURNED -> {
        OrderView delivered = mall.deliver(order);
        mall.takeAll(
            mall.requestReturn(delivered, MallFixture.back(delivered, 1, 1)),
            ReturnStep.APPROVE,
            ReturnStep.RECEIVE,
            ReturnStep.INSPECT,
            ReturnStep.REFUND);
        yield mall.see(delivered);
      }
    };
  }

  /** Does both at once; for each, whether it was done. */
  static List<Boolean> atOnce(Callable<?> one, Callable<?> other) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CyclicBarrier start = new CyclicBarrier(2);
      List<Future<Boolean>> both =
          List.of(one, other).stream().map(work -> threads.submit(() -> did(start, work))).toList();
      return List.of(both.get(0).get(), both.get(1).get());
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean did(CyclicBarrier start, Callable<?> work) throws Exception {
    start.await();
    try {
      work.call();
      return true;
    } catch (HeyiException e) {
      return false;
    }
  }
}
