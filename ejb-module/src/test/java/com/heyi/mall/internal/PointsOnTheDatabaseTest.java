package com.heyi.mall.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.mall.BalanceStates;
import com.heyi.mall.CancelOrder;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.HoldStatus;
import com.heyi.mall.HoldView;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderStage;
import com.heyi.mall.OrderView;
import com.heyi.mall.PlaceOrder;
import com.heyi.mall.PointsView;
import com.heyi.mall.RefundDecision;
import com.heyi.mall.RequestReturn;
import com.heyi.mall.ReverseGrant;
import com.heyi.mall.TransferPoints;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Retry;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Points;
import com.heyi.testing.AtOnce;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Drives two members of a household at random on the real database: lots of different last days,
 * orders, cancellations, returns, holds, gifts, reversals and write-offs, some of them at once and
 * some of them twice under one idempotency key, while days pass. After each round the whole
 * reconciliation must agree, the trial balance too, and each balance must be what the answers of
 * the calls add up to, each counted once. jqwik prints the seed; the argument names the run.
 */
class PointsOnTheDatabaseTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final int ROUNDS = 10;
  private static final long PRICE = 3;

  /** Why a step may be refused; for any other reason none is. */
  private static final Map<String, Set<ErrorCode>> REFUSED =
      Map.ofEntries(
          Map.entry("grant", Set.of()),
          Map.entry("order", Set.of(MallError.POINTS_INSUFFICIENT)),
          Map.entry(
              "cancel",
              Set.of(
                  MallError.ORDER_SHIPPED,
                  MallError.ORDER_ALREADY_CANCELLED,
                  MallError.LINE_ALREADY_CANCELLED,
                  MallError.CANCEL_MORE_THAN_LEFT)),
          Map.entry(
              "bring back",
              Set.of(
                  MallError.ORDER_WRONG_STEP,
                  MallError.RETURN_TOO_LATE,
                  MallError.RETURN_MORE_THAN_LEFT)),
          Map.entry("hold", Set.of(MallError.POINTS_INSUFFICIENT)),
          Map.entry("resolve", Set.of(MallError.HOLD_RESOLVED, MallError.HOLD_AMOUNT)),
          Map.entry("transfer", Set.of(MallError.POINTS_INSUFFICIENT)),
          Map.entry("reverse", Set.of(MallError.GRANT_REVERSED, MallError.REVERSAL_SPENT)),
          Map.entry("settle", Set.of()),
          Map.entry("expire", Set.of()));

  /** How many steps of a kind were done, in all tries. */
  private static final Map<String, Long> DONE = new ConcurrentHashMap<>();

  /** Or books would be sound to which nothing was written. */
  @AfterContainer
  static void someStepsOfEveryKindWereDone() {
    assertThat(DONE).containsOnlyKeys(REFUSED.keySet());
  }

  @Property(tries = 15)
  void whateverHappensAtOnceAndTwiceAndLaterTheBooksReconcile(
      @ForAll long run, @ForAll boolean restores) throws Exception {
    new Run(new Random(run), restores).play();
  }

  /** What a call did to whose points, and what it made. */
  record Done(UUID customer, long change, UUID made, UUID other) {
    static Done of(UUID customer, long change, UUID made) {
      return new Done(customer, change, made, null);
    }
  }

  /** Something that is asked for under a key; what it is, is said by the request. */
  private record Step(String key, List<Object> request, Function<MallFixture.Mall, Done> work) {
    String kind() {
      return (String) request.get(0);
    }
  }

  private static final class Run {
    private final Random random;
    private final UUID[] two = MallFixture.couple();
    private final ItemView item;
    private final Map<UUID, Long> balances = new HashMap<>();
    private final Map<Step, Done> done = new HashMap<>();
    private final List<Done> grants = new ArrayList<>();
    private final List<Done> orders = new ArrayList<>();
    private final List<Done> holds = new ArrayList<>();
    private MallFixture mall;

    Run(Random random, boolean restores) {
      this.random = random;
      MallFixture first = MallFixture.on(START);
      mall = restores ? first : first.forfeiting();
      item = mall.item(PRICE, 1_000_000);
    }

    void play() throws Exception {
      for (UUID customer : two) {
        perform(List.of(grant(customer), grant(customer)));
      }
      aHoldIsReleasedAndAnOrderCancelled();
      for (int round = 0; round < ROUNDS; round++) {
        List<Step> steps = new ArrayList<>();
        for (int n = random.nextInt(4); n >= 0; n--) {
          steps.add(next());
        }
        perform(steps);
        check();
        mall = mall.later(random.nextInt(3) == 0 ? random.nextInt(15) : 0);
      }
      retryEverything();
      check();
    }

    /** Later all holds may time out, and all orders leave, before chance ends one. */
    private void aHoldIsReleasedAndAnOrderCancelled() throws Exception {
      while (holds.isEmpty()) {
        perform(List.of(hold(two[0])));
      }
      perform(List.of(resolve(holds.get(0), 0)));
      while (orders.isEmpty()) {
        perform(List.of(order(two[0])));
      }
      perform(List.of(cancel(orders.get(0), 0)));
    }

    /** Makes them at once, some of them twice. */
    private void perform(List<Step> steps) throws Exception {
      List<Callable<Optional<Done>>> calls = new ArrayList<>();
      List<Step> called = new ArrayList<>();
      for (Step step : steps) {
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
          called.add(step);
          calls.add(() -> attempt(step));
        }
      }
      List<Optional<Done>> answers = AtOnce.all(calls);
      for (int n = 0; n < answers.size(); n++) {
        Step step = called.get(n);
        answers.get(n).ifPresent(answer -> take(step, answer));
      }
    }

    private Optional<Done> attempt(Step step) {
      try {
        return Optional.of(call(step, step.request()));
      } catch (HeyiException e) {
        if (e.error() != CommonError.KEY_IN_PROGRESS) {
          assertThat(e.error()).as(step.kind()).isIn(REFUSED.get(step.kind()));
        }
        return Optional.empty();
      }
    }

    private Done call(Step step, List<Object> request) {
      return mall.in(
          m ->
              Retry.once(
                  m.em(), m.clock(), step.key(), request, Done.class, () -> step.work().apply(m)));
    }

    /** Counts an answer once; another one for the same key must be the same. */
    private void take(Step step, Done answer) {
      Done before = done.put(step, answer);
      if (before != null) {
        assertThat(answer).as("answered twice: %s", step.request()).isEqualTo(before);
        return;
      }
      DONE.merge(step.kind(), 1L, Long::sum);
      balances.merge(answer.customer(), answer.change(), Long::sum);
      if (answer.other() != null) {
        balances.merge(answer.other(), -answer.change(), Long::sum);
      }
      switch (step.kind()) {
        case "grant" -> grants.add(answer);
        case "order" -> orders.add(answer);
        case "hold" -> holds.add(answer);
        default -> assertThat(answer.customer()).isIn((Object[]) two);
      }
    }

    private void retryEverything() {
      long entries = entries();
      done.forEach(
          (step, answer) -> {
            assertThat(call(step, step.request())).isEqualTo(answer);
            assertThatThrownBy(() -> call(step, List.of("something else")))
                .isInstanceOfSatisfying(
                    HeyiException.class,
                    e -> assertThat(e.error()).isEqualTo(CommonError.KEY_REUSED));
          });
      assertThat(entries()).as("retries write nothing").isEqualTo(entries);
    }

    private long entries() {
      return mall.in(
          m ->
              new Sql(m.em())
                  .one(
                      row -> row.getLong(1),
                      "select count(*) from mall.ledger_entry where customer_id = any(?)",
                      (Object) two)
                  .orElseThrow());
    }

    private Step next() {
      UUID customer = two[random.nextInt(2)];
      return switch (random.nextInt(12)) {
        case 0, 1 -> grant(customer);
        case 2, 3 -> order(customer);
        case 4 -> orders.isEmpty() ? order(customer) : cancel(any(orders), random.nextInt(20));
        case 5 -> orders.isEmpty() ? order(customer) : bringBack(any(orders));
        case 6 -> hold(customer);
        case 7 -> holds.isEmpty() ? hold(customer) : resolve(any(holds), random.nextInt(60));
        case 8 -> transfer(customer);
        case 9 -> reverse(any(grants));
        case 10 -> settle(customer);
        default -> expire(customer);
      };
    }

    private Done any(List<Done> made) {
      return made.get(random.nextInt(made.size()));
    }

    private static Step step(Function<MallFixture.Mall, Done> work, Object... request) {
      return new Step(UUID.randomUUID().toString(), List.of(request), work);
    }

    private Step grant(UUID customer) {
      long points = 1 + random.nextInt(200);
      LocalDate last =
          random.nextInt(4) == 0 ? null : START.plusDays(mallDay() + random.nextInt(40));
      return step(
          m ->
              Done.of(
                  customer,
                  points,
                  m.points()
                      .grant(new GrantPoints(customer, Points.of(points), "welcome", last))
                      .entryId()),
          "grant",
          customer,
          points,
          String.valueOf(last));
    }

    private long mallDay() {
      return Duration.between(MallFixture.on(START).now(), mall.now()).toDays();
    }

    private Step order(UUID customer) {
      long pieces = 1 + random.nextInt(40);
      return step(
          m -> {
            UUID order =
                m.desk()
                    .place(
                        new PlaceOrder(customer, List.of(MallFixture.line(item, pieces)), null),
                        MallFixture.customer(customer));
            return Done.of(customer, -pieces * PRICE, order);
          },
          "order",
          customer,
          pieces);
    }

    /**
     * @param pieces how many of it; 0 for all that is left
     */
    private Step cancel(Done order, long pieces) {
      return step(
          m -> {
            OrderView seen = m.book().find(order.made()).orElseThrow();
            List<CancelOrder.Line> lines =
                pieces == 0
                    ? List.of()
                    : List.of(new CancelOrder.Line(seen.lines().get(0).id(), pieces));
            UUID cancellation =
                m.refunds()
                    .cancel(
                        new OrderRefunds.Cancelling(
                            order.made(), null, "no", m.clock().instant(), lines, List.of()));
            return Done.of(order.customer(), given(m, order, cancellation), cancellation);
          },
          "cancel",
          order.made(),
          pieces);
    }

    /** Delivers what is not yet delivered, and brings some of it back. */
    private Step bringBack(Done order) {
      long pieces = 1 + random.nextInt(5);
      return step(
          m -> {
            // One transaction here for what are several: so the account first, as a refund does.
            new Ledger(m.em(), m.clock()).open(order.customer());
            TestShop shop =
                new TestShop(
                    m.em(),
                    m.clock(),
                    new KnownCustomers(),
                    List.of(),
                    new TestShop.Hearers(event -> {}, event -> {}, event -> {}));
            OrderView seen = shop.order(order.made());
            if (seen.stage() != OrderStage.DELIVERED) {
              shop.deliver(order.made());
            }
            shop.bringBack(
                order.made(), List.of(new RequestReturn.Line(seen.lines().get(0).id(), pieces)));
            List<UUID> before =
                seen.cancellations().stream().map(OrderView.Cancellation::id).toList();
            UUID refund =
                shop.order(order.made()).cancellations().stream()
                    .map(OrderView.Cancellation::id)
                    .filter(id -> !before.contains(id))
                    .findFirst()
                    .orElseThrow();
            return Done.of(order.customer(), given(m, order, refund), refund);
          },
          "bring back",
          order.made(),
          pieces);
    }

    /** What a cancellation or return gave back. */
    private static long given(MallFixture.Mall m, Done order, UUID cancellation) {
      return m.book().find(order.made()).orElseThrow().cancellations().stream()
          .filter(one -> one.id().equals(cancellation))
          .flatMap(one -> one.refunds().stream())
          .filter(refund -> refund.decision() != RefundDecision.FORFEITED)
          .mapToLong(refund -> refund.amount().amount())
          .sum();
    }

    /** What is held is told by the hold itself, as it may time out by itself. */
    private Step hold(UUID customer) {
      long points = 1 + random.nextInt(60);
      long minutes = 1 + random.nextInt(3 * 24 * 60);
      return step(
          m ->
              Done.of(
                  customer,
                  0,
                  m.holds()
                      .place(
                          customer,
                          "B0101",
                          Points.of(points),
                          m.clock().instant().plus(Duration.ofMinutes(minutes)),
                          "at the till")),
          "hold",
          customer,
          points,
          minutes);
    }

    /**
     * @param points how many are taken of it; 0 releases it
     */
    private Step resolve(Done hold, long points) {
      return step(
          m -> {
            if (points == 0) {
              m.holds().release(hold.made(), "no");
            } else {
              m.holds().post(hold.made(), Points.of(points), "paid");
            }
            return Done.of(hold.customer(), 0, null);
          },
          "resolve",
          hold.made(),
          points);
    }

    private Step transfer(UUID from) {
      UUID to = from.equals(two[0]) ? two[1] : two[0];
      long points = 1 + random.nextInt(40);
      return step(
          m -> {
            m.transfers().transfer(new TransferPoints(from, to, Points.of(points), "for you"));
            return new Done(from, -points, null, to);
          },
          "transfer",
          from,
          points);
    }

    private Step reverse(Done grant) {
      boolean waive = random.nextBoolean();
      return step(
          m ->
              Done.of(
                  grant.customer(),
                  m.corrections()
                      .reverse(new ReverseGrant(grant.customer(), grant.made(), "wrong", waive))
                      .amount(),
                  null),
          "reverse",
          grant.made(),
          waive);
    }

    private Step settle(UUID customer) {
      return step(
          m -> {
            m.points().settle(customer);
            return Done.of(customer, 0, null);
          },
          "settle",
          customer);
    }

    private Step expire(UUID customer) {
      return step(
          m -> Done.of(customer, -m.points().expire(customer).amount(), null), "expire", customer);
    }

    private void check() {
      for (UUID customer : two) {
        mall.settle(customer);
        PointsView seen = mall.points(customer);
        assertThat(seen.usable().amount() + seen.expired().amount())
            .as("what the answers add up to")
            .isEqualTo(balances.getOrDefault(customer, 0L) - inHolds(customer));
        BalanceStates states = mall.in(m -> m.corrections().states(customer));
        assertThat(states.addsUp()).as("%s", states).isTrue();
      }
      assertThat(mall.in(m -> new Reconciling(m.em(), m.clock()).all()).first()).isNull();
      assertThat(mall.trialBalance().balanced()).as("%s", mall.trialBalance()).isTrue();
    }

    /** What holds have taken and not let go again. */
    private long inHolds(UUID customer) {
      long taken =
          holds.stream()
              .filter(hold -> hold.customer().equals(customer))
              .map(hold -> mall.in(m -> m.holds().view(hold.made())))
              .mapToLong(Run::taken)
              .sum();
      return taken
          + mall.in(
              m ->
                  new Sql(m.em())
                      .one(
                          row -> row.getLong(1),
                          "select coalesce(sum(p.amount), 0)::bigint from mall.ledger_entry e"
                              + " join mall.posting p on p.entry_id = e.id"
                              + " where e.customer_id = ? and e.hold_id is not null"
                              + " and p.account = 'FORFEITED'",
                          customer)
                      .orElseThrow());
    }

    private static long taken(HoldView hold) {
      return hold.status() == HoldStatus.OPEN ? hold.points().amount() : hold.posted().amount();
    }
  }
}
