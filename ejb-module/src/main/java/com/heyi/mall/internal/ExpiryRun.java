package com.heyi.mall.internal;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.time.Timers;
import com.heyi.shared.value.Points;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  private static final int AT_A_TIME = 1000;

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
    Points total = Points.ZERO;
    // What cannot be written off now must not keep the run going for ever, nor hide the others.
    Set<UUID> stuck = new HashSet<>();
    List<UUID> customers = own.due(AT_A_TIME);
    while (!customers.isEmpty()) {
      for (UUID customer : customers) {
        Points expired = expireOrSayWhyNot(own, customer);
        if (expired.equals(Points.ZERO)) {
          stuck.add(customer);
        }
        total = total.plus(expired);
      }
      customers =
          own.due(AT_A_TIME + stuck.size()).stream()
              .filter(customer -> !stuck.contains(customer))
              .toList();
    }
    LOG.info("Wrote off {} expired points", total);
    return total;
  }

  private static Points expireOrSayWhyNot(ExpiryRun own, UUID customer) {
    try {
      return own.expire(customer);
    } catch (RuntimeException e) {
      LOG.error("Points of customer {} could not be written off", customer, e);
      return Points.ZERO;
    }
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
