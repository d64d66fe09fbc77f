package com.heyi.mall.internal;

import com.heyi.accounts.CustomerRef;
import com.heyi.mall.EntryKind;
import com.heyi.mall.GrantKind;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.GrantView;
import com.heyi.mall.HoldStatus;
import com.heyi.mall.MallError;
import com.heyi.mall.PointsGranted;
import com.heyi.mall.PointsView;
import com.heyi.mall.Posted;
import com.heyi.mall.StatementRow;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives points, writes them off when their time is over, and tells customers what they have. */
@ApplicationScoped
public class PointsDesk {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Ledger ledger;
  @Inject private ExpiryRules rules;
  @Inject private Event<PointsGranted> granted;

  protected PointsDesk() {}

  PointsDesk(EntityManager em, Clock clock, ExpiryRules rules, Event<PointsGranted> granted) {
    this.em = em;
    this.clock = clock;
    this.ledger = new Ledger(em, clock);
    this.rules = rules;
    this.granted = granted;
  }

  /**
   * @throws HeyiException {@link MallError#POINTS_OUT_OF_RANGE}, {@link
   *     MallError#POINTS_EXPIRY_PAST}, {@link MallError#EFFECTIVE_ON}, {@link
   *     MallError#ACTIVATES_ON}
   */
  public GrantView grant(GrantPoints command) {
    Lot lot = lot(command);
    GrantView view = grant(command.customerId(), lot, command.reason().strip());
    ChangeLog.note("customer", command.customerId(), "pointsExpireOn", null, lot.expiresOn());
    return view;
  }

  /** What {@link #grant(GrantPoints)} would book; it fails as that would, and stores nothing. */
  public Posted tryGrant(GrantPoints command) {
    Lot lot = lot(command);
    Wallet wallet = ledger.look(command.customerId(), LocalDate.now(clock));
    wallet.add(lot);
    return Entries.tried(Entry.grant(command.customerId(), lot, command.reason().strip()), wallet);
  }

  private Lot lot(GrantPoints command) {
    LocalDate today = LocalDate.now(clock);
    LocalDate on = ledger.effective(command.customerId(), command.effectiveOn());
    GrantKind kind = command.kind() == null ? GrantKind.STANDARD : command.kind();
    LocalDate last = command.expiresOn() == null ? rules.lastDay(kind, on) : command.expiresOn();
    if (last != null && last.isBefore(today)) {
      throw new HeyiException(MallError.POINTS_EXPIRY_PAST, last);
    }
    LocalDate activatesOn = command.activatesOn();
    if (activatesOn != null
        && (!activatesOn.isAfter(today) || last != null && activatesOn.isAfter(last))) {
      throw new HeyiException(
          MallError.ACTIVATES_ON, activatesOn, today.plusDays(1), last == null ? "—" : last);
    }
    requireCountable(command.points());
    return Lot.granted(
        kind, command.points(), on, last, new Lot.Unlocking(activatesOn, command.activatesBy()));
  }

  private static void requireCountable(Points points) {
    if (points.isZero() || points.amount() > GrantPoints.MOST) {
      throw new HeyiException(MallError.POINTS_OUT_OF_RANGE, 1, GrantPoints.MOST);
    }
  }

  /**
   * Gives points as of a day.
   *
   * @param expiresOn last day on which they can be used; null when they never expire
   * @throws HeyiException {@link MallError#POINTS_OUT_OF_RANGE}
   */
  GrantView grant(
      UUID customerId, Points points, String reason, LocalDate on, LocalDate expiresOn) {
    requireCountable(points);
    return grant(customerId, Lot.granted(points, on, expiresOn), reason);
  }

  private GrantView grant(UUID customerId, Lot lot, String reason) {
    Ledger.Held held = ledger.hold(customerId, LocalDate.now(clock));
    held.wallet().add(lot);
    Entry entry = Entry.grant(customerId, lot, reason);
    Points balance = ledger.write(held, entry);
    if (lot.unlocking().on() != null) {
      ledger.noteDue(customerId);
    }
    granted.fire(new PointsGranted(entry.id(), customerId));
    return new GrantView(entry.id(), lot.id(), customerId, lot.granted(), lot.expiresOn(), balance);
  }

  /**
   * Writes off the points of a customer whose last day is over.
   *
   * @return how many
   */
  public Points expire(UUID customerId) {
    LocalDate today = LocalDate.now(clock);
    List<UUID> locked = ledger.lockedLots(customerId);
    Wallet seen = ledger.look(customerId, today, locked);
    if (seen.writeOffExpired().isEmpty() && seen.writeOffExpiredLocked().isEmpty()) {
      return Points.ZERO;
    }
    // Seen again under the lock: another node may have written it off meanwhile.
    Wallet wallet = ledger.holdUnnumbered(customerId, today, locked);
    List<Taken> expired = wallet.writeOffExpired();
    List<Taken> lockedOver = wallet.writeOffExpiredLocked();
    if (expired.isEmpty() && lockedOver.isEmpty()) {
      return Points.ZERO;
    }
    ledger.write(wallet, Entry.expire(customerId, today, expired, lockedOver));
    return Stream.concat(expired.stream(), lockedOver.stream())
        .map(Taken::points)
        .reduce(Points.ZERO, Points::plus);
  }

  /**
   * Books what is due of a customer by itself: holds that have timed out.
   *
   * @return how many entries it took
   */
  public int settle(UUID customerId) {
    return ledger.settle(customerId);
  }

  /** Customers of whom something is due by itself; the longest waiting first. */
  public List<UUID> customersDue(int limit) {
    return ledger.customersDue(limit);
  }

  /** Customers who hold points whose last day is over; the longest waiting first. */
  public List<UUID> customersWithExpiredPoints(int limit) {
    return new Sql(em)
        .list(
            row -> Sql.uuid(row, "customer_id"),
            "select customer_id from mall.lot where (remaining > 0 or locked > 0)"
                + " and expires_on < ?"
                + " group by customer_id order by min(expires_on), customer_id limit ?",
            LocalDate.now(clock),
            limit);
  }

  /** The customer's points today. */
  public PointsView view(CustomerRef customer) {
    LocalDate today = LocalDate.now(clock);
    List<PointsHold> open = new HoldBook(em, clock).open(customer.id());
    Set<UUID> alsoLots =
        open.stream().flatMap(hold -> hold.lots().stream()).collect(Collectors.toSet());
    alsoLots.addAll(ledger.lockedLots(customer.id()));
    Wallet wallet = ledger.look(customer.id(), today, alsoLots);
    // What is due by itself is usable, though nobody may have booked it yet.
    open.stream().filter(hold -> hold.isOverdue(clock.instant())).forEach(h -> h.timedOut(wallet));
    wallet.activate(lot -> lot.activatesBy(today));
    List<PointsHold> holds = open.stream().filter(h -> h.status() == HoldStatus.OPEN).toList();
    SortedMap<LocalDate, Points> byLastDay = new TreeMap<>();
    wallet.lots().stream()
        .filter(lot -> lot.usableOn(today) && lot.expiresOn() != null)
        .filter(lot -> !lot.remaining().isZero())
        .forEach(lot -> byLastDay.merge(lot.expiresOn(), lot.remaining(), Points::plus));
    return new PointsView(
        customer.id(),
        customer.number(),
        customer.name(),
        wallet.usable(),
        holds.stream().map(PointsHold::points).reduce(Points.ZERO, Points::plus),
        wallet.locked(),
        wallet.expired(),
        wallet.lots().stream()
            .filter(lot -> !lot.remaining().isZero() || !lot.locked().isZero())
            .map(
                lot ->
                    new PointsView.Lot(
                        lot.id(),
                        lot.source(),
                        lot.granted(),
                        lot.remaining(),
                        lot.locked(),
                        lot.grantedOn(),
                        lot.expiresOn(),
                        !lot.usableOn(today),
                        lot.unlocking().on(),
                        lot.unlocking().by()))
            .toList(),
        byLastDay.entrySet().stream()
            .map(day -> new PointsView.Expiring(day.getKey(), day.getValue()))
            .toList(),
        holds.stream()
            .map(hold -> new PointsView.Hold(hold.id(), hold.points(), hold.until()))
            .toList(),
        List.of());
  }

  /** A part of the customer's statement, latest first. */
  public Page<StatementRow> statement(UUID customerId, PageRequest request) {
    return statement(customerId, List.of(), request);
  }

  /**
   * The same with what stands under records that have turned out to be him. Each record counts its
   * entries for itself, so that only time puts those of several in one order.
   */
  public Page<StatementRow> statement(
      UUID customerId, List<CustomerRef> merged, PageRequest request) {
    Map<UUID, String> records =
        merged.stream().collect(Collectors.toMap(CustomerRef::id, CustomerRef::number));
    Set<UUID> all = new LinkedHashSet<>(records.keySet());
    all.add(customerId);
    Map<String, String> filters = new LinkedHashMap<>(request.filters());
    filters.put("customerId", Filter.textOf(all));
    Page<EntryRow> entries =
        Listing.of(EntryRow.class, Sort.descending(records.isEmpty() ? "entryNo" : "recordedAt"))
            .sort("entryNo", "entryNo")
            .sort("recordedAt", "recordedAt")
            .filter("customerId", Filter.anyId("customerId"))
            .filter("kind", Filter.oneOf("kind", EntryKind.class))
            .page(em, request.filteredBy(filters), Function.identity());
    Map<UUID, String> numbers = orderNumbers(entries.items());
    return new Page<>(
        entries.items().stream()
            .map(entry -> entry.row(records.get(entry.customerId()), numbers.get(entry.orderId())))
            .toList(),
        entries.nextCursor(),
        entries.total());
  }

  private Map<UUID, String> orderNumbers(List<EntryRow> entries) {
    List<UUID> orders =
        entries.stream().map(EntryRow::orderId).filter(Objects::nonNull).distinct().toList();
    if (orders.isEmpty()) {
      return new LinkedHashMap<>();
    }
    return new Sql(em)
            .list(
                row -> Map.entry(Sql.uuid(row, "id"), row.getString("number")),
                "select id, number from mall.customer_order where id = any(?)",
                (Object) Sql.uuids(orders))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
