package com.heyi.mall.internal;

import static com.heyi.mall.internal.MallFixture.back;
import static com.heyi.mall.internal.MallFixture.line;
import static com.heyi.mall.internal.MallFixture.newCustomer;
import static com.heyi.mall.internal.MallFixture.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.accounts.AccountType;
import com.heyi.deposits.DepositsTrialBalance;
import com.heyi.mall.InspectReturn;
import com.heyi.mall.ItemView;
import com.heyi.mall.OrderStage;
import com.heyi.mall.OrderStep;
import com.heyi.mall.OrderView;
import com.heyi.mall.PayCash;
import com.heyi.mall.ReturnStep;
import com.heyi.mall.ReturnView;
import com.heyi.mall.ReturnedGoodsFate;
import com.heyi.mall.TrialBalance;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Drives orders through their lives at random, on the real database, beside a model that only
 * counts: pieces in the shop, pieces with the customer, pieces spoilt, points, money. jqwik prints
 * the seed; the argument names the run.
 */
class OrderLifeModelTest {
  private static final long PRICE = 7;
  private static final long STOCK = 50;
  private static final long POINTS = 300;
  private static final Money CASH = Money.cny("3.33");
  private static final Money PURSE = Money.cny("130.00");

  private final MallFixture mall = MallFixture.on(LocalDate.of(2026, 3, 10));

  @Property(tries = 40)
  void neitherPiecesNorPointsNorMoneyAreEverLostOrMade(@ForAll long run) {
    Random random = new Random(run);
    // Other tests on the same database break the books on purpose: what counts is that this run
    // adds nothing to that.
    TrialBalance before = mall.trialBalance();
    DepositsTrialBalance moneyBefore = mall.moneyBooks();
    UUID buyer = newCustomer();
    ItemView item = mall.item(PRICE, CASH.amount().toPlainString(), STOCK);
    mall.grant(buyer, POINTS, null);
    Model model = new Model(mall.account(buyer, AccountType.I, PURSE.amount().toPlainString()));
    for (int step = 0; step < 20; step++) {
      act(random, buyer, item, model);
      long out = model.orders.stream().mapToLong(order -> order.pieces).sum();
      assertThat(mall.stock(item)).as("stock").isEqualTo(STOCK - out - model.spoilt);
      assertThat(mall.usable(buyer)).as("points").isEqualTo(POINTS - PRICE * out);
      assertThat(mall.balance(model.account)).as("money").isEqualTo(PURSE.minus(CASH.times(out)));
    }
    for (Model.Order order : model.orders) {
      OrderView seen = mall.in(m -> m.book().find(order.id).orElseThrow());
      assertThat(seen.stage()).isEqualTo(order.stage);
      assertThat(seen.lines().get(0).left()).isEqualTo(order.pieces);
    }
    TrialBalance after = mall.trialBalance();
    assertThat(after.sum()).isEqualTo(before.sum());
    assertThat(after.checks()).isEqualTo(before.checks());
    DepositsTrialBalance moneyAfter = mall.moneyBooks();
    assertThat(moneyAfter.difference()).isEqualTo(moneyBefore.difference());
    assertThat(moneyAfter.wrongBalances()).isEqualTo(moneyBefore.wrongBalances());
    assertThat(moneyAfter.wrongUses()).isEqualTo(moneyBefore.wrongUses());
  }

  private void act(Random random, UUID buyer, ItemView item, Model model) {
    if (model.orders.isEmpty() || random.nextInt(5) == 0) {
      long pieces = 1 + random.nextInt(4);
      long out = model.orders.stream().mapToLong(order -> order.pieces).sum();
      Money cost = CASH.times(pieces);
      boolean may =
          pieces + out + model.spoilt <= STOCK
              && PRICE * (pieces + out) <= POINTS
              && CASH.times(pieces + out).compareTo(PURSE) <= 0;
      PayCash pay = PayCash.from(model.account, cost);
      OrderView placed =
          random.nextBoolean()
              ? attempt(may, "order", () -> mall.order(buyer, pay, line(item, pieces)))
              : attempt(may, "checkout", () -> throughACart(random, buyer, item, pieces, pay));
      if (placed != null) {
        model.orders.add(new Model.Order(placed.id(), pieces));
      }
      return;
    }
    Model.Order order = model.orders.get(random.nextInt(model.orders.size()));
    OrderView seen = mall.in(m -> m.book().find(order.id).orElseThrow());
    switch (random.nextInt(4)) {
      case 0 -> {
        long pieces = 1 + random.nextInt(3);
        boolean may = order.stage.ordinal() <= 2 && pieces <= order.pieces;
        if (attempt(may, "cancel", () -> mall.cancel(seen, part(seen, 1, pieces))) != null) {
          order.pieces -= pieces;
          order.stage = order.pieces == 0 ? OrderStage.CANCELLED : order.stage;
        }
      }
      case 1 -> comeBack(random, order, seen, model);
      default -> {
        OrderStep step = OrderStep.values()[1 + random.nextInt(4)];
        // CONFIRM leads from the first stage, PACK from the second, and so on.
        boolean may = order.stage.ordinal() == step.ordinal() - 1;
        if (attempt(may, step.name(), () -> mall.take(seen, step)) != null) {
          order.stage = OrderStage.values()[step.ordinal()];
        }
      }
    }
  }

  /** A checkout that is let go, or runs out of time, before the one that becomes the order. */
  private OrderView throughACart(
      Random random, UUID buyer, ItemView item, long pieces, PayCash pay) {
    mall.put(buyer, item, pieces);
    if (random.nextBoolean()) {
      mall.release(mall.checkOut(buyer, pay));
    }
    return mall.confirm(mall.checkOut(buyer, pay));
  }

  private void comeBack(Random random, Model.Order order, OrderView seen, Model model) {
    long pieces = 1 + random.nextInt(3);
    boolean may = order.stage == OrderStage.DELIVERED && pieces <= order.pieces;
    ReturnView goods =
        attempt(may, "return", () -> mall.requestReturn(seen, back(seen, 1, pieces)));
    if (goods == null) {
      return;
    }
    if (random.nextInt(4) == 0) {
      mall.take(goods, random.nextBoolean() ? ReturnStep.REFUSE : ReturnStep.WITHDRAW);
      return;
    }
    long accepted = random.nextInt((int) pieces + 1);
    boolean spoilt = random.nextBoolean();
    ReturnView received = mall.takeAll(goods, ReturnStep.APPROVE, ReturnStep.RECEIVE);
    ReturnView inspected =
        mall.inspect(
            received,
            new InspectReturn.Line(
                seen.lines().get(0).id(),
                accepted,
                accepted == 0
                    ? null
                    : spoilt ? ReturnedGoodsFate.WRITE_OFF : ReturnedGoodsFate.RESTOCK));
    if (accepted > 0) {
      mall.take(inspected, ReturnStep.REFUND);
      order.pieces -= accepted;
      order.stage = order.pieces == 0 ? OrderStage.RETURNED : order.stage;
      model.spoilt += spoilt ? accepted : 0;
    }
  }

  /** Does what the model allows, and sees that what it does not is refused. */
  private static <T> T attempt(boolean may, String what, Supplier<T> work) {
    try {
      T done = work.get();
      assertThat(may).as(what + " was done").isTrue();
      return done;
    } catch (HeyiException e) {
      assertThat(may).as(what + " was refused: " + e.code()).isFalse();
      return null;
    }
  }

  private static final class Model {
    private final List<Order> orders = new ArrayList<>();
    private final UUID account;
    private long spoilt;

    Model(UUID account) {
      this.account = account;
    }

    private static final class Order {
      private final UUID id;
      private long pieces;
      private OrderStage stage = OrderStage.PLACED;

      Order(UUID id, long pieces) {
        this.id = id;
        this.pieces = pieces;
      }
    }
  }
}
