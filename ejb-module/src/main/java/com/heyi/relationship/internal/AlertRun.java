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

/** Looks every minute at what was booked since, some in a transaction; what fails waits on. */
@Singleton
public class AlertRun {
  private static final Logger LOG = LoggerFactory.getLogger(AlertRun.class);
  private static final String WHAT = "look for large in- and outflows";
  private static final int AT_A_TIME = 200;

  @Inject private Alerts alerts;
  @Resource private SessionContext context;

  @Schedule(hour = "*", minute = "*", persistent = false, info = WHAT)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely(
        WHAT,
        LOG,
        () ->
            CallContext.runAs(
                Caller.system(), () -> all(context.getBusinessObject(AlertRun.class))));
  }

  private static void all(AlertRun own) {
    int looked = own.look();
    while (looked == AT_A_TIME) {
      looked = own.look();
    }
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int look() {
    return alerts.look(AT_A_TIME);
  }
}
