package com.heyi.relationship.internal;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.time.Timers;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the batch soon after midnight, and again for whoever came into the register since; a night
 * that was missed is made up for by the next look.
 */
@Singleton
public class EvaluationRun {
  private static final Logger LOG = LoggerFactory.getLogger(EvaluationRun.class);
  private static final String WHAT = "start placing customers in tiers";

  @Inject private Evaluations evaluations;
  @Resource private SessionContext context;

  @Schedule(hour = "*", minute = "3/5", persistent = false, info = WHAT)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely(
        WHAT,
        LOG,
        () ->
            CallContext.runAs(
                Caller.system(), () -> context.getBusinessObject(EvaluationRun.class).start()));
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void start() {
    evaluations.startIfDue();
  }
}
