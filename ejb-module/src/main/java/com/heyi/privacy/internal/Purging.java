package com.heyi.privacy.internal;

import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.privacy.KeptForATime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.function.IntFunction;

/** The transactions of the nightly run. */
@ApplicationScoped
public class Purging {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private RetentionTable retention;
  @Inject private AuditSink audit;

  protected Purging() {}

  Purging(EntityManager em, RetentionTable retention, AuditSink audit) {
    this.em = em;
    this.retention = retention;
    this.audit = audit;
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Instant over(String kind) {
    return retention.over(kind);
  }

  /**
   * Purges some, and tells the trail of it in the same transaction: what is emptied without a row
   * of the trail counts as tampering.
   *
   * @param row the row of the trail for so many records
   * @return how many, or -1 when another node is at it
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public int some(
      KeptForATime keeper, String kind, Instant before, int most, IntFunction<AuditEvent> row) {
    if (!AdvisoryLock.of("privacy.purge", kind).tryTake(em)) {
      return -1;
    }
    int forgotten = keeper.forget(kind, before, most);
    if (forgotten > 0) {
      audit.record(row.apply(forgotten));
    }
    return forgotten;
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void done(String kind, Instant before, long records, AuditEvent row) {
    retention.purged(kind, before, records);
    audit.record(row);
  }
}
