package com.heyi.complaints.internal;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.ComplaintProgressed;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.DeadlineNear;
import com.heyi.complaints.EscalateComplaint;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Raises the alarm before a deadline passes, once for each configured point of each clock, and
 * again when the deadline was moved. At the points that are configured so, the case moves up a
 * level with its authority: who is told can do something about it.
 */
@ApplicationScoped
public class Alarms {
  /** A deadline that passed longer ago alarms nobody, such as that of a case taken over late. */
  private static final Duration STALE = Duration.ofDays(7);

  @Inject private Clock clock;
  @Inject private Pyramid pyramid;
  @Inject private Event<DeadlineNear> near;
  @Inject private Event<ComplaintProgressed> progressed;

  @Inject
  @ConfigProperty(name = "heyi.complaints.alarm-days", defaultValue = "5,2,0")
  private String points;

  @Inject
  @ConfigProperty(name = "heyi.complaints.move-up-days", defaultValue = "2")
  private String moveUpPoints;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected Alarms() {}

  Alarms(
      EntityManager em,
      Clock clock,
      Event<DeadlineNear> near,
      Event<ComplaintProgressed> progressed,
      String points,
      String moveUpPoints) {
    this.em = em;
    this.clock = clock;
    this.pyramid = new Pyramid(em, clock);
    this.near = near;
    this.progressed = progressed;
    this.points = points;
    this.moveUpPoints = moveUpPoints;
  }

  /**
   * An alarm that is due.
   *
   * @param clockId the clock
   * @param daysBefore the point
   * @param dueOn the last day of the deadline that it was found due for
   */
  record Due(UUID clockId, int daysBefore, LocalDate dueOn) {}

  /** Alarms that are due and were not raised yet, the earliest points first. */
  List<Due> due(int most) {
    Instant now = clock.instant();
    List<Integer> days = days(points);
    if (days.isEmpty()) {
      return List.of();
    }
    List<Row> rows =
        NamedSql.rows(
                em,
                "select k.id, p.days, k.due_on from complaints.clock k"
                    + " join complaints.complaint c on c.id = k.complaint_id"
                    + " cross join unnest(cast(string_to_array(:points, ',') as integer[]))"
                    + " as p (days)"
                    + " where k.met is null and k.paused_at is null and k.kind <> 'SUMMARY'"
                    + " and c.ticking and k.due_at > :stale and k.due_at <= :latest"
                    + " and k.due_at - p.days * interval '1 day' <= :now"
                    + " and not exists (select from complaints.alarm a"
                    + " where a.clock_id = k.id and a.days_before = p.days"
                    + " and a.due_on = k.due_on)"
                    + " order by p.days desc, k.due_at, k.id limit :most")
            .setParameter("points", String.join(",", days.stream().map(String::valueOf).toList()))
            .setParameter("stale", now.minus(STALE))
            .setParameter(
                "latest",
                now.plus(
                    Duration.ofDays(days.stream().mapToInt(Integer::intValue).max().orElse(0))))
            .setParameter("now", now)
            .setParameter("most", most)
            .getResultList();
    return rows.stream()
        .map(row -> new Due(row.uuid("id"), row.whole("days"), row.day("due_on")))
        .toList();
  }

  /**
   * Raises one, unless it was raised already, or the deadline stands still or was moved since it
   * was found due: the alarm of the new deadline has its own time.
   *
   * @return the complaint, or empty when there was nothing to do any more
   */
  Optional<UUID> raise(Due due) {
    CaseClock late = em.find(CaseClock.class, due.clockId());
    if (!late.isRunning() || late.isPaused() || !late.dueOn().equals(due.dueOn())) {
      return Optional.empty();
    }
    Complaint complaint = late.complaint();
    boolean movesUp = days(moveUpPoints).contains(due.daysBefore()) && canMoveUp(complaint);
    int raised =
        em.createNativeQuery(
                "insert into complaints.alarm"
                    + " (clock_id, days_before, due_on, complaint_id, raised_at, moved_up)"
                    + " values (:clock, :days, :dueOn, :complaint, :now, :moved)"
                    + " on conflict do nothing")
            .setParameter("clock", due.clockId())
            .setParameter("dueOn", late.dueOn())
            .setParameter("days", due.daysBefore())
            .setParameter("complaint", complaint.id())
            .setParameter("now", clock.instant())
            .setParameter("moved", movesUp)
            .executeUpdate();
    if (raised == 0) {
      return Optional.empty();
    }
    if (movesUp) {
      moveUp(complaint, late);
    }
    near.fire(
        new DeadlineNear(complaint.id(), late.kind(), late.dueOn(), due.daysBefore(), movesUp));
    return Optional.of(complaint.id());
  }

  private static boolean canMoveUp(Complaint complaint) {
    return complaint.level() != AuthorityLevel.SENIOR
        && complaint.isPossible(ComplaintStep.ESCALATE);
  }

  private void moveUp(Complaint complaint, CaseClock late) {
    String reason =
        Texts.get(Locale.SIMPLIFIED_CHINESE, "complaint.alarm.reason", late.dueOn().toString());
    complaint.escalate(
        new EscalateComplaint(complaint.id(), complaint.version(), null, reason),
        pyramid.levelOf(complaint.handler()),
        pyramid.actor(CallContext.current()));
    em.flush();
    progressed.fire(
        new ComplaintProgressed(complaint.id(), complaint.customerId(), ComplaintStep.ESCALATE));
  }

  private static List<Integer> days(String configured) {
    return Arrays.stream(configured.split(","))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }
}
