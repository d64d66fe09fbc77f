package com.heyi.audit.internal;

import com.heyi.audit.AuditEntryView;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Channel;
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
import java.util.Optional;
import java.util.UUID;

/** Writes and reads the rows of the trail. */
@ApplicationScoped
public class AuditTrail implements AuditSink {
  @Inject private Clock clock;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(AuditEvent event) {
    em.persist(new AuditEntry(event, clock.instant()));
  }

  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void recordApart(AuditEvent event) {
    em.persist(new AuditEntry(event, clock.instant()));
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
}
