package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.TriageBatchView;
import com.heyi.complaints.TriageScope;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Triages of many cases and how far they have come. */
@ApplicationScoped
public class TriageBatches {
  private static final int SHOWN = 20;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Event<BatchQueued> queued;

  protected TriageBatches() {}

  TriageBatches(EntityManager em, Clock clock, Event<BatchQueued> queued) {
    this.em = em;
    this.clock = clock;
    this.queued = queued;
  }

  /** A batch waits for its job. */
  record BatchQueued(UUID batchId) {}

  /** Asks for a batch, which begins when the running transaction has been committed. */
  public TriageBatchView queue(TriageScope scope, String requestedBy) {
    if (!active().isEmpty()) {
      throw new HeyiException(ComplaintError.BATCH_RUNS);
    }
    long total =
        NamedSql.values(
                em,
                "select count(*) from complaints.complaint c where "
                    + TriageCasesWork.wanted(scope),
                Long.class)
            .getSingleResult();
    TriageBatch batch = new TriageBatch(scope, total, requestedBy, clock.instant());
    em.persist(batch);
    em.flush();
    queued.fire(new BatchQueued(batch.id()));
    return batch.view();
  }

  /** Batches that are not at their end. */
  List<UUID> active() {
    return em.createQuery("select b.id from TriageBatch b where b.finishedAt is null", UUID.class)
        .getResultList();
  }

  /** The latest batches, the latest first. */
  public List<TriageBatchView> latest() {
    return em.createQuery("from TriageBatch b order by b.requestedAt desc, b.id", TriageBatch.class)
        .setMaxResults(SHOWN)
        .getResultStream()
        .map(TriageBatch::view)
        .toList();
  }
}
