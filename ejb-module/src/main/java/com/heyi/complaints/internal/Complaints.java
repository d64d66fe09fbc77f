package com.heyi.complaints.internal;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.ComplaintFigures;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.ComplaintsFacade;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.CommonError;
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
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stores and finds complaints. */
@ApplicationScoped
public class Complaints {
  private static final int MONTHS_SHOWN = 12;
  private static final int SOON_DAYS = 3;

  @Inject private Clock clock;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected Complaints() {}

  /** For tests and jobs that bring their own. */
  public Complaints(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  public void add(Complaint complaint) {
    em.persist(complaint);
  }

  /** Writes what has changed, so that a lost race shows here and versions are those stored. */
  public void flush() {
    em.flush();
  }

  public Optional<Complaint> find(UUID id) {
    return Optional.ofNullable(em.find(Complaint.class, id));
  }

  public Optional<Complaint> findByNumber(String number) {
    return em.createQuery("select c from Complaint c where c.number = :number", Complaint.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  /**
   * The complaint with this id, as far as the caller may see it.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  public Complaint visible(UUID id) {
    return visible(find(id), id);
  }

  /**
   * The complaint with this number, as far as the caller may see it.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  public Complaint visible(String number) {
    return visible(findByNumber(number), number);
  }

  private static Complaint visible(Optional<Complaint> found, Object askedFor) {
    Complaint complaint =
        found.orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, askedFor));
    Optional<String> bound = CallContext.current().boundBranch();
    if (bound.isPresent() && !bound.get().equals(complaint.branch())) {
      throw new HeyiException(CommonError.OTHER_BRANCH);
    }
    return complaint;
  }

  /** Our number for what another body numbers so. */
  public Optional<String> numberOf(String source, String reference) {
    return em.createQuery(
            "select c.number from Complaint c where c.receipt.source = :source"
                + " and c.receipt.externalRef = :ref",
            String.class)
        .setParameter("source", source)
        .setParameter("ref", reference)
        .getResultStream()
        .findFirst();
  }

  public Optional<CfpbRecord> cfpbRecord(UUID complaintId) {
    return Optional.ofNullable(em.find(CfpbRecord.class, complaintId));
  }

  /**
   * The matter of a case that was joined goes on in another, which is the one that counts.
   *
   * @throws HeyiException {@link ComplaintError#JOINED_ALREADY}
   */
  public void requireNotJoined(Complaint complaint) {
    if (em.find(Joined.class, complaint.id()) != null) {
      throw new HeyiException(ComplaintError.JOINED_ALREADY, complaint.number());
    }
  }

  /** The newest version of these rules that is in force on this day, or the first of all. */
  RulePack rulesInForce(String code, LocalDate day) {
    return em.createQuery(
            "select r from RulePack r where r.key.code = :code"
                + " order by case when r.inForce <= :day then 0 else 1 end,"
                + " case when r.inForce <= :day then -r.key.version else r.key.version end",
            RulePack.class)
        .setParameter("code", code)
        .setParameter("day", day)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No rules " + code + " are in force"));
  }

  /** The deadlines of a case that was received then, or now where that is not said. */
  public Deadlines deadlinesFor(String code, Instant receivedAt) {
    Instant at = receivedAt == null ? clock.instant() : receivedAt;
    return deadlinesFor(code, LocalDate.ofInstant(at, clock.getZone()));
  }

  /** The deadlines of a case that is received on this day, by the newest rules in force then. */
  public Deadlines deadlinesFor(String code, LocalDate day) {
    RulePack rules = rulesInForce(code, day);
    HolidayCalendar calendar = rules.calendar().map(this::newestCalendar).orElse(null);
    return new Deadlines(rules, calendar, clock.getZone());
  }

  /** The deadlines of a case that exists, by the rules and the calendar that it began with. */
  public Deadlines deadlinesOf(Complaint complaint) {
    RulePack rules = em.find(RulePack.class, complaint.rules().key());
    HolidayCalendar calendar =
        complaint
            .rules()
            .calendarVersion()
            .flatMap(
                version -> rules.calendar().map(code -> new HolidayCalendar.Key(code, version)))
            .map(key -> em.find(HolidayCalendar.class, key))
            .orElse(null);
    return new Deadlines(rules, calendar, clock.getZone());
  }

  /** The clock in the zone whose days count for this case. */
  public Clock clockOf(Complaint complaint) {
    RulePack rules = em.find(RulePack.class, complaint.rules().key());
    return clock.withZone(rules.zone(clock.getZone()));
  }

  private HolidayCalendar newestCalendar(String code) {
    return new HolidayCalendars(em, clock)
        .newestOf(code)
        .orElseThrow(() -> new IllegalStateException("There is no calendar " + code));
  }

  /** A number that nobody has yet: TS (投诉), the day, a running number. */
  public String nextNumber() {
    return nextNumbers(1).get(0);
  }

  /** As many new numbers, in order, in one question to the database. */
  List<String> nextNumbers(int count) {
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(clock));
    List<Long> running =
        NamedSql.values(
                em,
                "select nextval('complaints.number_seq') from generate_series(1, :count)",
                Long.class)
            .setParameter("count", count)
            .getResultList();
    return running.stream().sorted().map(n -> "TS%s-%07d".formatted(day, n)).toList();
  }

  /** A part of the list; see the facade for its filters and sorts. */
  public Page<Complaint> page(PageRequest request, Actor me) {
    return listing(me, order(request)).page(em, request, complaint -> complaint);
  }

  /**
   * Who looks for a number by its beginning gets them by number: numbers of one day lie together,
   * and from the latest case back it is far to those of an early one.
   */
  private static Sort order(PageRequest request) {
    return request.filters().containsKey("number")
        ? Sort.ascending("number")
        : Sort.descending("receivedAt");
  }

  private Listing<Complaint> listing(Actor me, Sort order) {
    return Listing.of(Complaint.class, order)
        .countingUpTo(ComplaintsFacade.MOST_COUNTED)
        .sort("receivedAt", "receipt.receivedAt")
        .sort("dueAt", "deadline.dueAt")
        .sort("number", "number")
        .filter("number", Complaints::numberStarts)
        .filter("status", Complaints::inStatus)
        .filter("channel", Filter.oneOf("receipt.channel", ComplaintChannel.class))
        .filter("product", Filter.equal("matter.product"))
        .filter("branch", Filter.equal("branch"))
        .filter("customer", Filter.anyId("complainant.customerId"))
        .filter("handler", Filter.equal("charge.handler"))
        .filter("source", Filter.equal("receipt.source"))
        .filter("externalReference", Filter.equal("receipt.externalRef"))
        .filter("open", yesNo((cb, root, name, text) -> cb.isTrue(root.get("open"))))
        .filter(
            "queue",
            (cb, root, name, text) -> {
              return switch (text) {
                case "mine" ->
                    cb.and(
                        cb.isTrue(root.get("open")),
                        root.get("charge").get("handler").in(me.handles()));
                case "free" ->
                    cb.and(
                        cb.isTrue(root.get("open")),
                        cb.isNull(root.get("charge").get("handler")),
                        root.get("charge").get("level").in(levelsOf(me)));
                default ->
                    throw new HeyiException(PagingError.FILTER_VALUE, name, text, "mine, free");
              };
            })
        .filter("level", Filter.oneOf("charge.level", AuthorityLevel.class))
        .filter(
            "overdue",
            yesNo(
                (cb, root, name, text) ->
                    cb.and(
                        cb.isTrue(root.get("deadline").get("ticking")),
                        cb.lessThanOrEqualTo(
                            root.get("deadline").<Instant>get("dueAt"), clock.instant()))))
        .filter("from", Filter.fromDay("receipt.receivedAt", clock.getZone()))
        .filter("to", Filter.toDay("receipt.receivedAt", clock.getZone()))
        .filter("text", new SaidInIt());
  }

  /**
   * Says that they are open when they all are: only then PostgreSQL finds the index of the open.
   */
  private static Predicate inStatus(
      CriteriaBuilder cb, Root<Complaint> root, String name, String text) {
    Predicate wanted =
        Filter.<Complaint, ComplaintStatus>oneOf("status", ComplaintStatus.class)
            .on(cb, root, name, text);
    boolean open =
        Arrays.stream(text.split(","))
            .allMatch(one -> ComplaintStatus.valueOf(one.strip()).isOpen());
    return open ? cb.and(cb.isTrue(root.get("open")), wanted) : wanted;
  }

  private static List<AuthorityLevel> levelsOf(Actor me) {
    return Arrays.stream(AuthorityLevel.values()).filter(me.level()::reaches).toList();
  }

  /** Numbers are written in capitals, so that no function hides them from their index. */
  private static Predicate numberStarts(
      CriteriaBuilder cb, Root<Complaint> root, String name, String text) {
    String beginning = text.toUpperCase(Locale.ROOT).replaceAll("[%_\\\\]", "");
    return cb.like(root.get("number"), beginning + "%");
  }

  private static <E> Filter<E> yesNo(Filter<E> yes) {
    return (cb, root, name, text) ->
        switch (text) {
          case "yes", "true" -> yes.on(cb, root, name, text);
          case "no", "false" -> yes.on(cb, root, name, text).not();
          default -> throw new HeyiException(PagingError.FILTER_VALUE, name, text, "yes, no");
        };
  }

  /** Account names of those who are in charge of open complaints. */
  public List<String> handlers() {
    return em.createQuery(
            "select distinct c.charge.handler from Complaint c where c.open = true"
                + " and c.charge.handler is not null order by c.charge.handler",
            String.class)
        .getResultList();
  }

  /** How the desk is doing, as a whole or in one branch. */
  public ComplaintFigures figures(String branch) {
    Instant now = clock.instant();
    Map<ComplaintStatus, Long> open = new EnumMap<>(ComplaintStatus.class);
    for (Row row :
        query(
                "select status, count(*) as cases from complaints.complaint where open",
                branch,
                " group by 1")
            .getResultList()) {
      open.put(row.constant("status", ComplaintStatus.class), row.number("cases"));
    }
    long overdue = dueBefore(now, branch);
    Instant soon =
        LocalDate.now(clock).plusDays(SOON_DAYS + 1).atStartOfDay(clock.getZone()).toInstant();
    long dueSoon = dueBefore(soon, branch) - overdue;
    List<YearMonth> months = monthsWithComplaints(branch);
    if (months.isEmpty()) {
      return new ComplaintFigures(open, overdue, dueSoon, List.of(), 0, 0);
    }
    Instant since = months.get(0).atDay(1).atStartOfDay(clock.getZone()).toInstant();
    List<ComplaintFigures.Received> received = new ArrayList<>();
    long answered = 0;
    long onTime = 0;
    var byMonth =
        query(
            "select to_char(received_at at time zone :zone, 'YYYY-MM') as month, channel,"
                + " count(*) as received, count(on_time) as answered,"
                + " count(*) filter (where on_time) as in_time"
                + " from complaints.complaint where received_at >= :since and status <> 'TURNED'",
            branch,
            " group by 1, 2 order by 1, 2");
    for (Row row :
        byMonth
            .setParameter("zone", clock.getZone().getId())
            .setParameter("since", since)
            .getResultList()) {
      received.add(
          new ComplaintFigures.Received(
              YearMonth.parse(row.text("month")),
              row.constant("channel", ComplaintChannel.class),
              row.number("received")));
      answered += row.number("answered");
      onTime += row.number("in_time");
    }
    return new ComplaintFigures(open, overdue, dueSoon, received, answered, onTime);
  }

  private long dueBefore(Instant instant, String branch) {
    return query(
            "select count(*) as cases from complaints.complaint"
                + " where ticking and due_at <= :instant",
            branch,
            "")
        .setParameter("instant", instant)
        .getSingleResult()
        .number("cases");
  }

  /** Goes back from the newest complaint, one index probe a month, so that a gap costs nothing. */
  private List<YearMonth> monthsWithComplaints(String branch) {
    List<YearMonth> months = new ArrayList<>();
    Instant before = Instant.parse("9999-01-01T00:00:00Z");
    while (months.size() < MONTHS_SHOWN) {
      Instant newest =
          query(
                  "select max(received_at) as newest from complaints.complaint"
                      + " where received_at < :before and status <> 'TURNED'",
                  branch,
                  "")
              .setParameter("before", before)
              .getSingleResult()
              .instant("newest");
      if (newest == null) {
        break;
      }
      ZonedDateTime at = newest.atZone(clock.getZone());
      months.add(0, YearMonth.from(at));
      before = YearMonth.from(at).atDay(1).atStartOfDay(clock.getZone()).toInstant();
    }
    return months;
  }

  private TypedQuery<Row> query(String start, String branch, String end) {
    String sql =
        start
            + (branch == null
                ? ""
                : (start.contains(" where ") ? " and" : " where") + " branch = :branch")
            + end;
    TypedQuery<Row> query = NamedSql.rows(em, sql);
    return branch == null ? query : query.setParameter("branch", branch);
  }

  /** The complaints that this body numbers so, by its numbers. */
  Map<String, Complaint> ofSource(String source, Collection<String> references) {
    return em.createQuery(
            "select c from Complaint c where c.receipt.source = :source"
                + " and c.receipt.externalRef in :refs",
            Complaint.class)
        .setParameter("source", source)
        .setParameter("refs", references)
        .getResultStream()
        .collect(Collectors.toMap(one -> one.receipt().externalRef(), one -> one));
  }

  void add(CfpbRecord record) {
    em.persist(record);
  }

  /** What is stored of these CFPB complaints, by their CFPB number. */
  Map<Long, CfpbRecord> cfpbRecords(Collection<Long> cfpbIds) {
    return em.createQuery("select r from CfpbRecord r where r.cfpbId in :ids", CfpbRecord.class)
        .setParameter("ids", cfpbIds)
        .getResultStream()
        .collect(Collectors.toMap(CfpbRecord::cfpbId, record -> record));
  }
}
