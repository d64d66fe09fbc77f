package com.heyi.mall.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.mall.EntryKind;
import com.heyi.mall.GrantKind;
import com.heyi.mall.HoldStatus;
import com.heyi.mall.LedgerAccount;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderStatus;
import com.heyi.mall.RefundDecision;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Drives every kind of entry at random: grants, locked or not, write-offs, holds that are posted,
 * voided and timed out, orders and their cancellation, corrections, reversals, gifts to another,
 * and retries; beside a model that knows no lots and no postings, only how many points there are
 * per last day. Every grant has a last day of its own, so that a day stands for a grant. jqwik
 * prints the seed; the argument names the run.
 */
class LedgerStateMachineTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  @Property(tries = 4000)
  void whateverHappensTheBooksAreBalancedAndAgreeWithASimpleModel(@ForAll long run) {
    Random random = new Random(run);
    Books books = new Books();
    Model model = new Model();
    LocalDate today = START;
    int steps = 1 + random.nextInt(40);
    for (int step = 0; step < steps; step++) {
      switch (random.nextInt(14)) {
        case 0, 1 -> grant(random, books, model, today, false);
        case 2 -> grant(random, books, model, today, true);
        case 3 -> order(random, books, model, today);
        case 4 -> cancel(random, books, model, today);
        case 5, 6 -> hold(random, books, model, today);
        case 7 -> resolve(random, books, model, today);
        case 8 -> adjust(random, books, model, today);
        case 9 -> reverse(random, books, model, today);
        case 10 -> give(random, books, model, today);
        case 11 -> activate(books, model, today);
        case 12 -> today = today.plusDays(random.nextInt(20));
        default -> {
          books.expire(today);
          model.expire(today);
        }
      }
      assertAgree(books, model, today);
    }
  }

  private static void grant(
      Random random, Books books, Model model, LocalDate today, boolean locked) {
    long points = 1 + random.nextInt(200);
    LocalDate last = model.dayOfItsOwn(today.plusDays(random.nextInt(60)));
    LocalDate activates = locked ? today.plusDays(1 + random.nextInt(30)) : null;
    books.grant(points, today, last, activates);
    model.grant(last, points, activates);
  }

  private static void order(Random random, Books books, Model model, LocalDate today) {
    long price = 1 + random.nextInt(120);
    boolean enough = price <= model.usable(today);
    if (refusedFor(MallError.POINTS_INSUFFICIENT, () -> books.order(price, today))) {
      assertThat(enough).as("an order of " + price + " was refused").isFalse();
    } else {
      assertThat(enough).as("an order of " + price + " was taken").isTrue();
      model.orders.add(model.take(price, today));
    }
  }

  private static void cancel(Random random, Books books, Model model, LocalDate today) {
    if (model.orders.isEmpty()) {
      return;
    }
    int which = random.nextInt(model.orders.size());
    boolean again = model.cancelled.contains(which);
    boolean refused =
        refusedFor(MallError.ORDER_ALREADY_CANCELLED, () -> books.cancel(which, today));
    assertThat(refused).as("cancelled twice").isEqualTo(again);
    if (!again) {
      model.cancel(which, today);
    }
  }

  private static void hold(Random random, Books books, Model model, LocalDate today) {
    long points = 1 + random.nextInt(100);
    Instant until = at(today.plusDays(1 + random.nextInt(15)));
    boolean enough = points <= model.usable(today);
    if (refusedFor(MallError.POINTS_INSUFFICIENT, () -> books.hold(points, until, today))) {
      assertThat(enough).isFalse();
    } else {
      assertThat(enough).isTrue();
      model.holds.add(new Model.Hold(model.take(points, today), until));
    }
  }

  /** Posts, voids or times out; and whatever was done, trying again is a distinct error. */
  private static void resolve(Random random, Books books, Model model, LocalDate today) {
    if (model.holds.isEmpty()) {
      return;
    }
    int which = random.nextInt(model.holds.size());
    Model.Hold hold = model.holds.get(which);
    long wanted = 1 + random.nextInt(120);
    boolean overdue = !at(today).isBefore(hold.until);
    int how = random.nextInt(3);
    if (hold.resolved || overdue && how != 2) {
      assertThat(
              refusedFor(
                  MallError.HOLD_RESOLVED,
                  () -> {
                    if (how == 0) {
                      books.post(which, wanted, today);
                    } else if (how == 1) {
                      books.release(which, today);
                    } else {
                      books.timeOut(which, today);
                    }
                  }))
          .as("resolved twice, or after its time")
          .isTrue();
    } else if (how == 0) {
      boolean tooMuch = refusedFor(MallError.HOLD_AMOUNT, () -> books.post(which, wanted, today));
      assertThat(tooMuch).isEqualTo(wanted > hold.days.size());
      if (!tooMuch) {
        model.post(hold, wanted);
      }
    } else if (how == 1) {
      books.release(which, today);
      model.post(hold, 0);
    } else if (overdue) {
      books.timeOut(which, today);
      model.post(hold, 0);
    }
  }

  private static void adjust(Random random, Books books, Model model, LocalDate today) {
    long points = 1 + random.nextInt(80);
    if (random.nextBoolean()) {
      LocalDate last = model.dayOfItsOwn(today.plusDays(random.nextInt(60)));
      books.adjustUp(points, today, last);
      model.adjusted += points;
      model.free.merge(last, points, Long::sum);
      model.given.put(last, points);
    } else {
      boolean enough = points <= model.usable(today);
      boolean refused =
          refusedFor(MallError.POINTS_INSUFFICIENT, () -> books.adjustDown(points, today));
      assertThat(refused).isEqualTo(!enough);
      if (enough) {
        model.adjusted -= model.take(points, today).size();
      }
    }
  }

  private static void reverse(Random random, Books books, Model model, LocalDate today) {
    List<LocalDate> given = new ArrayList<>(model.given.keySet());
    if (given.isEmpty()) {
      return;
    }
    LocalDate which = given.get(random.nextInt(given.size()));
    boolean waive = random.nextBoolean();
    boolean possible = waive || model.canReverse(which, today);
    boolean refused =
        refusedFor(MallError.REVERSAL_SPENT, () -> books.reverse(which, waive, today));
    assertThat(refused).isEqualTo(!possible);
    if (possible) {
      model.reverse(which, today, books.isAdjustment(which));
    }
  }

  private static void give(Random random, Books books, Model model, LocalDate today) {
    long points = 1 + random.nextInt(60);
    boolean enough = points <= model.usable(today);
    boolean refused = refusedFor(MallError.POINTS_INSUFFICIENT, () -> books.give(points, today));
    assertThat(refused).isEqualTo(!enough);
    if (enough) {
      model.take(points, today).forEach(day -> model.others.merge(day, 1L, Long::sum));
    }
  }

  private static void activate(Books books, Model model, LocalDate today) {
    books.activate(today);
    model.activate(today);
  }

  /** Whether it is refused for this reason; any other refusal fails the test. */
  private static boolean refusedFor(MallError reason, Runnable step) {
    try {
      step.run();
      return false;
    } catch (HeyiException e) {
      assertThat(e.error()).isEqualTo(reason);
      return true;
    }
  }

  private static Instant at(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static void assertAgree(Books books, Model model, LocalDate today) {
    assertThat(books.total()).as("trial balance").isZero();
    assertThat(books.perLastDay(Books.HIS)).isEqualTo(model.free);
    assertThat(books.perLastDay(Books.OTHERS)).isEqualTo(model.others);
    assertThat(books.wallet(today).usable().amount()).isEqualTo(model.usable(today));
    assertThat(books.account(LedgerAccount.HELD)).isEqualTo(model.held());
    assertThat(books.account(LedgerAccount.LOCKED)).isEqualTo(sum(model.locked));
    assertThat(books.account(LedgerAccount.REDEEMED)).isEqualTo(model.used());
    assertThat(books.account(LedgerAccount.EXPIRED)).isEqualTo(sum(model.expired));
    assertThat(books.account(LedgerAccount.FORFEITED)).isEqualTo(model.forfeited);
    assertThat(books.account(LedgerAccount.ISSUED)).isEqualTo(-model.issued);
    assertThat(books.account(LedgerAccount.ADJUSTED)).isEqualTo(-model.adjusted);
    assertThat(books.account(LedgerAccount.TRANSFER)).isZero();
    assertThat(model.issued + model.adjusted - sum(model.others))
        .as("earned = active + held + locked + used + expired")
        .isEqualTo(
            sum(model.free)
                + model.held()
                + sum(model.locked)
                + model.used()
                + sum(model.expired)
                + model.forfeited);
    for (Lot lot : books.lots.values()) {
      assertThat(lot.remaining().amount()).isEqualTo(books.ofLot(lot, LedgerAccount.CUSTOMER));
      assertThat(lot.locked().amount()).isEqualTo(books.ofLot(lot, LedgerAccount.LOCKED));
      assertThat(lot.remaining().plus(lot.locked()).isMoreThan(lot.granted())).isFalse();
    }
  }

  private static long sum(Map<?, Long> points) {
    return points.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The domain, with maps in the place of the database. */
  private static final class Books {
    private static final UUID HIS = Ids.next();
    private static final UUID OTHERS = Ids.next();

    private final Map<UUID, Lot> lots = new LinkedHashMap<>();
    private final Map<UUID, UUID> owner = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<PlacedOrder> orders = new ArrayList<>();
    private final List<PointsHold> holds = new ArrayList<>();
    private final Map<LocalDate, Entry> given = new HashMap<>();
    private final Map<UUID, Long> forfeited = new HashMap<>();
    private final RefundToExpiredLot forfeits =
        new RefundToExpiredLot(RefundToExpiredLot.Policy.FORFEIT, 30);

    Wallet wallet(LocalDate today) {
      return new Wallet(of(HIS), today);
    }

    private List<Lot> of(UUID customer) {
      return lots.values().stream().filter(lot -> owner.get(lot.id()).equals(customer)).toList();
    }

    private Entry write(Wallet wallet, Entry entry) {
      for (Lot lot : wallet.added()) {
        lots.put(lot.id(), lot);
        owner.put(lot.id(), entry.customerId());
      }
      entries.add(entry);
      return entry;
    }

    void grant(long points, LocalDate today, LocalDate last, LocalDate activates) {
      Wallet wallet = wallet(today);
      Lot lot =
          wallet.add(
              Lot.granted(
                  GrantKind.PURCHASE,
                  Points.of(points),
                  today,
                  last,
                  new Lot.Unlocking(activates, null)));
      given.put(last, write(wallet, Entry.grant(HIS, lot, "test")));
    }

    void adjustUp(long points, LocalDate today, LocalDate last) {
      Wallet wallet = wallet(today);
      Lot lot = wallet.add(Lot.adjusted(Points.of(points), today, last));
      given.put(last, write(wallet, Entry.adjustUp(HIS, lot, "test")));
    }

    void adjustDown(long points, LocalDate today) {
      Wallet wallet = wallet(today);
      List<Taken> taken = wallet.take(Points.of(points));
      write(wallet, Entry.adjustDown(HIS, taken, "test", today));
    }

    boolean isAdjustment(LocalDate which) {
      return given.get(which).kind() == EntryKind.ADJUST;
    }

    void reverse(LocalDate which, boolean waive, LocalDate today) {
      Entry entry = given.get(which);
      Lot lot = lots.get(entry.postings().get(0).lotId());
      long writtenOff =
          -entries.stream()
              .filter(one -> one.kind() == EntryKind.EXPIRE)
              .flatMap(one -> one.postings().stream())
              .filter(leg -> lot.id().equals(leg.lotId()))
              .mapToLong(Entry.Posting::amount)
              .sum();
      long lost = writtenOff + forfeited.getOrDefault(lot.id(), 0L);
      Wallet wallet = wallet(today);
      ReversedGrant reversed =
          ReversedGrant.of(wallet, lot, lot.granted().minus(Points.of(lost)), waive);
      lot.waive(reversed.waived());
      write(
          wallet,
          Entry.reverse(
              HIS,
              entry.id(),
              isAdjustment(which) ? LedgerAccount.ADJUSTED : LedgerAccount.ISSUED,
              "test",
              today,
              reversed.taken(),
              reversed.fromLocked()));
    }

    void order(long price, LocalDate today) {
      Wallet wallet = wallet(today);
      List<Taken> taken = wallet.take(Points.of(price));
      UUID line = Ids.next();
      UUID id = Ids.next();
      Entry entry =
          write(wallet, Entry.redeem(HIS, id, today, List.of(new Entry.LinePayment(line, taken))));
      orders.add(placed(id, line, price, entry.id(), taken));
    }

    private static PlacedOrder placed(
        UUID id, UUID line, long price, UUID entry, List<Taken> taken) {
      PlacedLine one =
          new PlacedLine(
              line,
              1,
              Ids.next(),
              Points.of(price),
              Money.zero(Money.CNY),
              1,
              Points.ZERO,
              0,
              0,
              taken);
      return new PlacedOrder(id, "M-1", HIS, entry, List.of(one));
    }

    void cancel(int which, LocalDate today) {
      PlacedOrder order = orders.get(which);
      Wallet wallet = wallet(today);
      List<PlacedLine.Return> returns = order.cancel(List.of());
      List<Refunding.Refund> refunds =
          Refunding.payBack(
              wallet, returns.stream().map(PlacedLine.Return::paid).toList(), forfeits);
      refunds.stream()
          .filter(refund -> refund.decision() == RefundDecision.FORFEITED)
          .forEach(refund -> forfeited.merge(refund.lotId(), refund.points().amount(), Long::sum));
      write(wallet, Entry.cancel(order, "test", today, refunds));
      assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    }

    void hold(long points, Instant until, LocalDate today) {
      Wallet wallet = wallet(today);
      PointsHold hold = PointsHold.place(wallet, HIS, Points.of(points), until);
      write(wallet, Entry.hold(hold, "test", today));
      holds.add(hold);
    }

    void post(int which, long points, LocalDate today) {
      PointsHold hold = holds.get(which);
      Wallet wallet = wallet(today);
      PointsHold.Posted posted =
          hold.post(wallet, List.of(new PointsHold.Wanted(null, Points.of(points))), at(today));
      write(wallet, Entry.postHold(hold, null, "test", today, posted.paid(), posted.rest()));
      assertThat(hold.status()).isEqualTo(HoldStatus.POSTED);
    }

    void release(int which, LocalDate today) {
      PointsHold hold = holds.get(which);
      Wallet wallet = wallet(today);
      hold.voided(wallet, at(today));
      write(wallet, Entry.release(hold, "test", today));
    }

    void timeOut(int which, LocalDate today) {
      PointsHold hold = holds.get(which);
      Wallet wallet = wallet(today);
      hold.timedOut(wallet);
      write(wallet, Entry.release(hold, null, today));
    }

    void give(long points, LocalDate today) {
      Wallet his = wallet(today);
      Wallet others = new Wallet(of(OTHERS), today);
      List<Taken> taken = his.take(Points.of(points));
      List<Lot> arrived =
          taken.stream()
              .map(part -> his.lot(part.lotId()).transferred(part.points(), today))
              .map(others::add)
              .toList();
      write(his, Entry.send(HIS, taken, "test", today));
      write(others, Entry.receive(OTHERS, arrived, "test", today));
    }

    void activate(LocalDate today) {
      Wallet wallet = wallet(today);
      List<Taken> freed = wallet.activate(lot -> lot.activatesBy(today));
      write(wallet, Entry.activate(HIS, null, today, freed));
    }

    void expire(LocalDate today) {
      Wallet wallet = wallet(today);
      List<Taken> free = wallet.writeOffExpired();
      write(wallet, Entry.expire(HIS, today, free, wallet.writeOffExpiredLocked()));
    }

    long account(LedgerAccount account) {
      return legs().filter(leg -> leg.account() == account).mapToLong(Entry.Posting::amount).sum();
    }

    long ofLot(Lot lot, LedgerAccount account) {
      return legs()
          .filter(leg -> leg.account() == account && lot.id().equals(leg.lotId()))
          .mapToLong(Entry.Posting::amount)
          .sum();
    }

    long total() {
      return legs().mapToLong(Entry.Posting::amount).sum();
    }

    private java.util.stream.Stream<Entry.Posting> legs() {
      return entries.stream().flatMap(entry -> entry.postings().stream());
    }

    Map<LocalDate, Long> perLastDay(UUID customer) {
      Map<LocalDate, Long> days = new TreeMap<>();
      of(customer).forEach(lot -> days.merge(lot.expiresOn(), lot.remaining().amount(), Long::sum));
      days.values().removeIf(points -> points == 0);
      return days;
    }
  }

  /** What must come out, worked out the plain way, point by point. */
  private static final class Model {
    private final TreeMap<LocalDate, Long> free = new TreeMap<>();
    private final TreeMap<LocalDate, Long> locked = new TreeMap<>();
    private final Map<LocalDate, LocalDate> activates = new HashMap<>();
    private final TreeMap<LocalDate, Long> expired = new TreeMap<>();
    private final TreeMap<LocalDate, Long> others = new TreeMap<>();
    private final TreeMap<LocalDate, Long> waived = new TreeMap<>();
    private final Map<LocalDate, Long> forfeitedOf = new HashMap<>();
    private final TreeMap<LocalDate, Long> given = new TreeMap<>();
    private final Set<LocalDate> days = new HashSet<>();
    private final List<Deque<LocalDate>> orders = new ArrayList<>();
    private final Set<Integer> cancelled = new HashSet<>();
    private final List<Hold> holds = new ArrayList<>();
    private long posted;
    private long issued;
    private long adjusted;
    private long forfeited;

    private static final class Hold {
      private final Deque<LocalDate> days;
      private final Instant until;
      private boolean resolved;

      Hold(Deque<LocalDate> days, Instant until) {
        this.days = days;
        this.until = until;
      }
    }

    LocalDate dayOfItsOwn(LocalDate wanted) {
      LocalDate day = wanted;
      while (!days.add(day)) {
        day = day.plusDays(1);
      }
      return day;
    }

    void grant(LocalDate last, long points, LocalDate activatesOn) {
      issued += points;
      given.put(last, points);
      if (activatesOn == null) {
        free.merge(last, points, Long::sum);
      } else {
        locked.put(last, points);
        activates.put(last, activatesOn);
      }
    }

    void activate(LocalDate today) {
      new ArrayList<>(locked.keySet())
          .stream()
              .filter(day -> !today.isBefore(activates.get(day)))
              .forEach(day -> free.merge(day, locked.remove(day), Long::sum));
    }

    Deque<LocalDate> take(long points, LocalDate today) {
      Deque<LocalDate> taken = new ArrayDeque<>();
      for (long point = 0; point < points; point++) {
        LocalDate day = free.ceilingKey(today);
        taken.addLast(day);
        less(free, day);
      }
      return taken;
    }

    private static void less(TreeMap<LocalDate, Long> points, LocalDate day) {
      points.computeIfPresent(day, (d, n) -> n == 1 ? null : n - 1);
    }

    void cancel(int which, LocalDate today) {
      cancelled.add(which);
      for (LocalDate day : orders.get(which)) {
        if (comesBackThoughGivenUp(day)) {
          continue;
        }
        if (day.isBefore(today)) {
          forfeited++;
          forfeitedOf.merge(day, 1L, Long::sum);
        } else {
          free.merge(day, 1L, Long::sum);
        }
      }
      orders.get(which).clear();
    }

    void post(Hold hold, long wanted) {
      hold.resolved = true;
      for (long point = 0; point < wanted; point++) {
        hold.days.removeFirst();
      }
      posted += wanted;
      for (LocalDate day : hold.days) {
        if (!comesBackThoughGivenUp(day)) {
          free.merge(day, 1L, Long::sum);
        }
      }
      hold.days.clear();
    }

    /** A point of a grant that was reversed without it is forfeited when it comes back. */
    private boolean comesBackThoughGivenUp(LocalDate day) {
      if (!waived.containsKey(day)) {
        return false;
      }
      less(waived, day);
      forfeited++;
      return true;
    }

    void expire(LocalDate today) {
      for (TreeMap<LocalDate, Long> points : List.of(free, locked)) {
        Map<LocalDate, Long> over = points.headMap(today, false);
        over.forEach((day, n) -> expired.merge(day, n, Long::sum));
        over.clear();
      }
    }

    private long lost(LocalDate which) {
      long standing =
          given.get(which) - expired.getOrDefault(which, 0L) - forfeitedOf.getOrDefault(which, 0L);
      return standing - locked.getOrDefault(which, 0L) - free.getOrDefault(which, 0L);
    }

    boolean canReverse(LocalDate which, LocalDate today) {
      long own = which.isBefore(today) ? 0 : free.getOrDefault(which, 0L);
      return lost(which) <= usable(today) - own;
    }

    void reverse(LocalDate which, LocalDate today, boolean adjustment) {
      long lost = lost(which);
      long back = locked.getOrDefault(which, 0L) + free.getOrDefault(which, 0L);
      locked.remove(which);
      free.remove(which);
      long replaced = take(Math.min(lost, usable(today)), today).size();
      back += replaced;
      if (lost > replaced) {
        waived.put(which, lost - replaced);
      }
      given.remove(which);
      if (adjustment) {
        adjusted -= back;
      } else {
        issued -= back;
      }
    }

    long usable(LocalDate today) {
      return sum(free.tailMap(today, true));
    }

    long held() {
      return holds.stream().mapToLong(hold -> hold.days.size()).sum();
    }

    long used() {
      return posted + orders.stream().mapToLong(Deque::size).sum();
    }
  }
}
