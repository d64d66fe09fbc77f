package com.heyi.mall.internal;

import com.heyi.accounts.CustomerRef;
import com.heyi.mall.EntryKind;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.GrantView;
import com.heyi.mall.HoldStatus;
import com.heyi.mall.MallError;
import com.heyi.mall.PointsGranted;
import com.heyi.mall.PointsView;
import com.heyi.mall.StatementRow;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives points, writes them off when their time is over, and tells customers what they have. */
@ApplicationScoped
public class PointsDesk {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Ledger ledger;
  @Inject private PointsLastUntil lastUntil;
  @Inject private Event<PointsGranted> granted;

  protected PointsDesk() {}

  PointsDesk(
      EntityManager em, Clock clock, PointsLastUntil lastUntil, Event<PointsGranted> granted) {
    this.em = em;
    this.clock = clock;
    this.ledger = new Ledger(em, clock);
    this.lastUntil = lastUntil;
    this.granted = granted;
  }

  /**
   * @throws HeyiException {@link MallError#POINTS_OUT_OF_RANGE}, {@link
   *     MallError#POINTS_EXPIRY_PAST}
   */
  public GrantView grant(GrantPoints command) {
    LocalDate today = LocalDate.now(clock);
    if (command.expiresOn() != null && command.expiresOn().isBefore(today)) {
      throw new HeyiException(MallError.POINTS_EXPIRY_PAST, command.expiresOn());
    }
    LocalDate expiresOn =
        command.expiresOn() == null ? lastUntil.grantedOn(today) : command.expiresOn();
    GrantView view =
        grant(command.customerId(), command.points(), command.reason().strip(), today, expiresOn);
    ChangeLog.note("customer", command.customerId(), "pointsExpireOn", null, expiresOn);
    return view;
  }

  /**
   * Gives points as of a day.
   *
   * @param expiresOn last day on which they can be used; null when they never expire
   * @throws HeyiException {@link MallError#POINTS_OUT_OF_RANGE}
   */
  GrantView grant(
      UUID customerId, Points points, String reason, LocalDate on, LocalDate expiresOn) {
    if (points.isZero() || points.amount() > GrantPoints.MOST) {
      throw new HeyiException(MallError.POINTS_OUT_OF_RANGE, 1, GrantPoints.MOST);
    }
    Ledger.Held held = ledger.hold(customerId, on);
    Lot lot = held.wallet().add(Lot.granted(points, on, expiresOn));
    Entry entry = Entry.grant(customerId, lot, reason);
    Points balance = ledger.write(held, entry);
    granted.fire(new PointsGranted(entry.id(), customerId));
    return new GrantView(entry.id(), lot.id(), customerId, points, expiresOn, balance);
  }

  /**
   * Writes off the points of a customer whose last day is over.
   *
   * @return how many
   */
  public Points expire(UUID customerId) {
    LocalDate today = LocalDate.now(clock);
    if (ledger.look(customerId, today).expired().isZero()) {
      return Points.ZERO;
    }
    Ledger.Held held = ledger.hold(customerId, today);
    List<Taken> expired = held.wallet().writeOffExpired();
    ledger.write(held, Entry.expire(customerId, today, expired));
    return expired.stream().map(Taken::points).reduce(Points.ZERO, Points::plus);
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
            "select customer_id from mall.lot where remaining > 0 and expires_on < ?"
                + " group by customer_id order by min(expires_on), customer_id limit ?",
            LocalDate.now(clock),
            limit);
  }

  /** The customer's points today. */
  public PointsView view(CustomerRef customer) {
    LocalDate today = LocalDate.now(clock);
    List<PointsHold> open = new HoldBook(em, clock).open(customer.id());
    Set<UUID> heldLots =
        open.stream().flatMap(hold -> hold.lots().stream()).collect(Collectors.toSet());
    Wallet wallet = ledger.look(customer.id(), today, heldLots);
    // What is overdue is usable again, though nobody may have booked it yet.
    open.stream().filter(hold -> hold.isOverdue(clock.instant())).forEach(h -> h.timedOut(wallet));
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
        wallet.expired(),
        wallet.lots().stream()
            .filter(lot -> !lot.remaining().isZero())
            .map(
                lot ->
                    new PointsView.Lot(
                        lot.id(),
                        lot.source(),
                        lot.granted(),
                        lot.remaining(),
                        lot.grantedOn(),
                        lot.expiresOn(),
                        !lot.usableOn(today)))
            .toList(),
        byLastDay.entrySet().stream()
            .map(day -> new PointsView.Expiring(day.getKey(), day.getValue()))
            .toList(),
        holds.stream()
            .map(hold -> new PointsView.Hold(hold.id(), hold.points(), hold.until()))
            .toList());
  }

  /** A part of the customer's statement, latest first. */
  public Page<StatementRow> statement(UUID customerId, PageRequest request) {
    Map<String, String> filters = new LinkedHashMap<>(request.filters());
    filters.put("customerId", customerId.toString());
    Page<EntryRow> entries =
        Listing.of(EntryRow.class, Sort.descending("entryNo"))
            .sort("entryNo", "entryNo")
            .filter("customerId", Filter.id("customerId"))
            .filter("kind", Filter.oneOf("kind", EntryKind.class))
            .page(em, request.filteredBy(filters), Function.identity());
    Map<UUID, String> numbers = orderNumbers(entries.items());
    return new Page<>(
        entries.items().stream().map(entry -> entry.row(numbers.get(entry.orderId()))).toList(),
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
