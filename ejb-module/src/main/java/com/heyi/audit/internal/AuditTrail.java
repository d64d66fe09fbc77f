package com.heyi.audit.internal;

import com.heyi.audit.AuditDay;
import com.heyi.audit.AuditEntryView;
import com.heyi.audit.AuditFacade;
import com.heyi.audit.Subject;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Apart;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.history.Revisions;
import com.heyi.shared.json.Json;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes and reads the rows of the trail. */
@ApplicationScoped
public class AuditTrail implements AuditSink {
  private static final int LONGEST_ACTIVITY = 92;

  /** So many entries with the words looked for are taken by their ids. */
  private static final int FEW = 2000;

  private int mostCounted = AuditFacade.MOST_COUNTED;

  @Inject private Clock clock;
  @Inject private Subjects subjects;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected AuditTrail() {}

  AuditTrail(EntityManager em, Clock clock, Subjects subjects) {
    this(em, clock, subjects, AuditFacade.MOST_COUNTED);
  }

  AuditTrail(EntityManager em, Clock clock, Subjects subjects, int mostCounted) {
    this.mostCounted = mostCounted;
    this.em = em;
    this.clock = clock;
    this.subjects = subjects;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(AuditEvent event) {
    PendingRows.of(em).add(Rows.of(event, clock.instant(), revision()));
  }

  @Override
  @Apart
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void recordApart(AuditEvent event) {
    PendingRows.of(em).add(Rows.of(event, clock.instant(), null));
  }

  /** Begins the revision, if there is one, while the action and its reason are still known. */
  private Long revision() {
    return ChangeLog.revised() ? Revisions.current(em) : null;
  }

  public Optional<AuditEntry> find(UUID id) {
    return Optional.ofNullable(em.find(AuditEntry.class, id));
  }

  /** The part of the trail that a search asks for. */
  public Page<AuditEntryView> page(PageRequest request) {
    return search().page(em, request, AuditEntry::view);
  }

  /** The same for reading much at once: the session forgets the rows as soon as they are views. */
  public Page<AuditEntryView> pageOfMany(Subject subject, PageRequest request) {
    Page<AuditEntryView> page = subject == null ? page(request) : about(subject, request);
    em.clear();
    return page;
  }

  /** What there is about any of these targets, or changed this record, whatever the target. */
  public Page<AuditEntryView> about(Subject subject, PageRequest request) {
    Set<String> targets = subjects.withAllThatBelongsTo(subject.target());
    String change = Json.write(List.of(Map.of("thing", subject.thing(), "id", subject.id())));
    Filter<AuditEntry> about =
        (cb, root, name, text) ->
            cb.or(root.get("target").in(targets), hasChange(cb, root, change));
    return search().only(about, "").page(em, request, AuditEntry::view);
  }

  private Listing<AuditEntry> search() {
    return Listing.<AuditEntry>of(AuditEntry.class, Sort.descending("recordedAt"))
        .countingUpTo(mostCounted)
        .sort("recordedAt", "recordedAt")
        .sort("who", "who")
        .sort("action", "action")
        .filter("text", this::says)
        .filter("who", Filter.equal("who"))
        .filter("role", AuditTrail::heldRole)
        .filter("action", Filter.startsWith("action"))
        .filter("module", Filter.equal("module"))
        .filter("target", Filter.equal("target"))
        .filter("field", AuditTrail::changedField)
        .filter("change", AuditTrail::isChange)
        .filter("outcome", Filter.oneOf("outcome", Outcome.class))
        .filter("error", Filter.equal("errorCode"))
        .filter("approval", AuditTrail::hasApproval)
        .filter("channel", Filter.oneOf("channel", Channel.class))
        .filter("branch", Filter.equal("branch"))
        .filter("address", Filter.equal("address"))
        .filter("requestId", Filter.equal("requestId"))
        .filter("from", Filter.fromDay("recordedAt", clock.getZone()))
        .filter("to", Filter.toDay("recordedAt", clock.getZone()));
  }

  /**
   * Free text: in the reason and in what was changed, in the name of the action, or all of a
   * target, user or request. Each of these has an index, so that they can be looked up together.
   */
  private Predicate says(CriteriaBuilder cb, Root<AuditEntry> root, String name, String text) {
    List<Predicate> any = new ArrayList<>();
    any.add(hasWords(cb, root, text));
    List<String> actions =
        actions().stream()
            .filter(action -> action.contains(text.toLowerCase(Locale.ROOT)))
            .toList();
    if (!actions.isEmpty()) {
      any.add(root.get("action").in(actions));
    }
    for (String attribute : List.of("target", "who", "requestId")) {
      any.add(cb.equal(root.get(attribute), text));
    }
    return cb.or(any.toArray(Predicate[]::new));
  }

  /**
   * Few entries with these words are looked up first, through the index of words: left to itself,
   * the database walks along the times of all entries in the hope of meeting them early, which is
   * right for many and takes minutes for few.
   */
  private Predicate hasWords(CriteriaBuilder cb, Root<AuditEntry> root, String text) {
    List<UUID> few =
        NamedSql.values(
                em,
                "with near as materialized (select id, reason, changes from audit.entry"
                    + " where (reason is not null or changes is not null)"
                    + " and audit.grams(audit.words(reason, changes))"
                    + " @> audit.grams(lower(cast(:text as text))))"
                    + " select id from near where position(lower(cast(:text as text))"
                    + " in audit.words(reason, changes)) > 0 limit :most",
                UUID.class)
            .setParameter("text", text)
            .setParameter("most", FEW + 1)
            .getResultList();
    if (few.size() <= FEW) {
      return few.isEmpty() ? cb.disjunction() : root.get("id").in(few);
    }
    return cb.isTrue(
        cb.function(
            "audit.says",
            Boolean.class,
            root.get("reason"),
            root.get("changes"),
            cb.literal(text)));
  }

  /** The actions that occur, found by jumping along the index from one to the next. */
  private List<String> actions() {
    return NamedSql.values(
            em,
            "with recursive a (action) as ((select min(action) from audit.entry) union all"
                + " select (select min(e.action) from audit.entry e where e.action > a.action)"
                + " from a where a.action is not null) select action from a"
                + " where action is not null",
            String.class)
        .getResultList();
  }

  private static Predicate hasChange(CriteriaBuilder cb, Root<AuditEntry> root, String like) {
    return cb.isTrue(
        cb.function("audit.has_change", Boolean.class, root.get("changes"), cb.literal(like)));
  }

  private static Predicate changedField(
      CriteriaBuilder cb, Root<AuditEntry> root, String name, String text) {
    return hasChange(cb, root, Json.write(List.of(Map.of("field", text))));
  }

  private static Predicate heldRole(
      CriteriaBuilder cb, Root<AuditEntry> root, String name, String text) {
    return cb.like(
        cb.concat(cb.concat(",", root.get("roles")), ","),
        "%," + text.replace("%", "").replace("_", "") + ",%");
  }

  private static Predicate isChange(
      CriteriaBuilder cb, Root<AuditEntry> root, String name, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new HeyiException(PagingError.FILTER_VALUE, name, text, "true, false");
    }
    return cb.equal(root.get("change"), Boolean.valueOf(text));
  }

  /** One request for approval, or {@code any}. */
  private static Predicate hasApproval(
      CriteriaBuilder cb, Root<AuditEntry> root, String name, String text) {
    return text.equals("any")
        ? cb.isNotNull(root.get("approval"))
        : Filter.<AuditEntry>id("approval").on(cb, root, name, text);
  }

  /** The growth of each of the last days, today last. */
  public List<AuditDay> activity(int days) {
    if (days < 1 || days > LONGEST_ACTIVITY) {
      throw new IllegalArgumentException("days must be 1 to " + LONGEST_ACTIVITY);
    }
    LocalDate today = LocalDate.now(clock);
    LocalDate first = today.minusDays(days - 1L);
    Map<LocalDate, Map<Outcome, Long>> counts = new HashMap<>();
    for (Row row : countsSince(first)) {
      counts
          .computeIfAbsent(row.day("day"), day -> new HashMap<>())
          .put(row.constant("outcome", Outcome.class), row.number("entries"));
    }
    return first
        .datesUntil(today.plusDays(1))
        .map(day -> day(day, counts.getOrDefault(day, Map.of())))
        .toList();
  }

  private List<Row> countsSince(LocalDate first) {
    return NamedSql.rows(
            em,
            "SELECT CAST(recorded_at AT TIME ZONE :zone AS date) AS day, outcome, count(*) AS"
                + " entries FROM audit.entry WHERE recorded_at >= :start GROUP BY 1, 2")
        .setParameter("zone", clock.getZone().getId())
        .setParameter("start", first.atStartOfDay(clock.getZone()).toInstant())
        .getResultList();
  }

  private static AuditDay day(LocalDate day, Map<Outcome, Long> counts) {
    long done = counts.getOrDefault(Outcome.DONE, 0L) + counts.getOrDefault(Outcome.REPLAYED, 0L);
    return new AuditDay(
        day,
        done,
        counts.getOrDefault(Outcome.REFUSED, 0L),
        counts.getOrDefault(Outcome.FAILED, 0L));
  }
}
