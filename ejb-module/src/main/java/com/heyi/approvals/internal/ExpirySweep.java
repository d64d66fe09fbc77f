package com.heyi.approvals.internal;

import com.heyi.approvals.ApprovalError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.time.Timers;
import com.heyi.shared.work.Sweep;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends requests that nobody decided in time, each in a transaction of its own, and forgets what was
 * done alone so long ago that it adds up with nothing any more.
 */
@Singleton
public class ExpirySweep {
  private static final Logger LOG = LoggerFactory.getLogger(ExpirySweep.class);
  private static final String WHAT = "end expired approval requests";

  @Inject private Requests requests;
  @Inject private Endings endings;
  @Inject private DoneAlone doneAlone;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  public ExpirySweep() {}

  ExpirySweep(Requests requests, Endings endings, DoneAlone doneAlone, Clock clock) {
    this.requests = requests;
    this.endings = endings;
    this.doneAlone = doneAlone;
    this.clock = clock;
  }

  @Schedule(hour = "*", minute = "*/5", persistent = false, info = WHAT)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely(
        WHAT,
        LOG,
        () ->
            CallContext.runAs(
                Caller.system(),
                () -> {
                  ExpirySweep own = context.getBusinessObject(ExpirySweep.class);
                  expireAll(own);
                  own.forget();
                }));
  }

  /** One request that cannot be ended does not keep the others. */
  static void expireAll(ExpirySweep own) {
    Sweep.over(WHAT, LOG, own::due, id -> expireUnlessDecided(own, id));
  }

  private static int expireUnlessDecided(ExpirySweep own, UUID id) {
    try {
      own.expire(id);
      return 1;
    } catch (HeyiException e) {
      LOG.info("Request {} is decided at this moment: {}", id, e.code());
      return 0;
    }
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<UUID> due(int most) {
    return requests.overdue(clock.instant(), most);
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void forget() {
    doneAlone.forget();
  }

  /**
   * Ends one.
   *
   * @throws HeyiException {@link ApprovalError#BEING_DECIDED}, {@link ApprovalError#DECIDED}
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void expire(UUID id) {
    endings.expire(requests.hold(id), CallContext.current());
  }
}
