package com.heyi.learning.internal;

import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.time.Timers;
import com.heyi.shared.work.Sweep;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminds, every morning, of actions that are due, and looks whether those whose months have passed
 * helped; a transaction each, so that one does not keep the others.
 */
@Singleton
@Startup
public class LearningRun {
  private static final Logger LOG = LoggerFactory.getLogger(LearningRun.class);
  private static final String WHAT = "remind of corrective actions and look whether they helped";

  @Inject private DueActions due;
  @Inject private AuditSink audit;
  @Inject private Clock clock;
  @Resource private TimerService timers;
  @Resource private SessionContext context;

  @PostConstruct
  void start() {
    Timers.everyDay(timers, clock, LocalTime.of(6, 10), WHAT);
  }

  @Timeout
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely(
        WHAT,
        LOG,
        () ->
            CallContext.runAs(
                Caller.system(), () -> all(context.getBusinessObject(LearningRun.class))));
  }

  private static void all(LearningRun own) {
    Timers.safely("remind of corrective actions", LOG, own::remind);
    Sweep.over("look whether corrective actions helped", LOG, own::toCheck, own::check);
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void remind() {
    due.remind();
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<UUID> toCheck(int most) {
    return due.toCheck(most);
  }

  /**
   * Looks at one, and leaves a row in the trail.
   *
   * @return how many were looked at; none when somebody else was quicker
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int check(UUID action) {
    if (!due.check(action)) {
      return 0;
    }
    audit.record(
        AuditEvent.done(
            CallContext.current(), "learning", "action.check", "action:" + action, List.of()));
    return 1;
  }
}
