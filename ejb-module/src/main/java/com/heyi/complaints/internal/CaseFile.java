package com.heyi.complaints.internal;

import com.heyi.complaints.AnswerTask;
import com.heyi.complaints.AskDepartment;
import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.CallOutcome;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.FinishCall;
import com.heyi.complaints.NoteView;
import com.heyi.complaints.PointView;
import com.heyi.complaints.PresenceView;
import com.heyi.complaints.PromiseCall;
import com.heyi.complaints.RaisePoint;
import com.heyi.complaints.RedressKind;
import com.heyi.complaints.RedressView;
import com.heyi.complaints.Remedy;
import com.heyi.complaints.ReplyToPoint;
import com.heyi.complaints.TaskKind;
import com.heyi.complaints.TaskView;
import com.heyi.complaints.WriteNote;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What lies beside a complaint: points raised, tasks, notes, what was given, who has it open. */
@ApplicationScoped
public class CaseFile {
  /** How long after the last sign of somebody he is taken to have the case open. */
  public static final Duration PRESENT_FOR = Duration.ofMinutes(2);

  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private static final int TASKS_SHOWN = 200;

  @Inject private Clock clock;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected CaseFile() {}

  public CaseFile(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** What was raised, in order. */
  public List<PointView> points(UUID complaintId) {
    return pointsOf(complaintId).map(Point::view).toList();
  }

  /**
   * The answer must address every point: it is not sent before what was raised is taken down, and
   * each point has its reply; when an answer was contested or the case taken up again, not with the
   * old replies alone.
   *
   * @throws HeyiException {@link ComplaintError#POINTS_NONE}, {@link ComplaintError#POINTS_OPEN},
   *     {@link ComplaintError#POINTS_CONTESTED}
   */
  public void requireEveryPointAddressed(UUID complaintId) {
    List<Point> points = pointsOf(complaintId).toList();
    if (points.isEmpty()) {
      throw new HeyiException(ComplaintError.POINTS_NONE);
    }
    long open = points.stream().filter(Point::isOpen).count();
    if (open > 0) {
      throw new HeyiException(ComplaintError.POINTS_OPEN, open);
    }
    Instant again = takenUpAgain(complaintId);
    if (again != null && points.stream().allMatch(one -> one.repliedBefore(again))) {
      throw new HeyiException(ComplaintError.POINTS_CONTESTED);
    }
  }

  /** When the last answer was contested or the case taken up again; null when never. */
  private Instant takenUpAgain(UUID complaintId) {
    return em.createQuery(
            "select max(s.takenAt) from StepTaken s"
                + " where s.complaint.id = :complaint and s.step in :again",
            Instant.class)
        .setParameter("complaint", complaintId)
        .setParameter(
            "again", List.of(ComplaintStep.CONTEST, ComplaintStep.REVIEW, ComplaintStep.REOPEN))
        .getSingleResult();
  }

  /** Takes down what is raised; the case is held, so that no answer goes out at this moment. */
  public void raise(RaisePoint command, Actor actor) {
    em.find(Complaint.class, command.complaintId(), LockModeType.PESSIMISTIC_WRITE);
    int seq = (int) pointsOf(command.complaintId()).count() + 1;
    em.persist(new Point(command.complaintId(), seq, command.raised().strip(), actor));
  }

  public void reply(ReplyToPoint command, Actor actor) {
    Point point = em.find(Point.class, command.pointId());
    if (point == null || !point.complaintId().equals(command.complaintId())) {
      throw new HeyiException(CommonError.NOT_FOUND, command.pointId());
    }
    point.reply(command.reply().strip(), command.expectedVersion(), actor);
  }

  public void ask(AskDepartment command, Actor actor) {
    if (command.dueOn().isBefore(LocalDate.now(clock))) {
      throw CommonError.invalid("dueOn", ComplaintError.TASK_PAST, command.dueOn());
    }
    em.persist(CaseTask.asked(command, actor));
  }

  /**
   * Notes a call that was promised.
   *
   * @param field where the time was given, for its error
   */
  public TaskView promise(PromiseCall command, String field, String number, Actor actor) {
    requireToCome(field, command.callAt());
    CaseTask call =
        CaseTask.promised(command, LocalDate.ofInstant(command.callAt(), clock.getZone()), actor);
    em.persist(call);
    em.flush();
    return call.view(number, clock);
  }

  private void requireToCome(String field, Instant at) {
    if (!at.isAfter(clock.instant())) {
      throw CommonError.invalid(field, ComplaintError.CALL_PAST);
    }
  }

  /**
   * The task as it is stored, when it belongs to this complaint, and may be ended by the caller: a
   * branch ends what it was asked.
   */
  private CaseTask task(Complaint complaint, UUID taskId, String branch, Actor actor) {
    HeldCase.hold(em, complaint.id());
    CaseTask task =
        Optional.ofNullable(em.find(CaseTask.class, taskId))
            .filter(one -> one.complaintId().equals(complaint.id()))
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, taskId));
    if (branch == null) {
      complaint.requireMayEnd(task, actor);
    } else if (!branch.equals(task.branch())) {
      throw new HeyiException(CommonError.OTHER_BRANCH);
    }
    return task;
  }

  /**
   * @param branch the branch that the caller is bound to, or null when he is not
   */
  public TaskView answer(AnswerTask command, String branch, Complaint complaint, Actor actor) {
    CaseTask task = task(complaint, command.taskId(), branch, actor);
    task.answer(command.answer().strip(), actor);
    em.flush();
    return task.view(complaint.number(), clock);
  }

  /**
   * Ends a call; who was not reached may be promised the next at once.
   *
   * @param branch the branch that the caller is bound to, or null when he is not
   */
  public TaskView finish(FinishCall command, String branch, Complaint complaint, Actor actor) {
    CaseTask call = task(complaint, command.taskId(), branch, actor);
    if (command.againAt() != null && command.outcome() == CallOutcome.REACHED) {
      throw CommonError.invalid("againAt", ComplaintError.CALL_REACHED);
    }
    call.called(command.outcome(), command.words().strip(), actor);
    if (command.againAt() != null) {
      promise(call.again(command.againAt()), "againAt", complaint.number(), actor);
    }
    em.flush();
    return call.view(complaint.number(), clock);
  }

  /** What is to be done or was done for a case beside its steps, oldest first. */
  public List<TaskView> tasks(UUID complaintId, String number) {
    return em.createQuery(
            "select t from CaseTask t where t.complaintId = :id order by t.askedAt, t.id",
            CaseTask.class)
        .setParameter("id", complaintId)
        .getResultStream()
        .map(task -> task.view(number, clock))
        .toList();
  }

  /** Open tasks of a branch, the most urgent first. */
  public List<TaskView> openTasks(String branch) {
    return open("t.branch = :branch", Map.of("branch", branch)).toList();
  }

  /** Open tasks of somebody by his name, the most urgent first. */
  public List<TaskView> openTasks(Actor me) {
    return open("t.owner = :me", Map.of("me", me.user())).toList();
  }

  /**
   * Open tasks of a handler, the most urgent first: those by his name, and the calls that nobody is
   * named for, of the cases that he or whom he stands in for is in charge of, or nobody at his
   * level: a promise is kept by whoever has the case, and seen before somebody has.
   */
  public List<TaskView> openTasksOfHandler(Actor me) {
    Stream<TaskView> calls =
        open(
            "t.kind = :call and t.owner is null and t.branch is null and (c.charge.handler in :mine"
                + " or (c.charge.handler is null and c.charge.level in :levels))",
            Map.of(
                "call",
                TaskKind.CALL,
                "mine",
                me.handles(),
                "levels",
                Arrays.stream(AuthorityLevel.values()).filter(me.level()::reaches).toList()));
    return Stream.concat(openTasks(me).stream(), calls)
        .sorted(
            Comparator.comparing(TaskView::dueOn)
                .thenComparing(TaskView::callAt, Comparator.nullsLast(Comparator.naturalOrder())))
        .limit(TASKS_SHOWN)
        .toList();
  }

  /** Nothing is left to do for a case whose texts are gone. */
  private Stream<TaskView> open(String whose, Map<String, Object> values) {
    TypedQuery<Object[]> query =
        em.createQuery(
            "select t, c.number from CaseTask t, Complaint c where c.id = t.complaintId"
                + " and t.doneAt is null and c.textsErased = false and "
                + whose
                + " order by t.dueOn, t.callAt, t.id",
            Object[].class);
    values.forEach(query::setParameter);
    return query
        .setMaxResults(TASKS_SHOWN)
        .getResultStream()
        .map(row -> ((CaseTask) row[0]).view((String) row[1], clock));
  }

  public void note(WriteNote command, Actor actor) {
    HeldCase.hold(em, command.complaintId());
    em.persist(new Note(command.complaintId(), command.words().strip(), actor));
  }

  /** What colleagues noted, latest first. */
  public List<NoteView> notes(UUID complaintId) {
    return em.createQuery(
            "select n from Note n where n.complaintId = :id order by n.writtenAt desc, n.id desc",
            Note.class)
        .setParameter("id", complaintId)
        .getResultStream()
        .map(Note::view)
        .toList();
  }

  void add(Redress redress) {
    em.persist(redress);
  }

  Redress redress(UUID complaintId, UUID redressId) {
    return Optional.ofNullable(em.find(Redress.class, redressId))
        .filter(one -> one.complaintId().equals(complaintId))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, redressId));
  }

  /** What was given, oldest first. */
  public List<RedressView> redress(UUID complaintId) {
    return given(complaintId).map(Redress::view).toList();
  }

  /** The money of this remedy that was given in the case and stands. */
  Money moneyGiven(UUID complaintId, Remedy remedy) {
    return given(complaintId)
        .filter(one -> one.stands(RedressKind.MONEY, remedy))
        .map(Redress::money)
        .reduce(Money.zero(Money.CNY), Money::plus);
  }

  /** The points of this remedy that were given in the case and stand. */
  Points pointsGiven(UUID complaintId, Remedy remedy) {
    return given(complaintId)
        .filter(one -> one.stands(RedressKind.POINTS, remedy))
        .map(Redress::points)
        .reduce(Points.ZERO, Points::plus);
  }

  /** Notes that this person has the case open, and tells who else has. */
  public List<PresenceView> seen(UUID complaintId, Actor actor) {
    forgetWhoWasThere();
    em.createNativeQuery(
            "insert into complaints.presence (complaint_id, account, name, seen_at)"
                + " values (:complaint, :account, :name, :now)"
                + " on conflict (complaint_id, account)"
                + " do update set name = excluded.name, seen_at = excluded.seen_at")
        .setParameter("complaint", complaintId)
        .setParameter("account", actor.user())
        .setParameter("name", actor.name())
        .setParameter("now", actor.now())
        .executeUpdate();
    return others(complaintId, actor.user());
  }

  /** Of no use any more, whoever it was and wherever; rows that somebody renews are left to him. */
  private void forgetWhoWasThere() {
    em.createNativeQuery(
            "delete from complaints.presence p using (select complaint_id, account"
                + " from complaints.presence where seen_at <= :before"
                + " for update skip locked) gone"
                + " where p.complaint_id = gone.complaint_id and p.account = gone.account")
        .setParameter("before", clock.instant().minus(FORGOTTEN_AFTER))
        .executeUpdate();
  }

  /** Who else has the case open now. */
  public List<PresenceView> others(UUID complaintId, String me) {
    List<Row> rows =
        NamedSql.rows(
                em,
                "select account, name, seen_at from complaints.presence"
                    + " where complaint_id = :complaint and account <> :me and seen_at > :since"
                    + " order by seen_at desc")
            .setParameter("complaint", complaintId)
            .setParameter("me", me)
            .setParameter("since", clock.instant().minus(PRESENT_FOR))
            .getResultList();
    return rows.stream()
        .map(row -> new PresenceView(row.text("account"), row.text("name"), row.instant("seen_at")))
        .toList();
  }

  private Stream<Point> pointsOf(UUID complaintId) {
    return em.createQuery(
            "select p from Point p where p.complaintId = :id order by p.seq", Point.class)
        .setParameter("id", complaintId)
        .getResultStream();
  }

  private Stream<Redress> given(UUID complaintId) {
    return em.createQuery(
            "select r from Redress r where r.complaintId = :id order by r.givenAt, r.id",
            Redress.class)
        .setParameter("id", complaintId)
        .getResultStream();
  }
}
