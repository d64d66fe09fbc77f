package com.heyi.winddown.internal;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Money;
import com.heyi.winddown.ControlTotals;
import com.heyi.winddown.PlanProgress;
import com.heyi.winddown.PlanRow;
import com.heyi.winddown.PlanStatus;
import com.heyi.winddown.WindDownError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Plans, balances and proofs in the database. */
@ApplicationScoped
public class Plans {
  private static final String SUMS =
      """
      select count(*) as holdings, count(m.holding_id) as moved,
             coalesce(sum(h.points), 0) as points_before,
             coalesce(sum(m.points) filter (where m.outcome in ('GRANTED', 'PLACED', 'GIVEN_BACK')), 0)
               as points_after,
             coalesce(sum(m.points) filter (where m.outcome = 'EXPIRED'), 0) as points_expired,
             coalesce(sum(h.points) filter (where m.holding_id is null), 0) as points_left,
             coalesce(sum(h.amount), 0) as money_before,
             coalesce(sum(m.amount) filter (where m.outcome = 'DEPOSITED'), 0) as money_after,
             coalesce(sum(m.amount) filter (where m.outcome in ('REFUNDED', 'GIVEN_BACK')), 0)
               as money_refunded,
             coalesce(sum(h.amount) filter (where m.holding_id is null), 0) as money_left,
             count(distinct h.ref) filter (where h.kind = 'ORDER') as orders_before,
             count(distinct m.entry_id) filter (where m.outcome = 'PLACED') as orders_after,
             count(distinct h.ref) filter (where m.outcome = 'GIVEN_BACK') as orders_refunded,
             count(distinct h.ref) filter (where h.kind = 'ORDER' and m.holding_id is null)
               as orders_left,
             count(*) filter (where h.kind = 'COUPON') as coupons_before,
             count(*) filter (where m.outcome = 'ISSUED') as coupons_after,
             count(*) filter (where h.kind = 'COUPON' and m.outcome = 'EXPIRED') as coupons_expired,
             count(*) filter (where h.kind = 'COUPON' and m.holding_id is null) as coupons_left,
             count(r.holding_id) as refunds_due,
             coalesce(sum(r.amount), 0) as refunds_amount
        from winddown.holding h
        left join winddown.move m on m.holding_id = h.id
        left join winddown.refund r on r.holding_id = h.id and r.paid_at is null
       where h.plan_id = :plan
      """;

  static final int AT_A_TIME = 10_000;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected Plans() {}

  public Plans(EntityManager em) {
    this.em = em;
  }

  void add(Object record) {
    em.persist(record);
  }

  void flush() {
    em.flush();
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  Plan get(UUID id) {
    return find(id).orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
  }

  Optional<Plan> find(UUID id) {
    return Optional.ofNullable(em.find(Plan.class, id));
  }

  /** The plan for a change, held to the end of the transaction. */
  Plan hold(UUID id, long expectedVersion) {
    Plan plan = hold(id);
    plan.requireVersion(expectedVersion);
    return plan;
  }

  /** The plan, held to the end of the transaction. */
  Plan hold(UUID id) {
    Plan plan = em.find(Plan.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (plan == null) {
      throw new HeyiException(CommonError.NOT_FOUND, id);
    }
    return plan;
  }

  /** The plans whose apps' customers are being migrated. */
  List<Plan> migrating() {
    return em.createQuery("from Plan p where p.status = :migrating order by p.id", Plan.class)
        .setParameter("migrating", PlanStatus.MIGRATING)
        .getResultList();
  }

  /** Holds the plan to the end of the transaction, unless somebody is at work with it. */
  boolean holdIfIdle(UUID id) {
    return new Sql(em)
        .one(row -> true, "select 1 from winddown.plan where id = ? for update skip locked", id)
        .isPresent();
  }

  /** The plan as it stays to the end of the transaction, though others may read it too. */
  Optional<Plan> steady(UUID id) {
    return Optional.ofNullable(em.find(Plan.class, id, LockModeType.PESSIMISTIC_READ));
  }

  /** The plan of an app that was neither called off nor, unless it is closed, ended. */
  Optional<Plan> ofApp(String app) {
    return em.createQuery("from Plan p where p.app = :app and p.status <> :calledOff", Plan.class)
        .setParameter("app", app)
        .setParameter("calledOff", PlanStatus.CALLED_OFF)
        .getResultStream()
        .findFirst();
  }

  Page<PlanRow> page(PageRequest request) {
    return Listing.of(Plan.class, Sort.descending("announcedAt"))
        .sort("announcedAt", "announcedAt")
        .sort("closeOn", "closeOn")
        .filter("app", Filter.equal("app"))
        .filter("status", Filter.oneOf("status", PlanStatus.class))
        .page(em, request, Plan::row);
  }

  Page<Proof> proofs(UUID plan, PageRequest request) {
    return Listing.of(Proof.class, Sort.ascending("migratedAt"))
        .sort("migratedAt", "migratedAt")
        .sort("pointsBefore", "pointsBefore")
        .sort("moneyBefore", "moneyBefore")
        .filter("customerId", Filter.id("customerId"))
        .only(Filter.id("planId"), plan.toString())
        .page(em, request, Function.identity());
  }

  List<Proof> proofsOf(Collection<UUID> customers) {
    return em.createQuery(
            "from Proof p where p.customerId in :customers order by p.migratedAt, p.id",
            Proof.class)
        .setParameter("customers", customers)
        .getResultList();
  }

  /** Whether anybody has his proof. */
  boolean hasProofs(UUID plan) {
    em.flush();
    return new Sql(em)
        .one(row -> true, "select 1 from winddown.proof where plan_id = ? limit 1", plan)
        .isPresent();
  }

  /** Those of the customers who have their proof; of any number of customers. */
  Set<UUID> migrated(UUID plan, Collection<UUID> customers) {
    List<UUID> ids = List.copyOf(customers);
    Set<UUID> found = new HashSet<>();
    for (int from = 0; from < ids.size(); from += AT_A_TIME) {
      List<UUID> some = ids.subList(from, Math.min(from + AT_A_TIME, ids.size()));
      found.addAll(
          NamedSql.values(
                  em,
                  "select p.customer_id from winddown.proof p where p.plan_id = :plan"
                      + " and p.customer_id = any(cast(:customers as uuid[]))",
                  UUID.class)
              .setParameter("plan", plan)
              .setParameter("customers", NamedSql.uuids(some))
              .getResultList());
    }
    return found;
  }

  /**
   * The plan of an app that is frozen, held to the end of the transaction; so that neither the
   * migration begins nor another run loads the same between looking and loading.
   */
  Optional<Plan> holdFrozen(String app) {
    return ofApp(app)
        .map(found -> hold(found.id()))
        .filter(found -> found.status() == PlanStatus.FROZEN);
  }

  /** What was taken over of a plan under these numbers of orders or codes of coupons. */
  List<Holding> named(UUID plan, Collection<String> refs) {
    return em.createQuery("from Holding h where h.planId = :plan and h.ref in :refs", Holding.class)
        .setParameter("plan", plan)
        .setParameter("refs", refs)
        .getResultList();
  }

  /** What the app holds by these ids and has not moved yet. */
  List<Holding> unmoved(UUID plan, Collection<String> externalIds) {
    return em.createQuery(
            "from Holding h where h.planId = :plan and h.externalId in :ids"
                + " and not exists (select 1 from Move m where m.holdingId = h.id)"
                + " order by h.externalId, h.id",
            Holding.class)
        .setParameter("plan", plan)
        .setParameter("ids", externalIds)
        .getResultList();
  }

  /** What earlier runs handed over for these ids, but for what this run has named already. */
  List<Holding> holdingsOfOtherRuns(UUID plan, UUID run, Collection<String> externalIds) {
    return NamedSql.values(
            em,
            "select h.* from winddown.holding h"
                + " where h.plan_id = :plan and h.external_id = any(cast(:ids as text[]))"
                + " and not exists (select 1 from winddown.handover o"
                + " where o.run_id = :run and o.holding_id = h.id)"
                + " order by h.id",
            Holding.class)
        .setParameter("plan", plan)
        .setParameter("run", run)
        .setParameter("ids", externalIds.toArray(String[]::new))
        .getResultList();
  }

  /** Keeps which balances a run has named. */
  void handedOver(UUID run, Collection<Holding> named) {
    em.flush();
    em.createNativeQuery(
            "insert into winddown.handover (run_id, holding_id)"
                + " select :run, unnest(cast(:holdings as uuid[]))")
        .setParameter("run", run)
        .setParameter("holdings", NamedSql.uuids(named, Holding::id))
        .executeUpdate();
  }

  /** The plans that were not called off and have not moved a balance by one of these ids. */
  List<Plan> owing(Collection<String> externalIds) {
    return NamedSql.values(
            em,
            "select l.* from winddown.plan l where l.status <> 'CALLED_OFF'"
                + " and exists (select 1 from winddown.holding h where h.plan_id = l.id"
                + " and h.external_id = any(cast(:ids as text[]))"
                + " and not exists (select 1 from winddown.move m where m.holding_id = h.id))"
                + " order by l.id",
            Plan.class)
        .setParameter("ids", externalIds.toArray(String[]::new))
        .getResultList();
  }

  /** What was handed over for a plan and loaded, in total. */
  ControlTotals loaded(UUID plan) {
    em.flush();
    Row sums =
        NamedSql.rows(
                em,
                "select coalesce(sum(points), 0) as points, coalesce(sum(amount), 0) as money,"
                    + " count(distinct external_id) as customers,"
                    + " count(distinct ref) filter (where kind = 'ORDER') as orders,"
                    + " count(*) filter (where kind = 'COUPON') as coupons"
                    + " from winddown.holding where plan_id = :plan")
            .setParameter("plan", plan)
            .getSingleResult();
    return new ControlTotals(
        sums.points("points"),
        sums.cny("money"),
        sums.number("customers"),
        sums.number("orders"),
        sums.number("coupons"));
  }

  void refund(UUID plan, UUID customer, Holding holding, Instant now) {
    em.createNativeQuery(
            "insert into winddown.refund (holding_id, plan_id, customer_id, amount, due_at)"
                + " values (:holding, :plan, :customer, :amount, :now)")
        .setParameter("holding", holding.id())
        .setParameter("plan", plan)
        .setParameter("customer", customer)
        .setParameter("amount", holding.amount().amount())
        .setParameter("now", now)
        .executeUpdate();
  }

  /** What is to be paid back to a customer and has not been paid yet. */
  Money refundsDue(UUID customer) {
    return new Money(
        NamedSql.values(
                em,
                "select coalesce(sum(amount), 0) from winddown.refund"
                    + " where customer_id = :customer and paid_at is null",
                BigDecimal.class)
            .setParameter("customer", customer)
            .getSingleResult(),
        Money.CNY);
  }

  /** Marks all refunds that are due as paid. */
  int settle(UUID plan, String reference, Instant now) {
    return em.createNativeQuery(
            "update winddown.refund set paid_at = :now, paid_as = :reference"
                + " where plan_id = :plan and paid_at is null")
        .setParameter("now", now)
        .setParameter("reference", reference)
        .setParameter("plan", plan)
        .executeUpdate();
  }

  /**
   * @param customers how many the app knows
   * @param migrated how many of them have their proof
   */
  PlanProgress progress(UUID plan, long customers, long migrated) {
    em.flush();
    Row sums = NamedSql.rows(em, SUMS).setParameter("plan", plan).getSingleResult();
    return new PlanProgress(
        customers,
        migrated,
        sums.number("holdings"),
        sums.number("moved"),
        sums.points("points_before"),
        sums.points("points_after"),
        sums.points("points_expired"),
        sums.points("points_left"),
        sums.cny("money_before"),
        sums.cny("money_after"),
        sums.cny("money_refunded"),
        sums.cny("money_left"),
        sums.number("refunds_due"),
        sums.cny("refunds_amount"),
        new PlanProgress.Things(
            sums.number("orders_before"),
            sums.number("orders_after"),
            sums.number("orders_refunded"),
            0,
            sums.number("orders_left")),
        new PlanProgress.Things(
            sums.number("coupons_before"),
            sums.number("coupons_after"),
            0,
            sums.number("coupons_expired"),
            sums.number("coupons_left")));
  }

  /**
   * The customers of whom the app would be rid: those who need no more, and then it is closed.
   *
   * @throws HeyiException {@link WindDownError#PLAN_EXISTS}
   */
  void requireNoneFor(String app) {
    if (ofApp(app).isPresent()) {
      throw new HeyiException(WindDownError.PLAN_EXISTS, app);
    }
  }
}
