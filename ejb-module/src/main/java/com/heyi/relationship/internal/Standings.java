package com.heyi.relationship.internal;

import com.heyi.relationship.TierChangeKind;
import com.heyi.relationship.TierCount;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.Predicate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Where customers stand, and how they came there, in the database. */
@ApplicationScoped
public class Standings {
  private static final int ALL = 100;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected Standings() {}

  public Standings(EntityManager em) {
    this.em = em;
  }

  void add(Standing standing) {
    em.persist(standing);
  }

  void add(TierChange change) {
    em.persist(change);
  }

  void flush() {
    em.flush();
  }

  Optional<Standing> find(UUID customer) {
    return Optional.ofNullable(em.find(Standing.class, customer));
  }

  /** Where he stands, held for a change to the end of the transaction. */
  Optional<Standing> findHeld(UUID customer) {
    return Optional.ofNullable(em.find(Standing.class, customer, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Where these stand, by customer; who was not placed yet is left out. */
  Map<UUID, Standing> of(Collection<UUID> customers) {
    return byId(customers, LockModeType.NONE);
  }

  /** The same, held for a change to the end of the transaction, in the order of their ids. */
  Map<UUID, Standing> hold(Collection<UUID> customers) {
    return byId(customers, LockModeType.PESSIMISTIC_WRITE);
  }

  private Map<UUID, Standing> byId(Collection<UUID> customers, LockModeType lock) {
    Map<UUID, Standing> found = new HashMap<>();
    if (!customers.isEmpty()) {
      em.createQuery("from Standing s where s.id in :ids order by s.id", Standing.class)
          .setParameter("ids", customers)
          .setLockMode(lock)
          .getResultList()
          .forEach(standing -> found.put(standing.id(), standing));
    }
    return found;
  }

  /** Those of these customers who were placed for this day or a later one. */
  Set<UUID> placedFor(LocalDate day, Collection<UUID> customers) {
    return new HashSet<>(
        NamedSql.values(
                em,
                "select customer_id from relationship.standing where evaluated_for >= :day"
                    + " and customer_id = any(cast(:ids as uuid[]))",
                UUID.class)
            .setParameter("day", day)
            .setParameter("ids", NamedSql.uuids(customers))
            .getResultList());
  }

  /** How many customers were placed for this day or a later one. */
  long placedFor(LocalDate day) {
    return NamedSql.values(
            em,
            "select count(*) from relationship.standing where evaluated_for >= :day and not merged",
            Long.class)
        .setParameter("day", day)
        .getSingleResult();
  }

  /**
   * Those in the tiers who were not placed for the last day before this one, when everybody was who
   * is served.
   */
  List<UUID> notPlacedBefore(LocalDate day) {
    return NamedSql.values(
            em,
            "select customer_id from relationship.standing"
                + " where not merged and evaluated_for < (select max(evaluated_for)"
                + " from relationship.standing where evaluated_for < :day)",
            UUID.class)
        .setParameter("day", day)
        .getResultList();
  }

  /** How many have each tier on a day, by code. */
  Map<String, TierCount> counts(LocalDate day) {
    List<Row> rows =
        NamedSql.rows(
                em,
                "select case when grace_until < :day or hand_until < :day then earned else tier"
                    + " end as code, count(*) as customers,"
                    + " count(*) filter (where grace_until >= :day) as grace,"
                    + " count(*) filter (where hand_until >= :day) as hand"
                    + " from relationship.standing where not merged group by 1")
            .setParameter("day", day)
            .getResultList();
    Map<String, TierCount> counts = new HashMap<>();
    for (Row row : rows) {
      String code = row.text("code");
      counts.put(
          code,
          new TierCount(code, row.number("customers"), row.number("grace"), row.number("hand")));
    }
    return counts;
  }

  /**
   * @param near from which share of the tier above on somebody is about to rise
   */
  Page<Standing> page(PageRequest request, int near) {
    return Listing.of(Standing.class, Sort.descending("since"))
        .only((cb, root, name, text) -> cb.isFalse(root.get("merged")), "")
        .sort("since", "since")
        .sort("assets", "assets")
        .sort("activity", "activity")
        .sort("points", "points")
        .sort("nextPercent", "nextPercent")
        .filter("tier", Filter.equal("tier"))
        .filter("grace", isThere("graceUntil"))
        .filter("hand", isThere("handUntil"))
        .filter("rising", isNear(near))
        .filter("customerId", Filter.id("id"))
        .page(em, request, Function.identity());
  }

  Page<TierChange> changes(PageRequest request) {
    return Listing.of(TierChange.class, Sort.descending("changedAt"))
        .sort("changedAt", "changedAt")
        .filter("kind", Filter.oneOf("kind", TierChangeKind.class))
        .filter("to", Filter.equal("to"))
        .filter("customerId", Filter.id("customerId"))
        .page(em, request, Function.identity());
  }

  private static Filter<Standing> isNear(int near) {
    return (cb, root, name, text) -> {
      Predicate rising =
          cb.and(
              cb.ge(root.<Integer>get("nextPercent"), near),
              cb.lt(root.<Integer>get("nextPercent"), ALL));
      return switch (text) {
        case "yes" -> rising;
        case "no" -> cb.not(rising);
        default -> throw new HeyiException(PagingError.FILTER_VALUE, name, text, "yes, no");
      };
    };
  }

  private static <E> Filter<E> isThere(String attribute) {
    return (cb, root, name, text) ->
        switch (text) {
          case "yes" -> cb.isNotNull(root.get(attribute));
          case "no" -> cb.isNull(root.get(attribute));
          default -> throw new HeyiException(PagingError.FILTER_VALUE, name, text, "yes, no");
        };
  }
}
