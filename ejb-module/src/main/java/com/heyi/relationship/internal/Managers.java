package com.heyi.relationship.internal;

import com.heyi.relationship.HandOverView;
import com.heyi.relationship.RelationshipError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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

/** Managers, whom they look after, and how that came about, in the database. */
@ApplicationScoped
public class Managers {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected Managers() {}

  public Managers(EntityManager em) {
    this.em = em;
  }

  void add(Manager manager) {
    em.persist(manager);
  }

  void flush() {
    em.flush();
  }

  Optional<Manager> find(String account) {
    return account == null
        ? Optional.empty()
        : Optional.ofNullable(em.find(Manager.class, account));
  }

  /**
   * @throws HeyiException {@link RelationshipError#MANAGER_UNKNOWN}
   */
  Manager require(String account) {
    return find(account)
        .orElseThrow(
            () ->
                new HeyiException(
                    RelationshipError.MANAGER_UNKNOWN, account == null ? "" : account));
  }

  List<Manager> all() {
    return em.createQuery("from Manager m order by m.name, m.account", Manager.class)
        .getResultList();
  }

  /**
   * Whose customers the caller may see as theirs; empty for who may see everybody's. An operator
   * sees his own, and those of whom he stands in for today.
   */
  Optional<Set<String>> bound(LocalDate today) {
    Caller caller = CallContext.current();
    if (caller.has(Role.HEAD_OFFICE_ADMIN) || caller.has(Role.AUDITOR)) {
      return Optional.empty();
    }
    Map<String, Manager> all =
        all().stream().collect(Collectors.toMap(Manager::account, Function.identity()));
    Set<String> seen =
        all.values().stream()
            .filter(
                manager ->
                    manager
                        .actingOn(today, account -> Optional.ofNullable(all.get(account)))
                        .equals(caller.user()))
            .map(Manager::account)
            .collect(Collectors.toSet());
    // His own too while he is away: he may look, though somebody else acts.
    seen.add(caller.user());
    return Optional.of(seen);
  }

  Page<Care> page(PageRequest request, LocalDate today) {
    Listing<Care> listing =
        Listing.of(Care.class, Sort.descending("since"))
            .sort("since", "since")
            .filter("manager", Filter.equal("manager"))
            .filter("customerId", Filter.id("id"));
    bound(today)
        .ifPresent(
            accounts ->
                listing.only((cb, root, name, text) -> root.get("manager").in(accounts), ""));
    return listing.page(em, request, Function.identity());
  }

  Optional<Care> findCare(UUID customer) {
    return Optional.ofNullable(em.find(Care.class, customer));
  }

  /** Who looks after these customers, by customer. */
  Map<UUID, String> managersOf(Collection<UUID> customers) {
    Map<UUID, String> found = new HashMap<>();
    if (!customers.isEmpty()) {
      em.createQuery("from Care c where c.id in :ids", Care.class)
          .setParameter("ids", customers)
          .getResultStream()
          .forEach(care -> found.put(care.customerId(), care.manager()));
    }
    return found;
  }

  /** Whom a manager looks after. */
  List<UUID> customersOf(String manager) {
    return em.createQuery("select c.id from Care c where c.manager = :manager", UUID.class)
        .setParameter("manager", manager)
        .getResultList();
  }

  /** Lets only one hand-over at a time look and write. */
  void awaitTurn() {
    AdvisoryLock.of("relationship.care", "one").take(em);
  }

  /**
   * Writes down that these customers go to a manager; what waits about any of their records goes
   * too.
   */
  void handOver(
      Collection<UUID> customers,
      Collection<UUID> records,
      String from,
      String to,
      String reason,
      LocalDate day,
      Instant now,
      String by) {
    String[] ids = NamedSql.uuids(customers);
    em.createNativeQuery(
            "insert into relationship.hand_over (id, customer_id, from_manager, to_manager, day,"
                + " reason, handed_at, handed_by) select gen_random_uuid(), c,"
                + " cast(:from as varchar), :to, :day, :reason, :now, :by"
                + " from unnest(cast(:ids as uuid[])) c")
        .setParameter("from", from)
        .setParameter("to", to)
        .setParameter("day", day)
        .setParameter("reason", reason)
        .setParameter("now", now)
        .setParameter("by", by)
        .setParameter("ids", ids)
        .executeUpdate();
    em.createNativeQuery(
            "insert into relationship.care (customer_id, manager, since)"
                + " select c, :to, :day from unnest(cast(:ids as uuid[])) c"
                + " on conflict (customer_id) do update set manager = excluded.manager,"
                + " since = excluded.since")
        .setParameter("to", to)
        .setParameter("day", day)
        .setParameter("ids", ids)
        .executeUpdate();
    giveWhatWaits(records, to);
  }

  /**
   * The alerts and follow-ups about these records that wait are a manager's from now on; held in
   * the order in which everybody holds them.
   */
  void giveWhatWaits(Collection<UUID> records, String to) {
    em.createNativeQuery(
            "with held as (select id from relationship.alert"
                + " where status <> 'HANDLED' and customer_id = any(cast(:ids as uuid[]))"
                + " order by id for update)"
                + " update relationship.alert a set manager = cast(:to as varchar)"
                + " from held where a.id = held.id")
        .setParameter("to", to)
        .setParameter("ids", NamedSql.uuids(records))
        .executeUpdate();
    em.createNativeQuery(
            "with held as (select id from relationship.follow_up"
                + " where status in ('OPEN', 'CLAIMED')"
                + " and customer_id = any(cast(:ids as uuid[]))"
                + " order by customer_id, id for update)"
                + " update relationship.follow_up f set manager = cast(:to as varchar)"
                + " from held where f.id = held.id")
        .setParameter("to", to)
        .setParameter("ids", NamedSql.uuids(records))
        .executeUpdate();
  }

  /** Nobody looks after this record any more; its hand-overs stay. */
  void letGo(UUID record) {
    em.createNativeQuery("delete from relationship.care where customer_id = :record")
        .setParameter("record", record)
        .executeUpdate();
  }

  /** Who looked after this record last, whether he still does or not. */
  Optional<String> lastManagerOf(UUID record) {
    return history(List.of(record)).stream().findFirst().map(HandOverView::to);
  }

  /** The hand-overs of these records, the latest first. */
  List<HandOverView> history(Collection<UUID> records) {
    List<Row> rows =
        NamedSql.rows(
                em,
                "select from_manager, to_manager, day, reason, handed_at, handed_by"
                    + " from relationship.hand_over"
                    + " where customer_id = any(cast(:records as uuid[]))"
                    + " order by handed_at desc, id")
            .setParameter("records", NamedSql.uuids(records))
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new HandOverView(
                    row.text("from_manager"),
                    row.text("to_manager"),
                    row.day("day"),
                    row.text("reason"),
                    row.instant("handed_at"),
                    row.text("handed_by")))
        .toList();
  }

  /** How many customers each manager looks after. */
  Map<String, Long> customersByManager() {
    return counts("select manager, count(*) as n from relationship.care group by 1");
  }

  /** How many alerts wait for each manager. */
  Map<String, Long> alertsByManager() {
    return counts(
        "select manager, count(*) as n from relationship.alert"
            + " where status <> 'HANDLED' and manager is not null group by 1");
  }

  private Map<String, Long> counts(String sql) {
    List<Row> rows = NamedSql.rows(em, sql).getResultList();
    return rows.stream()
        .collect(Collectors.toMap(row -> row.text("manager"), row -> row.number("n")));
  }
}
