package com.heyi.complaints.internal;

import com.heyi.complaints.AnswerRemark;
import com.heyi.complaints.CloseRemark;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.PassOnRemark;
import com.heyi.complaints.PraiseCount;
import com.heyi.complaints.RecordRemark;
import com.heyi.complaints.RemarkKind;
import com.heyi.complaints.RemarkRow;
import com.heyi.complaints.RemarkStatus;
import com.heyi.complaints.RemarkView;
import com.heyi.complaints.TurnBackComplaint;
import com.heyi.complaints.TurnIntoComplaint;
import com.heyi.complaints.TurnIntoRemark;
import com.heyi.messages.MessageChannel;
import com.heyi.messages.NewMessage;
import com.heyi.messages.Outbox;
import com.heyi.messages.Recipient;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Suggestions and praise, and turning complaints into them and back. */
@ApplicationScoped
public class Remarks {
  private static final int MONTHS = 12;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Outbox outbox;

  protected Remarks() {}

  public Remarks(EntityManager em, Clock clock, Outbox outbox) {
    this.em = em;
    this.clock = clock;
    this.outbox = outbox;
  }

  /** Records one; the customer and the branch are already checked. */
  public RemarkView record(RecordRemark command, UUID customerId, String branch, Actor actor) {
    Remark remark = add(command, customerId, branch, null, null, actor);
    tell(remark, "remark.received", List.of(remark.number()));
    return stored(remark);
  }

  private Remark add(
      RecordRemark command,
      UUID customerId,
      String branch,
      UUID fromComplaint,
      String said,
      Actor actor) {
    Remark remark =
        new Remark(command, customerId, branch, nextNumber(command.kind()), fromComplaint, actor);
    RemarkStepTaken first = remark.recorded(said, actor);
    em.persist(remark);
    em.persist(first);
    return remark;
  }

  public RemarkView passOn(PassOnRemark command, Actor actor) {
    Remark remark = get(command.remarkId(), command.expectedVersion());
    em.persist(remark.passOn(command.department(), actor));
    return stored(remark);
  }

  /** Answers or thanks, and tells who said it. */
  public RemarkView answer(AnswerRemark command, Actor actor) {
    Remark remark = get(command.remarkId(), command.expectedVersion());
    em.persist(remark.answer(command.answer(), actor));
    tell(
        remark,
        remark.kind() == RemarkKind.PRAISE ? "remark.thanked" : "remark.answered",
        List.of(remark.number(), command.answer().strip()));
    return stored(remark);
  }

  public RemarkView close(CloseRemark command, Actor actor) {
    Remark remark = get(command.remarkId(), command.expectedVersion());
    em.persist(remark.close(actor));
    return stored(remark);
  }

  /** A complaint was none: it ends, and goes on as a remark received on the same day. */
  public RemarkView turn(Complaint complaint, TurnIntoRemark command, Actor actor) {
    complaint.turn(command, actor);
    Remark remark =
        add(
            complaint.shown().remark(command.kind()),
            complaint.customerId(),
            complaint.branch(),
            complaint.id(),
            command.reason(),
            actor);
    return stored(remark);
  }

  /**
   * A remark is a complaint: the one that it was at first goes on, else a new one is recorded. The
   * clock runs from the day on which the remark was received, so that nothing is gained by the way.
   *
   * @return the complaint, already stored
   */
  public Complaint turn(
      TurnIntoComplaint command, Complaints complaints, String rulePack, Actor actor) {
    Remark remark = get(command.remarkId(), command.expectedVersion());
    Complaint complaint;
    if (remark.fromComplaint() == null) {
      complaint =
          Complaint.record(
              remark.asComplaint(),
              remark.customerId(),
              remark.branch(),
              complaints.nextNumber(),
              complaints.deadlinesFor(rulePack, remark.asComplaint().receivedAt()),
              actor);
      complaints.add(complaint);
    } else {
      complaint = complaints.find(remark.fromComplaint()).orElseThrow();
      complaint.turnBack(
          new TurnBackComplaint(complaint.id(), complaint.version(), command.reason()),
          complaints.deadlinesOf(complaint),
          actor);
    }
    em.flush();
    em.persist(remark.turn(complaint.id(), command.reason(), actor));
    em.flush();
    return complaint;
  }

  public RemarkView view(UUID id) {
    return view(get(id));
  }

  private RemarkView view(Remark remark) {
    ChangeLog.noteShown(remark.customerId());
    return remark.view(
        em.createQuery(
                "from RemarkStepTaken s where s.remarkId = :remark order by s.seq",
                RemarkStepTaken.class)
            .setParameter("remark", remark.id())
            .getResultStream()
            .map(RemarkStepTaken::view)
            .toList());
  }

  /** The branch that a remark is about, or empty. */
  public Optional<String> branchOf(UUID id) {
    return Optional.ofNullable(get(id).branch());
  }

  /** A part of the list; see the facade for its filters. */
  public Page<RemarkRow> page(PageRequest request) {
    Page<RemarkRow> page =
        Listing.of(Remark.class, Sort.descending("receivedAt"))
            .sort("receivedAt", "receivedAt")
            .sort("number", "number")
            .filter("kind", Filter.oneOf("kind", RemarkKind.class))
            .filter("status", Filter.oneOf("status", RemarkStatus.class))
            .filter("channel", Filter.oneOf("channel", ComplaintChannel.class))
            .filter("branch", Filter.equal("branch"))
            .filter("staff", Filter.equal("staff"))
            .filter("department", Filter.equal("department"))
            .filter("from", Filter.fromDay("receivedAt", clock.getZone()))
            .filter("to", Filter.toDay("receivedAt", clock.getZone()))
            .page(em, request, Remark::row);
    page.items().forEach(row -> ChangeLog.noteShown(row.customerId()));
    return page;
  }

  /** Who was praised in the last twelve months, the most often praised first; 50 at most. */
  public List<PraiseCount> praised() {
    return em.createQuery(
            "select r.staff, count(r) from Remark r where r.kind = :praise and r.staff is not null"
                + " and r.status <> :turned and r.receivedAt >= :since group by r.staff"
                + " order by count(r) desc, r.staff",
            Object[].class)
        .setParameter("praise", RemarkKind.PRAISE)
        .setParameter("turned", RemarkStatus.TURNED)
        .setParameter(
            "since",
            LocalDate.now(clock).minusMonths(MONTHS).atStartOfDay(clock.getZone()).toInstant())
        .setMaxResults(50)
        .getResultStream()
        .map(row -> new PraiseCount((String) row[0], (Long) row[1]))
        .toList();
  }

  private void tell(Remark remark, String template, List<String> args) {
    boolean himself = remark.customerId() != null && remark.contact() == null;
    if (!himself && remark.contact() == null) {
      return;
    }
    outbox.queue(
        new NewMessage(
            "remark:" + remark.id() + ":" + remark.stepCount(),
            himself
                ? Recipient.customer(remark.customerId())
                : new Recipient(RemarkContacts.KIND, remark.id(), remark.customerId()),
            template,
            args,
            "remark:" + remark.id(),
            switch (remark.channel()) {
              case APP -> MessageChannel.APP;
              case WEB -> MessageChannel.EMAIL;
              default -> MessageChannel.SMS;
            }));
  }

  /** A number that nobody has yet: JY (建议) or BY (表扬), the day, a running number. */
  private String nextNumber(RemarkKind kind) {
    Long running =
        (Long)
            NamedSql.values(em, "select nextval('complaints.remark_seq')", Long.class)
                .getSingleResult();
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(clock));
    return "%s%s-%07d".formatted(kind == RemarkKind.PRAISE ? "BY" : "JY", day, running);
  }

  private Remark get(UUID id, long expectedVersion) {
    Remark remark = get(id);
    remark.requireVersion(expectedVersion);
    return remark;
  }

  private Remark get(UUID id) {
    return Optional.ofNullable(em.find(Remark.class, id))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
  }

  private RemarkView stored(Remark remark) {
    em.flush();
    return view(remark);
  }
}
