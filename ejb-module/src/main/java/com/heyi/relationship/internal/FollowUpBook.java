package com.heyi.relationship.internal;

import com.heyi.relationship.FollowUpFigure;
import com.heyi.relationship.FollowUpOutcome;
import com.heyi.relationship.FollowUpReason;
import com.heyi.relationship.FollowUpResult;
import com.heyi.relationship.FollowUpStatus;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Follow-ups, and what came of them, in the database. */
@ApplicationScoped
public class FollowUpBook {
  private static final List<FollowUpStatus> NOT_CLOSED =
      List.of(FollowUpStatus.OPEN, FollowUpStatus.CLAIMED);

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected FollowUpBook() {}

  public FollowUpBook(EntityManager em) {
    this.em = em;
  }

  void add(FollowUp followUp) {
    em.persist(followUp);
  }

  void flush() {
    em.flush();
  }

  Optional<FollowUp> find(UUID id) {
    return Optional.ofNullable(em.find(FollowUp.class, id));
  }

  Optional<FollowUp> findHeld(UUID id) {
    return Optional.ofNullable(em.find(FollowUp.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Whom an alert's follow-up is about, without holding it; empty for other reasons. */
  Optional<UUID> alertedCustomer(UUID id) {
    return em.createQuery(
            "select f.customerId from FollowUp f where f.id = :id and f.reason = :alert",
            UUID.class)
        .setParameter("id", id)
        .setParameter("alert", FollowUpReason.ALERT)
        .getResultStream()
        .findFirst();
  }

  /**
   * The follow-ups of these customers for a reason, by customer, held in the order of their ids.
   */
  Map<UUID, FollowUp> hold(Collection<UUID> customers, FollowUpReason reason) {
    Map<UUID, FollowUp> held = new HashMap<>();
    if (!customers.isEmpty()) {
      em.createQuery(
              "from FollowUp f where f.customerId in :ids and f.reason = :reason"
                  + " order by f.customerId",
              FollowUp.class)
          .setParameter("ids", customers)
          .setParameter("reason", reason)
          .setLockMode(LockModeType.PESSIMISTIC_WRITE)
          .getResultList()
          .forEach(followUp -> held.put(followUp.customerId(), followUp));
    }
    return held;
  }

  /** What is not closed of these records, the nearest due first. */
  List<FollowUp> open(Collection<UUID> records) {
    return em.createQuery(
            "from FollowUp f where f.customerId in :records and f.status in :statuses"
                + " order by f.dueOn, f.id",
            FollowUp.class)
        .setParameter("records", records)
        .setParameter("statuses", NOT_CLOSED)
        .getResultList();
  }

  /**
   * @param managers whose follow-ups are shown, or empty for everybody's
   */
  Page<FollowUp> page(PageRequest request, Optional<Set<String>> managers) {
    Listing<FollowUp> listing =
        Listing.of(FollowUp.class, Sort.ascending("dueOn"))
            .sort("dueOn", "dueOn")
            .sort("openedAt", "openedAt")
            .filter("status", Filter.oneOf("status", FollowUpStatus.class))
            .filter("reason", Filter.oneOf("reason", FollowUpReason.class))
            .filter("manager", Filter.equal("manager"))
            .filter("customerId", Filter.anyId("customerId"));
    managers.ifPresent(
        accounts -> listing.only((cb, root, name, text) -> root.get("manager").in(accounts), ""));
    return listing.page(em, request, Function.identity());
  }

  /** Writes down what came of a follow-up. */
  void write(FollowUp of, FollowUpResult result, LocalDate today) {
    em.createNativeQuery(
            "insert into relationship.follow_up_result (id, follow_up_id, customer_id, reason,"
                + " outcome, note, opened_at, due_on, done_on, done_at, done_by)"
                + " values (gen_random_uuid(), :of, :customer, :reason, :outcome,"
                + " cast(:note as varchar), :opened, :due, :today, :at, :by)")
        .setParameter("of", of.id())
        .setParameter("customer", of.customerId())
        .setParameter("reason", of.reason().name())
        .setParameter("outcome", result.outcome().name())
        .setParameter("note", result.note())
        .setParameter("opened", result.openedAt())
        .setParameter("due", result.dueOn())
        .setParameter("today", today)
        .setParameter("at", result.doneAt())
        .setParameter("by", result.doneBy())
        .executeUpdate();
  }

  List<FollowUpResult> results(UUID followUp) {
    List<Row> rows =
        NamedSql.rows(
                em,
                "select customer_id, outcome, note, opened_at, due_on, done_at, done_by"
                    + " from relationship.follow_up_result where follow_up_id = :id"
                    + " order by done_at desc, id")
            .setParameter("id", followUp)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new FollowUpResult(
                    row.uuid("customer_id"),
                    row.constant("outcome", FollowUpOutcome.class),
                    row.text("note"),
                    row.instant("opened_at"),
                    row.day("due_on"),
                    row.instant("done_at"),
                    row.text("done_by")))
        .toList();
  }

  /** What came of those that were done from one day to another, by reason and outcome. */
  List<FollowUpFigure> figures(LocalDate from, LocalDate to) {
    List<Row> rows =
        NamedSql.rows(
                em,
                "select reason, outcome, count(*) as done,"
                    + " count(*) filter (where done_on > due_on) as late"
                    + " from relationship.follow_up_result where done_on between :from and :to"
                    + " group by reason, outcome order by reason, done desc, outcome")
            .setParameter("from", from)
            .setParameter("to", to)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new FollowUpFigure(
                    row.constant("reason", FollowUpReason.class),
                    row.constant("outcome", FollowUpOutcome.class),
                    row.number("done"),
                    row.number("late")))
        .toList();
  }
}
