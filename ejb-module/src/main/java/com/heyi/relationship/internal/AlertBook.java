package com.heyi.relationship.internal;

import com.heyi.relationship.AlertStatus;
import com.heyi.relationship.FlowDirection;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Alerts, and the movements that they are made of, in the database. */
@ApplicationScoped
public class AlertBook {
  /**
   * What came or went on a day and was not taken back, of all records of a customer; what he moved
   * between two of them neither came nor went.
   */
  private static final String TOTAL =
      """
      select coalesce(sum(f.amount), 0) as amount, count(*) as movements
        from relationship.flow f
       where f.customer_id = any(cast(:records as uuid[])) and f.day = :day
         and f.direction = :direction and f.reverses is null
         and not exists (select 1 from relationship.flow r where r.reverses = f.movement_id)
         and (f.other_customer_id is null
           or f.other_customer_id <> all(cast(:records as uuid[])))
      """;

  /** Which days the movements that wait belong to; what takes back belongs to the day of it. */
  private static final String WAITING =
      """
      select f.movement_id, f.customer_id, coalesce(o.day, f.day) as day, f.direction
        from relationship.flow f
        left join relationship.flow o
          on o.movement_id = f.reverses and o.customer_id = f.customer_id
       where f.looked_at is null
       order by f.booked_at, f.movement_id
       limit :most
         for update of f skip locked
      """;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected AlertBook() {}

  public AlertBook(EntityManager em) {
    this.em = em;
  }

  /** Writes down what came or went; the same movement is written down once. */
  void write(
      UUID movement,
      UUID customer,
      UUID other,
      FlowDirection direction,
      Money amount,
      LocalDate day,
      UUID reverses,
      Instant at) {
    em.createNativeQuery(
            "insert into relationship.flow (movement_id, customer_id, other_customer_id,"
                + " direction, amount, day, reverses, booked_at) values (:movement, :customer,"
                + " cast(:other as uuid), :direction, :amount, :day, cast(:reverses as uuid), :at)"
                + " on conflict do nothing")
        .setParameter("movement", movement)
        .setParameter("customer", customer)
        .setParameter("other", other == null ? null : other.toString())
        .setParameter("direction", direction.name())
        .setParameter("amount", amount.amount())
        .setParameter("day", day)
        .setParameter("reverses", reverses == null ? null : reverses.toString())
        .setParameter("at", at)
        .executeUpdate();
  }

  /** A movement that nobody has looked at, with the day and record for which it counts. */
  record Waiting(UUID movementId, UUID recordId, LocalDate day, FlowDirection direction) {}

  /** Some of those that nobody has looked at, held to the end of the transaction. */
  List<Waiting> waiting(int most) {
    List<Row> rows = NamedSql.rows(em, WAITING).setParameter("most", most).getResultList();
    return rows.stream()
        .map(
            row ->
                new Waiting(
                    row.uuid("movement_id"),
                    row.uuid("customer_id"),
                    row.day("day"),
                    row.constant("direction", FlowDirection.class)))
        .toList();
  }

  void lookedAt(Collection<Waiting> movements, Instant now) {
    em.createNativeQuery(
            "update relationship.flow f set looked_at = :now"
                + " from unnest(cast(:movements as uuid[]), cast(:records as uuid[]))"
                + " as n (movement_id, customer_id)"
                + " where f.movement_id = n.movement_id and f.customer_id = n.customer_id")
        .setParameter("now", now)
        .setParameter("movements", NamedSql.uuids(movements, Waiting::movementId))
        .setParameter("records", NamedSql.uuids(movements, Waiting::recordId))
        .executeUpdate();
  }

  /** What came or went on a day, of all records of a customer. */
  Alert.DayTotal total(Alert.FlowDay day, Set<UUID> records) {
    Row row =
        NamedSql.rows(em, TOTAL)
            .setParameter("records", NamedSql.uuids(records))
            .setParameter("day", day.day())
            .setParameter("direction", day.direction().name())
            .getSingleResult();
    return new Alert.DayTotal(row.cny("amount"), row.number("movements"));
  }

  void add(Alert alert) {
    em.persist(alert);
  }

  void flush() {
    em.flush();
  }

  Optional<Alert> find(UUID id) {
    return Optional.ofNullable(em.find(Alert.class, id));
  }

  Optional<Alert> findHeld(UUID id) {
    return Optional.ofNullable(em.find(Alert.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Whom an alert is about, without holding it. */
  Optional<UUID> customerOf(UUID id) {
    return em.createQuery("select a.customerId from Alert a where a.id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** The alerts about these days, by day, held to the end of the transaction. */
  Map<Alert.FlowDay, Alert> hold(Collection<Alert.FlowDay> days) {
    Map<Alert.FlowDay, Alert> held = new HashMap<>();
    em.createQuery(
            "from Alert a where a.customerId in :customers and a.day in :days order by a.id",
            Alert.class)
        .setParameter("customers", days.stream().map(Alert.FlowDay::customerId).toList())
        .setParameter("days", days.stream().map(Alert.FlowDay::day).collect(Collectors.toSet()))
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .forEach(alert -> held.put(alert.of(), alert));
    return held;
  }

  /** The alerts about these records that nobody has handled, the latest first. */
  List<Alert> open(Collection<UUID> records) {
    return em.createQuery(
            "from Alert a where a.customerId in :records and a.status <> :handled"
                + " order by a.openedAt desc, a.id",
            Alert.class)
        .setParameter("records", records)
        .setParameter("handled", AlertStatus.HANDLED)
        .getResultList();
  }

  /**
   * The alerts about a record that nobody has handled, held to the end of the transaction in the
   * order of their ids.
   */
  List<Alert> holdOpen(UUID customer) {
    return em.createQuery(
            "from Alert a where a.customerId = :customer and a.status <> :handled order by a.id",
            Alert.class)
        .setParameter("customer", customer)
        .setParameter("handled", AlertStatus.HANDLED)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** How many alerts about each of these customers nobody has handled. */
  Map<UUID, Long> openOf(Collection<UUID> customers) {
    Map<UUID, Long> open = new HashMap<>();
    if (!customers.isEmpty()) {
      em.createQuery(
              "select a.customerId, count(a) from Alert a where a.customerId in :ids"
                  + " and a.status <> :handled group by a.customerId",
              Object[].class)
          .setParameter("ids", customers)
          .setParameter("handled", AlertStatus.HANDLED)
          .getResultStream()
          .forEach(row -> open.put((UUID) row[0], (Long) row[1]));
    }
    return open;
  }

  /**
   * @param managers whose alerts are shown, or empty for everybody's
   */
  Page<Alert> page(PageRequest request, Optional<Set<String>> managers) {
    Listing<Alert> listing =
        Listing.of(Alert.class, Sort.descending("openedAt"))
            .sort("openedAt", "openedAt")
            .sort("amount", "amount")
            .filter("status", Filter.oneOf("status", AlertStatus.class))
            .filter("direction", Filter.oneOf("direction", FlowDirection.class))
            .filter("manager", Filter.equal("manager"))
            .filter("customerId", Filter.anyId("customerId"));
    managers.ifPresent(
        accounts -> listing.only((cb, root, name, text) -> root.get("manager").in(accounts), ""));
    return listing.page(em, request, Function.identity());
  }
}
