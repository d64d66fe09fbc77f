package com.heyi.mall.internal;

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
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books every minute what is due by itself, a transaction for each customer: holds whose time is
 * over. Nobody has to wait for it, because whoever touches the customer's points does the same
 * first.
 */
@Singleton
public class DueRun {
  private static final Logger LOG = LoggerFactory.getLogger(DueRun.class);
  private static final String WHAT = "book what is due of customers' points";

  @Inject private PointsDesk desk;
  @Resource private SessionContext context;

  @Schedule(hour = "*", minute = "*", persistent = false, info = WHAT)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely(
        WHAT,
        LOG,
        () -> {
          DueRun own = context.getBusinessObject(DueRun.class);
          CallContext.runAs(Caller.system(), () -> Sweep.over(WHAT, LOG, own::due, own::settle));
        });
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<UUID> due(int most) {
    return desk.customersDue(most);
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int settle(UUID customer) {
    return desk.settle(customer);
  }
}
