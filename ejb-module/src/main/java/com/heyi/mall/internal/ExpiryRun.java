package com.heyi.mall.internal;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.time.Timers;
import com.heyi.shared.value.Points;
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
 * Writes off, every night, the points whose last day is over: a transaction for each customer, so
 * that nobody waits for more than his own. Until then such points are in the books, but nothing can
 * be paid with them.
 */
@Singleton
@Startup
public class ExpiryRun {
  private static final Logger LOG = LoggerFactory.getLogger(ExpiryRun.class);
  private static final String WHAT = "write off expired points";

  @Inject private PointsDesk desk;
  @Inject private Clock clock;
  @Resource private TimerService timers;
  @Resource private SessionContext context;

  @PostConstruct
  void start() {
    Timers.everyDay(timers, clock, LocalTime.of(0, 30), WHAT);
  }

  @Timeout
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely(
        WHAT,
        LOG,
        () ->
            CallContext.runAs(
                Caller.system(), () -> expireAll(context.getBusinessObject(ExpiryRun.class))));
  }

  /** One customer whose points cannot be written off does not keep the others. */
  static Points expireAll(ExpiryRun own) {
    Points total =
        Points.of(Sweep.over(WHAT, LOG, own::due, customer -> own.expire(customer).amount()));
    LOG.info("Wrote off {} expired points", total);
    return total;
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<UUID> due(int most) {
    return desk.customersWithExpiredPoints(most);
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Points expire(UUID customer) {
    return desk.expire(customer);
  }
}
