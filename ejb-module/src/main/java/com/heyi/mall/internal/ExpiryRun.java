package com.heyi.mall.internal;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.value.Points;
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
    CallContext.runAs(Caller.system(UUID.randomUUID().toString()), this::expireAll);
  }

  private void expireAll() {
    ExpiryRun own = context.getBusinessObject(ExpiryRun.class);
    Points total = Points.ZERO;
    List<UUID> customers = own.due();
    while (!customers.isEmpty()) {
      Points before = total;
      for (UUID customer : customers) {
        total = total.plus(own.expire(customer));
      }
      // What cannot be written off now must not keep the run going for ever.
      customers = total.equals(before) ? List.of() : own.due();
    }
    LOG.info("Wrote off {} expired points", total);
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<UUID> due() {
    return desk.customersWithExpiredPoints(AT_A_TIME);
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Points expire(UUID customer) {
    return desk.expire(customer);
  }
}
