package com.heyi.complaints.internal.reports;

import com.heyi.complaints.ComplaintCause;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.reports.PrepareReturn;
import com.heyi.complaints.reports.ReportMeasure;
import com.heyi.complaints.reports.ReturnCase;
import com.heyi.complaints.reports.ReturnFacet;
import com.heyi.complaints.reports.ReturnRow;
import com.heyi.complaints.reports.ReturnView;
import com.heyi.complaints.reports.SubmitReturn;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Returns to the supervisor. One is frozen case by case when it is prepared, so that what a second
 * person looks at is what is submitted, whatever happens to the cases in between.
 */
@ApplicationScoped
public class Returns {
  private static final int SHOWN = 100;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected Returns() {}

  /** For tests that bring their own. */
  public Returns(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /**
   * Freezes a quarter.
   *
   * @throws HeyiException {@link ComplaintError#QUARTER_NOT_OVER}, {@link
   *     ComplaintError#RETURN_REASON}
   */
  public ReturnView prepare(PrepareReturn command, String who) {
    Quarter quarter = Quarter.parse(command.quarter());
    if (LocalDate.now(clock).isBefore(quarter.dayAfter())) {
      throw new HeyiException(ComplaintError.QUARTER_NOT_OVER, command.quarter());
    }
    int before = lastSubmitted(command.quarter());
    boolean reasoned = command.reason() != null && !command.reason().isBlank();
    if (reasoned != (before > 0)) {
      throw new HeyiException(ComplaintError.RETURN_REASON, command.quarter(), before);
    }
    UUID id = Ids.next();
    long cases = freeze(id, quarter);
    List<ReturnView.Line> lines = lines(id);
    RegulatorReturn prepared =
        new RegulatorReturn(
            id,
            command.quarter(),
            before + 1,
            reasoned ? command.reason().strip() : null,
            cases,
            hash(lines),
            who,
            clock.instant());
    em.persist(prepared);
    em.flush();
    return new ReturnView(prepared.row(null), lines);
  }

  /**
   * Submits one as it was frozen.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link ComplaintError#RETURN_SUBMITTED},
   *     {@link ComplaintError#RETURN_OVERTAKEN}, {@link ComplaintError#RETURN_HASH}
   */
  public ReturnView submit(SubmitReturn command, String who) {
    RegulatorReturn prepared = load(command.returnId());
    if (submissionOf(prepared.id()).isPresent()) {
      throw new HeyiException(ComplaintError.RETURN_SUBMITTED, prepared.quarter());
    }
    if (prepared.version() != lastSubmitted(prepared.quarter()) + 1) {
      throw new HeyiException(
          ComplaintError.RETURN_OVERTAKEN, prepared.quarter(), prepared.version());
    }
    if (!prepared.sha256().equals(command.sha256())) {
      throw new HeyiException(ComplaintError.RETURN_HASH, prepared.sha256());
    }
    em.persist(new ReturnSubmission(prepared, who, clock.instant()));
    em.flush();
    ChangeLog.note("return", prepared.id(), "quarter", null, prepared.quarter());
    ChangeLog.note("return", prepared.id(), "version", null, prepared.version());
    ChangeLog.note("return", prepared.id(), "sha256", null, prepared.sha256());
    return view(prepared);
  }

  /** The latest returns, those prepared last first. */
  public List<ReturnRow> latest() {
    List<RegulatorReturn> found =
        em.createQuery(
                "from RegulatorReturn r order by r.preparedAt desc, r.id", RegulatorReturn.class)
            .setMaxResults(SHOWN)
            .getResultList();
    Map<UUID, ReturnSubmission> submitted =
        em.createQuery(
                "from ReturnSubmission s where s.returnId in :returns", ReturnSubmission.class)
            .setParameter("returns", found.stream().map(RegulatorReturn::id).toList())
            .getResultStream()
            .collect(Collectors.toMap(ReturnSubmission::returnId, Function.identity()));
    return found.stream().map(one -> one.row(submitted.get(one.id()))).toList();
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  public ReturnView view(UUID returnId) {
    return view(load(returnId));
  }

  /**
   * The cases behind a line of a return, as they stood then.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link PagingError#FILTER}, {@link
   *     PagingError#CURSOR}
   */
  public Page<ReturnCase> cases(UUID returnId, PageRequest request) {
    load(returnId);
    LineAsked asked = LineAsked.of(request);
    String from =
        " from complaints.return_case r join complaints.complaint c on c.id = r.complaint_id"
            + " where r.return_id = :return"
            + asked.condition();
    Long total =
        request.withTotal()
            ? bound(NamedSql.values(em, "select count(*)" + from, Long.class), returnId, asked)
                .getSingleResult()
            : null;
    Optional<CasesCursor> cursor = CasesCursor.of(request);
    TypedQuery<Row> page =
        bound(
            NamedSql.rows(
                em,
                "select r.complaint_id, c.number, r.received_at, r.branch, r.channel, r.business,"
                    + " r.cause, r.status, r.on_time"
                    + from
                    + (cursor.isPresent()
                        ? " and (r.received_at, r.complaint_id) < (:lastAt, :lastId)"
                        : "")
                    + " order by r.received_at desc, r.complaint_id desc"),
            returnId,
            asked);
    cursor.ifPresent(
        at -> page.setParameter("lastAt", at.receivedAt()).setParameter("lastId", at.id()));
    List<Row> rows =
        page.setFirstResult(request.offset()).setMaxResults(request.limit() + 1).getResultList();
    boolean more = rows.size() > request.limit();
    List<ReturnCase> cases = rows.stream().limit(request.limit()).map(Returns::returnCase).toList();
    ReturnCase last = more ? cases.get(cases.size() - 1) : null;
    return new Page<>(
        cases,
        last == null ? null : new CasesCursor(last.receivedAt(), last.complaintId()).write(),
        total);
  }

  private static <T> TypedQuery<T> bound(TypedQuery<T> query, UUID returnId, LineAsked asked) {
    query.setParameter("return", returnId);
    asked.values().forEach(query::setParameter);
    return query;
  }

  private static ReturnCase returnCase(Row row) {
    return new ReturnCase(
        row.uuid("complaint_id"),
        row.text("number"),
        row.instant("received_at"),
        row.text("branch"),
        row.constant("channel", ComplaintChannel.class),
        row.text("business"),
        row.constant("cause", ComplaintCause.class),
        row.constant("status", ComplaintStatus.class),
        row.as("on_time", Boolean.class));
  }

  /** Writes the cases of a quarter down as they stand, and tells how many. */
  private long freeze(UUID returnId, Quarter quarter) {
    Counted counted =
        Counted.all(clock)
            .received(
                quarter.firstDay().atStartOfDay(clock.getZone()).toInstant(),
                quarter.dayAfter().atStartOfDay(clock.getZone()).toInstant())
            .with("return", returnId);
    String sql =
        "insert into complaints.return_case (return_id, complaint_id, received_at, branch, channel,"
            + " business, cause, status, on_time) select :return, c.id, c.received_at, c.branch,"
            + " c.channel, c.business, c.cause, c.status, case when "
            + counted.sql(ReportMeasure.LATE)
            + " then false when "
            + counted.sql(ReportMeasure.ON_TIME)
            + " then true end"
            + counted.from();
    return counted.bound(em.createNativeQuery(sql), sql).executeUpdate();
  }

  private List<ReturnView.Line> lines(UUID returnId) {
    List<Row> rows =
        NamedSql.rows(
                em,
                "select coalesce(branch, '-') as of_branch,"
                    + " case when grouping(channel) = 0 then 'CHANNEL'"
                    + " when grouping(business) = 0 then 'BUSINESS'"
                    + " when grouping(cause) = 0 then 'CAUSE' else 'ALL' end as facet,"
                    + " coalesce(channel, business, cause, '-') as key, count(*) as received,"
                    + " count(*) filter (where status = 'CLOSED') as closed,"
                    + " count(*) filter (where status = 'WITHDRAWN') as withdrawn,"
                    + " count(*) filter (where on_time) as in_time,"
                    + " count(*) filter (where not on_time) as late"
                    + " from complaints.return_case where return_id = :return"
                    + " group by grouping sets"
                    + " ((branch), (branch, channel), (branch, business), (branch, cause))")
            .setParameter("return", returnId)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new ReturnView.Line(
                    row.text("of_branch"),
                    row.constant("facet", ReturnFacet.class),
                    row.text("key"),
                    row.number("received"),
                    row.number("closed"),
                    row.number("withdrawn"),
                    row.number("in_time"),
                    row.number("late")))
        .sorted(
            Comparator.comparing(ReturnView.Line::branch)
                .thenComparing(ReturnView.Line::facet)
                .thenComparing(ReturnView.Line::code))
        .toList();
  }

  private static String hash(List<ReturnView.Line> lines) {
    MessageDigest digest = Sha256.digest();
    lines.forEach(line -> digest.update((line.text() + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private RegulatorReturn load(UUID id) {
    return Optional.ofNullable(em.find(RegulatorReturn.class, id))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
  }

  private Optional<ReturnSubmission> submissionOf(UUID returnId) {
    return Optional.ofNullable(em.find(ReturnSubmission.class, returnId));
  }

  /** The version that was submitted last, or 0. */
  private int lastSubmitted(String quarter) {
    return em.createQuery(
            "from ReturnSubmission s where s.quarter = :quarter order by s.version desc",
            ReturnSubmission.class)
        .setParameter("quarter", quarter)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(ReturnSubmission::version)
        .orElse(0);
  }

  private ReturnView view(RegulatorReturn one) {
    return new ReturnView(one.row(submissionOf(one.id()).orElse(null)), lines(one.id()));
  }
}
