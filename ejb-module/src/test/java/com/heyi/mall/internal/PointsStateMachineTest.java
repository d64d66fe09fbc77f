package com.heyi.mall.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.mall.CancelOrder;
import com.heyi.mall.LedgerAccount;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Drives the domain with random grants, orders, cancellations, write-offs and passing days, beside
 * a model that knows no lots: only how many points there are per last day, and for each line which
 * last days paid it. Days of grants are even and restored points end on odd ones, so that a last
 * day tells whether a point was restored. jqwik prints the seed; the argument names the run.
 */
class PointsStateMachineTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate NEVER = LocalDate.MAX;
  private static final int RESTORE_DAYS = 31;

  @Property(tries = 3000)
  void whateverHappensTheBooksAgreeWithASimpleModel(@ForAll long run, @ForAll boolean restores) {
    Random random = new Random(run);
    Books books =
        new Books(
            new RefundToExpiredLot(
                restores ? RefundToExpiredLot.Policy.RESTORE : RefundToExpiredLot.Policy.FORFEIT,
                RESTORE_DAYS));
    Model model = new Model(restores);
    LocalDate today = START;
    int steps = 1 + random.nextInt(30);
    for (int step = 0; step < steps; step++) {
      switch (random.nextInt(8)) {
        case 0, 1 -> {
          long points = 1 + random.nextInt(200);
          LocalDate last = random.nextInt(4) == 0 ? null : today.plusDays(2L * random.nextInt(30));
          books.grant(points, today, last);
          model.grant(points, last == null ? NEVER : last);
        }
        case 2, 3 -> order(random, books, model, today);
        case 4, 5 -> cancel(random, books, model, today);
        case 6 -> today = today.plusDays(2L * random.nextInt(13));
        default -> {
          books.expire(today);
          model.expire(today);
        }
      }
      assertAgree(books, model, today);
    }
  }

  private static void order(Random random, Books books, Model model, LocalDate today) {
    List<PlannedLine> lines = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      lines.add(new PlannedLine(Ids.next(), random.nextInt(40), 1 + random.nextInt(4)));
    }
    long total = lines.stream().mapToLong(line -> line.price() * line.quantity()).sum();
    boolean enough = total <= model.usable(today);
    try {
      books.order(lines, today);
      assertThat(enough).as("an order of " + total + " was taken").isTrue();
      model.order(lines, today);
    } catch (HeyiException e) {
      assertThat(e.error()).isEqualTo(MallError.POINTS_INSUFFICIENT);
      assertThat(e.args()).containsExactly(total, model.usable(today));
      assertThat(enough).as("an order of " + total + " was refused").isFalse();
    }
  }

  private static void cancel(Random random, Books books, Model model, LocalDate today) {
    if (books.orders.isEmpty()) {
      return;
    }
    Books.Order order = books.orders.get(random.nextInt(books.orders.size()));
    if (random.nextInt(3) == 0) {
      boolean nothingLeft = order.lines.stream().allMatch(line -> model.left(line.id()) == 0);
      try {
        books.cancel(order, List.of(), today);
        assertThat(nothingLeft).isFalse();
        order.lines.forEach(line -> model.cancel(line, model.left(line.id()), today));
      } catch (HeyiException e) {
        assertThat(e.error()).isEqualTo(MallError.ORDER_ALREADY_CANCELLED);
        assertThat(nothingLeft).isTrue();
      }
      return;
    }
    PlannedLine line = order.lines.get(random.nextInt(order.lines.size()));
    long pieces = 1 + random.nextInt(5);
    long left = model.left(line.id());
    try {
      books.cancel(order, List.of(new CancelOrder.Line(line.id(), pieces)), today);
      assertThat(pieces).isLessThanOrEqualTo(left);
      model.cancel(line, pieces, today);
    } catch (HeyiException e) {
      assertThat(pieces).as(e.code()).isGreaterThan(left);
      assertThat(e.error())
          .isIn(
              MallError.ORDER_ALREADY_CANCELLED,
              MallError.LINE_ALREADY_CANCELLED,
              MallError.CANCEL_MORE_THAN_LEFT);
    }
  }

  private static void assertAgree(Books books, Model model, LocalDate today) {
    assertThat(books.account(LedgerAccount.CUSTOMER)).isEqualTo(model.balance());
    assertThat(books.account(LedgerAccount.ISSUED)).isEqualTo(-model.issued);
    assertThat(books.account(LedgerAccount.REDEEMED)).isEqualTo(model.redeemed());
    assertThat(books.account(LedgerAccount.EXPIRED)).isEqualTo(model.expired);
    assertThat(books.account(LedgerAccount.FORFEITED)).isEqualTo(model.forfeited);
    assertThat(books.total()).as("trial balance").isZero();
    assertThat(books.wallet(today).usable().amount()).isEqualTo(model.usable(today));
    assertThat(books.perLastDay()).isEqualTo(model.pools());
    for (Lot lot : books.lots.values()) {
      assertThat(lot.remaining().amount())
          .as("lot " + lot.id())
          .isEqualTo(books.ofLot(lot.id()))
          .isBetween(0L, lot.granted().amount());
    }
  }

  private record PlannedLine(UUID id, long price, long quantity) {}

  /** The domain, with a map in the place of the database. */
  private static final class Books {
    private final Map<UUID, Lot> lots = new LinkedHashMap<>();
    private final List<Entry.Posting> postings = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final UUID customer = Ids.next();
    private final RefundToExpiredLot policy;

    Books(RefundToExpiredLot policy) {
      this.policy = policy;
    }

    private static final class Order {
      private final List<PlannedLine> lines;
      private final PlacedOrder placed;

      Order(List<PlannedLine> lines, PlacedOrder placed) {
        this.lines = lines;
        this.placed = placed;
      }
    }

    Wallet wallet(LocalDate today) {
      return new Wallet(lots.values(), today);
    }

    private void write(Wallet wallet, Entry entry) {
      wallet.added().forEach(lot -> lots.put(lot.id(), lot));
      postings.addAll(entry.postings());
    }

    void grant(long points, LocalDate today, LocalDate last) {
      Wallet wallet = wallet(today);
      Lot lot = wallet.add(Lot.granted(Points.of(points), today, last));
      write(wallet, Entry.grant(customer, lot, "test"));
    }

    void order(List<PlannedLine> planned, LocalDate today) {
      Wallet wallet = wallet(today);
      wallet.requireUsable(
          Points.of(planned.stream().mapToLong(line -> line.price() * line.quantity()).sum()));
      List<Entry.LinePayment> paid = new ArrayList<>();
      List<PlacedLine> lines = new ArrayList<>();
      for (PlannedLine line : planned) {
        List<Taken> taken = wallet.take(Points.of(line.price() * line.quantity()));
        paid.add(new Entry.LinePayment(line.id(), taken));
        lines.add(
            new PlacedLine(
                line.id(),
                lines.size() + 1,
                Ids.next(),
                Points.of(line.price()),
                Money.zero(Money.CNY),
                line.quantity(),
                Points.ZERO,
                0,
                0,
                taken));
      }
      UUID id = Ids.next();
      Entry entry = Entry.redeem(customer, id, today, paid);
      write(wallet, entry);
      orders.add(
          new Order(
              planned, new PlacedOrder(id, "M-" + orders.size(), customer, entry.id(), lines)));
    }

    void cancel(Order order, List<CancelOrder.Line> what, LocalDate today) {
      Wallet wallet = wallet(today);
      List<PlacedLine.Return> returns = order.placed.cancel(what);
      List<Refunding.Refund> refunds =
          Refunding.payBack(wallet, returns.stream().map(PlacedLine.Return::paid).toList(), policy);
      write(wallet, Entry.cancel(order.placed, "test", today, refunds));
      assertThat(order.placed.status()).isNotEqualTo(OrderStatus.PLACED);
    }

    void expire(LocalDate today) {
      Wallet wallet = wallet(today);
      write(wallet, Entry.expire(customer, today, wallet.writeOffExpired(), List.of()));
    }

    long account(LedgerAccount account) {
      return postings.stream()
          .filter(posting -> posting.account() == account)
          .mapToLong(Entry.Posting::amount)
          .sum();
    }

    long ofLot(UUID lot) {
      return postings.stream()
          .filter(posting -> lot.equals(posting.lotId()))
          .mapToLong(Entry.Posting::amount)
          .sum();
    }

    long total() {
      return postings.stream().mapToLong(Entry.Posting::amount).sum();
    }

    Map<LocalDate, Long> perLastDay() {
      Map<LocalDate, Long> pools = new TreeMap<>();
      for (Lot lot : lots.values()) {
        pools.merge(
            lot.expiresOn() == null ? NEVER : lot.expiresOn(), lot.remaining().amount(), Long::sum);
      }
      pools.values().removeIf(points -> points == 0);
      return pools;
    }
  }

  /** What must come out, worked out the plain way. */
  private static final class Model {
    private final boolean restores;
    private final TreeMap<LocalDate, Long> pools = new TreeMap<>();
    private final Map<UUID, Deque<LocalDate>> paidBy = new HashMap<>();
    private final Map<UUID, Long> left = new HashMap<>();
    private long issued;
    private long expired;
    private long forfeited;

    Model(boolean restores) {
      this.restores = restores;
    }

    void grant(long points, LocalDate last) {
      issued += points;
      pools.merge(last, points, Long::sum);
    }

    /** Pays point by point, each from the soonest last day that is not over. */
    void order(List<PlannedLine> lines, LocalDate today) {
      for (PlannedLine line : lines) {
        Deque<LocalDate> paid = new ArrayDeque<>();
        for (long point = 0; point < line.price() * line.quantity(); point++) {
          LocalDate last = pools.ceilingKey(today);
          paid.push(last);
          pools.merge(last, -1L, Long::sum);
          pools.values().removeIf(points -> points == 0);
        }
        paidBy.put(line.id(), paid);
        left.put(line.id(), line.quantity());
      }
    }

    /** Gives back point by point, the last paid first. */
    void cancel(PlannedLine line, long pieces, LocalDate today) {
      left.merge(line.id(), -pieces, Long::sum);
      for (long point = 0; point < line.price() * pieces; point++) {
        LocalDate last = paidBy.get(line.id()).pop();
        if (!last.isBefore(today)) {
          pools.merge(last, 1L, Long::sum);
        } else if (restores && last.toEpochDay() % 2 == 0) {
          pools.merge(today.plusDays(RESTORE_DAYS), 1L, Long::sum);
        } else {
          forfeited++;
        }
      }
    }

    void expire(LocalDate today) {
      Map<LocalDate, Long> over = pools.headMap(today, false);
      expired += over.values().stream().mapToLong(Long::longValue).sum();
      over.clear();
    }

    long left(UUID line) {
      return left.get(line);
    }

    long balance() {
      return pools.values().stream().mapToLong(Long::longValue).sum();
    }

    long usable(LocalDate today) {
      return pools.tailMap(today, true).values().stream().mapToLong(Long::longValue).sum();
    }

    long redeemed() {
      return paidBy.values().stream().mapToLong(Deque::size).sum();
    }

    Map<LocalDate, Long> pools() {
      return pools;
    }
  }
}
