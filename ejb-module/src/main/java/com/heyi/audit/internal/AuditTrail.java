package com.heyi.audit.internal;

import com.heyi.audit.AuditDay;
import com.heyi.audit.AuditEntryView;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.history.Revisions;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes and reads the rows of the trail. */
@ApplicationScoped
public class AuditTrail implements AuditSink {
  private static final int LONGEST_ACTIVITY = 92;

  @Inject private Clock clock;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(AuditEvent event) {
    PendingRows.of(em).add(Rows.of(event, clock.instant(), revision()));
  }

  @Override
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

  public Page<AuditEntryView> page(PageRequest request) {
    return Listing.of(AuditEntry.class, Sort.descending("recordedAt"))
        .sort("recordedAt", "recordedAt")
        .sort("who", "who")
        .sort("action", "action")
        .filter("who", Filter.equal("who"))
        .filter("action", Filter.startsWith("action"))
        .filter("module", Filter.equal("module"))
        .filter("target", Filter.equal("target"))
        .filter("outcome", Filter.oneOf("outcome", Outcome.class))
        .filter("channel", Filter.oneOf("channel", Channel.class))
        .filter("branch", Filter.equal("branch"))
        .filter("requestId", Filter.equal("requestId"))
        .filter("from", Filter.fromDay("recordedAt", clock.getZone()))
        .filter("to", Filter.toDay("recordedAt", clock.getZone()))
        .page(em, request, AuditEntry::view);
  }

  /** The growth of each of the last days, today last. */
  public List<AuditDay> activity(int days) {
    if (days < 1 || days > LONGEST_ACTIVITY) {
      throw new IllegalArgumentException("days must be 1 to " + LONGEST_ACTIVITY);
    }
    LocalDate today = LocalDate.now(clock);
    LocalDate first = today.minusDays(days - 1L);
    Map<LocalDate, Map<Outcome, Long>> counts = new HashMap<>();
    for (Object[] row : countsSince(first)) {
      counts
          .computeIfAbsent(((java.sql.Date) row[0]).toLocalDate(), day -> new HashMap<>())
          .put(Outcome.valueOf((String) row[1]), ((Number) row[2]).longValue());
    }
    return first
        .datesUntil(today.plusDays(1))
        .map(day -> day(day, counts.getOrDefault(day, Map.of())))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private List<Object[]> countsSince(LocalDate first) {
    return em.createNativeQuery(
            "SELECT CAST(recorded_at AT TIME ZONE :zone AS date), outcome, count(*)"
                + " FROM audit.entry WHERE recorded_at >= :start GROUP BY 1, 2")
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
