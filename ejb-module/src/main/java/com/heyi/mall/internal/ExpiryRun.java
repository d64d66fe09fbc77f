package com.heyi.mall.internal;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.time.Timers;
import com.heyi.shared.value.Points;
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
 * Writes off, every night, the points whose last day is over: a transaction for each customer, so
 * that nobody waits for more than his own. Until then such points are in the books, but nothing can
 * be paid with them.
 */
@Singleton
public class ExpiryRun {
  private static final Logger LOG = LoggerFactory.getLogger(ExpiryRun.class);

  @Inject private PointsDesk desk;
  @Resource private SessionContext context;

  @Schedule(
      hour = "0",
      minute = "30",
      timezone = "Asia/Shanghai",
      persistent = false,
      info = "write off expired points")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely(
        "write off expired points",
        LOG,
        () ->
            CallContext.runAs(
                Caller.system(UUID.randomUUID().toString()),
                () -> expireAll(context.getBusinessObject(ExpiryRun.class))));
  }

  /** One customer whose points cannot be written off does not keep the others. */
  static Points expireAll(ExpiryRun own) {
    Points total =
        Points.of(
            Sweep.over(
                "write off expired points",
                LOG,
                own::due,
                customer -> own.expire(customer).amount()));
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
