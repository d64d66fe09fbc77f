package com.heyi.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.complaints.AcceptComplaint;
import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.ClockKind;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintProgressed;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.Complexity;
import com.heyi.complaints.DeadlineNear;
import com.heyi.complaints.PauseComplaint;
import com.heyi.complaints.RecordComplaint;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.testing.TestDatabase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Alarms before a deadline: at each point once, and moving up where it is configured. */
class AlarmsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final List<Object> events = new ArrayList<>();
  private static final LocalDate LAST_DAY = LocalDate.of(2040, 3, 17);

  private Instant now = Instant.parse("2040-03-02T02:00:00Z");

  @Test
  void eachPointIsRaisedOnceAndTheMiddleOneMovesTheCaseUp() {
    UUID complaint = accepted();
    at("2040-03-12T15:59:59Z");
    assertThat(raised(complaint)).isEmpty();

    at("2040-03-12T16:00:00Z");
    assertThat(raised(complaint))
        .containsExactly(new DeadlineNear(complaint, ClockKind.ANSWER, LAST_DAY, 5, false));
    assertThat(raised(complaint)).as("the same point again").isEmpty();

    at("2040-03-15T16:00:00Z");
    assertThat(raised(complaint))
        .containsExactly(new DeadlineNear(complaint, ClockKind.ANSWER, LAST_DAY, 2, true));
    Complaint moved = read(complaint);
    assertThat(moved.level()).isEqualTo(AuthorityLevel.REGION);
    assertThat(moved.handler()).as("he has not the authority any more").isNull();
    assertThat(moved.lastStep()).isEqualTo(ComplaintStep.ESCALATE);
    assertThat(events).contains(new ComplaintProgressed(complaint, null, ComplaintStep.ESCALATE));

    at("2040-03-17T16:00:00Z");
    assertThat(raised(complaint))
        .containsExactly(new DeadlineNear(complaint, ClockKind.ANSWER, LAST_DAY, 0, false));
    at("2040-03-20T16:00:00Z");
    assertThat(raised(complaint)).isEmpty();
  }

  @Test
  void aDeadlineThatWasMovedAlarmsAgainAndMovesTheCaseUp() {
    UUID complaint = recorded();
    at("2040-03-15T16:00:00Z");
    assertThat(raised(complaint))
        .contains(new DeadlineNear(complaint, ClockKind.ANSWER, LAST_DAY, 2, true));
    acceptAsComplex(complaint);
    assertThat(raised(complaint)).as("of the new deadline nothing is near").isEmpty();
    LocalDate moved = LocalDate.of(2040, 4, 1);

    at("2040-03-30T16:00:00Z");
    assertThat(raised(complaint))
        .containsExactly(
            new DeadlineNear(complaint, ClockKind.ANSWER, moved, 5, false),
            new DeadlineNear(complaint, ClockKind.ANSWER, moved, 2, true));
    assertThat(read(complaint).level()).isEqualTo(AuthorityLevel.HEAD_OFFICE);
    assertThat(raised(complaint)).isEmpty();
  }

  @Test
  void aDeadlineThatWasMovedOrStandsStillSinceItWasFoundDueIsAlarmedInItsOwnTime() {
    UUID moved = recorded();
    UUID waits = accepted();
    at("2040-03-15T16:00:00Z");
    List<Alarms.Due> found = foundDue(moved, waits);
    assertThat(found).hasSize(4);
    acceptAsComplex(moved);
    pause(waits);
    events.clear();

    for (Alarms.Due due : found) {
      in(em -> alarms(em).raise(due));
    }

    assertThat(events).isEmpty();
    at("2040-03-30T16:00:00Z");
    assertThat(raised(moved)).as("of the new deadline").hasSize(2);
  }

  private List<Alarms.Due> foundDue(UUID... complaints) {
    return in(em -> alarms(em).due(5000)).stream()
        .filter(
            due ->
                in(
                    em ->
                        List.of(complaints)
                            .contains(em.find(CaseClock.class, due.clockId()).complaint().id())))
        .toList();
  }

  private void acceptAsComplex(UUID complaint) {
    in(
        em -> {
          Complaint one = em.find(Complaint.class, complaint);
          Actor region = handler().at(null, AuthorityLevel.REGION, java.util.Set.of());
          one.accept(
              new AcceptComplaint(complaint, one.version(), null, Complexity.COMPLEX, null),
              region.candidate(),
              new Complaints(em, clock()).deadlinesOf(one),
              region);
          return null;
        });
  }

  @Test
  void aClockThatStandsStillOrHasLongPassedAlarmsNobody() {
    UUID waiting = accepted();
    pause(waiting);
    UUID old = accepted();
    at("2040-03-16T16:00:00Z");
    assertThat(raised(waiting)).isEmpty();
    at("2040-03-24T16:00:00Z");
    assertThat(raised(old)).isEmpty();
  }

  private void pause(UUID waiting) {
    in(
        em -> {
          Complaint complaint = em.find(Complaint.class, waiting);
          complaint.pause(
              new PauseComplaint(waiting, complaint.version(), "对账单", ComplaintChannel.HOTLINE),
              handler());
          return null;
        });
  }

  @Test
  void theTopIsNotMovedUp() {
    UUID complaint = accepted();
    in(
        em -> {
          Complaint one = em.find(Complaint.class, complaint);
          one.escalate(
              new com.heyi.complaints.EscalateComplaint(
                  complaint, one.version(), AuthorityLevel.SENIOR, "媒体关注"),
              AuthorityLevel.SENIOR,
              handler());
          return null;
        });
    at("2040-03-15T16:00:00Z");

    assertThat(raised(complaint))
        .containsExactly(
            new DeadlineNear(complaint, ClockKind.ANSWER, LAST_DAY, 5, false),
            new DeadlineNear(complaint, ClockKind.ANSWER, LAST_DAY, 2, false));
    assertThat(read(complaint).handler()).isEqualTo("hd.li");
  }

  private void at(String instant) {
    now = Instant.parse(instant);
  }

  private UUID accepted() {
    UUID recorded = recorded();
    in(
        em -> {
          Complaint complaint = em.find(Complaint.class, recorded);
          complaint.accept(
              new AcceptComplaint(complaint.id(), complaint.version(), null, null, null),
              handler().candidate(),
              new Complaints(em, clock()).deadlinesOf(complaint),
              handler());
          return null;
        });
    return recorded;
  }

  private UUID recorded() {
    return in(
        em -> {
          Complaints complaints = new Complaints(em, clock());
          Deadlines deadlines = complaints.deadlinesFor("CN-2020-3", LocalDate.now(clock()));
          Complaint complaint =
              Complaint.record(
                  new RecordComplaint(
                      ComplaintChannel.HOTLINE,
                      null,
                      null,
                      "13800138000",
                      null,
                      "信用卡",
                      null,
                      null,
                      null,
                      "多收年费",
                      null,
                      null,
                      null,
                      null,
                      null),
                  null,
                  null,
                  complaints.nextNumber(),
                  deadlines,
                  handler());
          complaints.add(complaint);
          return complaint.id();
        });
  }

  private Actor handler() {
    return Actor.of(
        new Caller(
            "hd.li",
            null,
            java.util.Set.of(com.heyi.shared.facade.Role.COMPLAINT_HANDLER),
            null,
            "test",
            "r",
            com.heyi.shared.facade.Channel.SYSTEM,
            null,
            null),
        now);
  }

  /** Raises all that is due for this complaint, and tells what was said of it. */
  private List<Object> raised(UUID complaint) {
    events.clear();
    for (Alarms.Due due : in(em -> alarms(em).due(5000))) {
      in(
          em ->
              em.find(CaseClock.class, due.clockId()).complaint().id().equals(complaint)
                  ? alarms(em).raise(due)
                  : null);
    }
    return events.stream().filter(DeadlineNear.class::isInstance).toList();
  }

  private Complaint read(UUID complaint) {
    return in(
        em -> {
          Complaint read = em.find(Complaint.class, complaint);
          read.lastStep();
          return read;
        });
  }

  private <T> T in(Function<EntityManager, T> work) {
    try {
      return CallContext.callAs(
          Caller.system("alarms"), () -> TestDatabase.get().inTransaction(work));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Alarms alarms(EntityManager em) {
    return new Alarms(em, clock(), event(), event(), "5,2,0", "2");
  }

  private Clock clock() {
    return Clock.fixed(now, ZONE);
  }

  @SuppressWarnings("unchecked")
  private <T> Event<T> event() {
    return (Event<T>)
        Proxy.newProxyInstance(
            AlarmsTest.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, args) -> {
              events.add(args[0]);
              return null;
            });
  }
}
