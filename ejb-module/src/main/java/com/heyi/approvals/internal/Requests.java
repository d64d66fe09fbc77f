package com.heyi.approvals.internal;

import com.heyi.approvals.ApprovalError;
import com.heyi.approvals.ApprovalRow;
import com.heyi.approvals.ApprovalStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Apart;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.RequestEnded;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The requests in the database. */
@ApplicationScoped
public class Requests {
  private static final String STATUS = "status";
  private static final String YES = "yes";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Event<RequestEnded> ended;
  private Consumer<RequestEnded> tell = event -> ended.fire(event);

  protected Requests() {}

  public Requests(EntityManager em, Clock clock, Consumer<RequestEnded> tell) {
    this.em = em;
    this.clock = clock;
    this.tell = tell;
  }

  void add(ApprovalRequest request) {
    em.persist(request);
    em.flush();
  }

  void flush() {
    em.flush();
  }

  /**
   * The request, if the caller may see it.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  public ApprovalRequest get(UUID id, Caller caller) {
    ApprovalRequest request = em.find(ApprovalRequest.class, id);
    if (request == null || !request.isSeenBy(caller)) {
      throw new HeyiException(CommonError.NOT_FOUND, id);
    }
    return request;
  }

  /**
   * The request to decide, which nobody else decides until the transaction ends. Held by an
   * advisory lock and not by its row, so that its end can be written apart when this transaction is
   * rolled back.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link ApprovalError#BEING_DECIDED}
   */
  ApprovalRequest hold(UUID id) {
    if (!AdvisoryLock.of("approvals.request", id).tryTake(em)) {
      throw new HeyiException(ApprovalError.BEING_DECIDED);
    }
    ApprovalRequest request = require(id);
    em.refresh(request);
    return request;
  }

  /** Ends a request for good although the running transaction is rolled back. */
  @Apart
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void endApart(UUID id, ApprovalStatus end, Caller by) {
    end(require(id), end, by, null, null);
    em.flush();
  }

  /** Ends a request, now; what came of an approved one is null for every other. */
  void end(
      ApprovalRequest request, ApprovalStatus end, Caller by, String why, String whatCameOfIt) {
    request.end(end, by, why, whatCameOfIt, clock.instant());
    tell.accept(request.ended());
  }

  /** What the waiting calls of an action are about. */
  Set<String> targets(String action) {
    return em.createQuery(
            "select r.target from ApprovalRequest r where r.action = :action"
                + " and r.status = :pending and r.target is not null",
            String.class)
        .setParameter("action", action)
        .setParameter("pending", ApprovalStatus.PENDING)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  /**
   * The request with this id, whoever may see it.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  ApprovalRequest require(UUID id) {
    ApprovalRequest request = em.find(ApprovalRequest.class, id);
    if (request == null) {
      throw new HeyiException(CommonError.NOT_FOUND, id);
    }
    return request;
  }

  /** The request that this caller made under this key. */
  Optional<ApprovalRequest> findByKey(String maker, String key) {
    return em.createQuery(
            "from ApprovalRequest r where r.maker = :maker and r.idempotencyKey = :key",
            ApprovalRequest.class)
        .setParameter("maker", maker)
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  /** The request that waits for this target. */
  Optional<ApprovalRequest> findWaitingFor(String target) {
    return em.createQuery(
            "from ApprovalRequest r where r.target = :target and r.status = :pending",
            ApprovalRequest.class)
        .setParameter("target", target)
        .setParameter("pending", ApprovalStatus.PENDING)
        .getResultStream()
        .findFirst();
  }

  /** Requests whose time is over but which nobody has ended. */
  List<UUID> overdue(Instant now, int limit) {
    return em.createQuery(
            "select r.id from ApprovalRequest r where r.status = :pending"
                + " and r.expiresAt <= :now order by r.expiresAt, r.id",
            UUID.class)
        .setParameter("pending", ApprovalStatus.PENDING)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }

  /** A part of what the caller may see. */
  public Page<ApprovalRow> page(PageRequest request, Caller caller) {
    Listing<ApprovalRequest> listing =
        Listing.<ApprovalRequest>of(ApprovalRequest.class, Sort.descending("madeAt"))
            .sort("madeAt", "madeAt")
            .sort("expiresAt", "expiresAt")
            .sort("action", "action")
            .filter(STATUS, Filter.oneOf(STATUS, ApprovalStatus.class))
            .filter("action", Filter.equal("action"))
            .filter("maker", Filter.equal("maker"))
            .filter("target", Filter.equal("target"))
            .filter("from", Filter.fromDay("madeAt", clock.getZone()))
            .filter("to", Filter.toDay("madeAt", clock.getZone()))
            .filter(
                "decidable",
                (cb, root, name, text) -> {
                  Predicate decidable = decidable(cb, root, caller);
                  return YES.equals(text) ? decidable : cb.not(decidable);
                });
    if (!caller.has(Role.AUDITOR)) {
      listing.only(
          (cb, root, name, text) -> cb.or(own(cb, root, caller), checkable(cb, root, caller)), "");
    }
    return listing.page(em, request, row -> row.row(caller));
  }

  /** How many requests wait for this caller. */
  public long waitingFor(Caller caller) {
    PageRequest wanted = new PageRequest(null, 0, 1, null, Map.of("decidable", YES), true);
    return page(wanted, caller).total();
  }

  private Predicate decidable(CriteriaBuilder cb, Root<ApprovalRequest> root, Caller caller) {
    return caller.has(Role.AUDITOR)
        ? cb.disjunction()
        : cb.and(
            cb.equal(root.get(STATUS), ApprovalStatus.PENDING),
            cb.greaterThan(root.<Instant>get("expiresAt"), clock.instant()),
            cb.not(own(cb, root, caller)),
            checkable(cb, root, caller));
  }

  private static Predicate own(CriteriaBuilder cb, Root<ApprovalRequest> root, Caller caller) {
    return cb.equal(cb.lower(root.get("maker")), caller.user().strip().toLowerCase(Locale.ROOT));
  }

  private static Predicate checkable(
      CriteriaBuilder cb, Root<ApprovalRequest> root, Caller caller) {
    Predicate[] any =
        caller.roles().stream()
            .map(role -> cb.like(root.get("checkerRoles"), "%," + role.key() + ",%"))
            .toArray(Predicate[]::new);
    return cb.or(any);
  }
}
