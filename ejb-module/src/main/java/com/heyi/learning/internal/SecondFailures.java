package com.heyi.learning.internal;

import com.heyi.complaints.CaseDirectory;
import com.heyi.complaints.CaseRef;
import com.heyi.learning.FailureKind;
import com.heyi.learning.HandleSecondFailure;
import com.heyi.learning.NoticeKind;
import com.heyi.learning.SecondFailureView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Raises the alarm when the bank fails a customer again soon after the first time: the worst sign
 * that he leaves (Knox and van Oest 2014).
 */
@ApplicationScoped
public class SecondFailures {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private CaseDirectory cases;
  @Inject private Notices notices;

  /** How many days after a failure another is a second one; 0 raises no alarm. */
  @Inject
  @ConfigProperty(name = "heyi.learning.second-failure-days", defaultValue = "30")
  private int days;

  protected SecondFailures() {}

  public SecondFailures(
      EntityManager em, Clock clock, CaseDirectory cases, Notices notices, int days) {
    this.em = em;
    this.clock = clock;
    this.cases = cases;
    this.notices = notices;
    this.days = days;
  }

  /** The bank has failed somebody; where he is no customer nobody can tell a second time. */
  void happened(CaseRef about, FailureKind kind) {
    if (about.customerId() == null) {
      return;
    }
    Set<UUID> records = cases.recordsOf(about.customerId());
    AdvisoryLock.of("learning.failure", records.iterator().next()).take(em);
    Instant now = clock.instant();
    Failure second = new Failure(about, kind, now);
    Optional<Failure> first = latest(records, now);
    em.persist(second);
    em.flush();
    first.ifPresent(failure -> raise(failure, second, about, now));
  }

  private Optional<Failure> latest(Set<UUID> records, Instant now) {
    return em.createQuery(
            "from Failure f where f.customerId in :records and f.happenedAt >= :since"
                + " order by f.happenedAt desc, f.id desc",
            Failure.class)
        .setParameter("records", records)
        .setParameter("since", now.minus(Duration.ofDays(days)))
        .setMaxResults(1)
        .getResultStream()
        .filter(any -> days > 0)
        .findFirst();
  }

  private void raise(Failure first, Failure second, CaseRef about, Instant now) {
    int between = (int) ChronoUnit.DAYS.between(day(first.happenedAt()), day(second.happenedAt()));
    SecondFailure alarm = new SecondFailure(first, second, between, now);
    em.persist(alarm);
    em.flush();
    List<String> told = new ArrayList<>(cases.leaders(about.id()));
    told.addAll(cases.inCharge(about.id()));
    notices.tell(
        "second:" + alarm.id(),
        told,
        NoticeKind.SECOND_FAILURE,
        List.of(about.number(), String.valueOf(between)),
        "complaint:" + about.id());
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, clock.getZone());
  }

  public SecondFailureView handle(HandleSecondFailure command) {
    SecondFailure alarm =
        Optional.ofNullable(em.find(SecondFailure.class, command.secondFailureId()))
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, command.secondFailureId()));
    alarm.handle(
        command.handling(),
        command.expectedVersion(),
        CallContext.current().user(),
        clock.instant());
    em.flush();
    return view(alarm);
  }

  /** A part of the alarms; see the facade for its filters. */
  public Page<SecondFailureView> page(PageRequest request) {
    Page<SecondFailure> found =
        Listing.of(SecondFailure.class, Sort.descending("raisedAt"))
            .sort("raisedAt", "raisedAt")
            .filter(
                "open",
                (cb, root, name, text) ->
                    text.equals("no")
                        ? cb.isNotNull(root.get("handledAt"))
                        : cb.isNull(root.get("handledAt")))
            .filter("complaint", Filter.id("complaintId"))
            .page(em, request, Function.identity());
    read(found.items());
    List<SecondFailureView> shown = found.items().stream().map(this::view).toList();
    shown.forEach(one -> ChangeLog.noteShown(one.customerId()));
    return new Page<>(shown, found.nextCursor(), found.total());
  }

  /** Reads what all of them are about by one question; each then finds its own at hand. */
  private void read(List<SecondFailure> alarms) {
    em.createQuery("from Failure f where f.id in :ids", Failure.class)
        .setParameter(
            "ids",
            alarms.stream()
                .flatMap(alarm -> Stream.of(alarm.firstId(), alarm.secondId()))
                .distinct()
                .toList())
        .getResultList();
  }

  private SecondFailureView view(SecondFailure alarm) {
    return alarm.view(
        em.find(Failure.class, alarm.firstId()), em.find(Failure.class, alarm.secondId()));
  }
}
