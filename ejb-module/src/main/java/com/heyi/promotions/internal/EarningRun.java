package com.heyi.promotions.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.mall.OrderDirectory;
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

/** Works off every minute the orders that were delivered or came to nothing, each by itself. */
@Singleton
public class EarningRun {
  private static final Logger LOG = LoggerFactory.getLogger(EarningRun.class);
  private static final String WHAT = "earn points for orders, and take them back";

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
          CallContext.runAs(Caller.system(), () -> Sweep.over(WHAT, LOG, own::noted, own::reward));
        });
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<UUID> noted(int most) {
    return earning.noted(most);
  }

  /**
   * Works off one.
   *
   * @return 1, as it is not noted any more
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int reward(UUID order) {
    UUID customer = orders.find(order).orElseThrow().customerId();
    earning.reward(order, customers.find(customer).orElseThrow());
    return 1;
  }
}
