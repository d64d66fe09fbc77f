package com.heyi.promotions.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.mall.OrderDirectory;
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
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off every minute the orders that were delivered or came to nothing, each by itself. */
@Singleton
public class EarningRun {
  private static final Logger LOG = LoggerFactory.getLogger(EarningRun.class);
  private static final String WHAT = "earn points for orders, and take them back";
  private static final int AT_A_TIME = 1000;

  @Inject private Earning earning;
  @Inject private OrderDirectory orders;
  @Inject private CustomerDirectory customers;
  @Resource private SessionContext context;

  @Schedule(hour = "*", minute = "*", second = "45", persistent = false, info = WHAT)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely(
        WHAT,
        LOG,
        () -> {
          EarningRun own = context.getBusinessObject(EarningRun.class);
          CallContext.runAs(
              Caller.system(UUID.randomUUID().toString()),
              () ->
                  own.noted().forEach(order -> Timers.safely(WHAT, LOG, () -> own.reward(order))));
        });
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<UUID> noted() {
    return earning.noted(AT_A_TIME);
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void reward(UUID order) {
    UUID customer = orders.find(order).orElseThrow().customerId();
    earning.reward(order, customers.find(customer).orElseThrow());
  }
}
