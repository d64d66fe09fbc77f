package com.heyi.mall.internal;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.JobTrail;
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

/** Lets go every minute what checkouts have set aside for too long, each in its own transaction. */
@Singleton
public class CheckoutRun {
  private static final Logger LOG = LoggerFactory.getLogger(CheckoutRun.class);
  private static final String WHAT = "let go checkouts whose time is over";

  @Inject private Checkouts checkouts;
  @Inject private JobTrail trail;
  @Resource private SessionContext context;

  /** For the container. */
  public CheckoutRun() {}

  CheckoutRun(Checkouts checkouts, JobTrail trail) {
    this.checkouts = checkouts;
    this.trail = trail;
  }

  @Schedule(hour = "*", minute = "*", second = "30", persistent = false, info = WHAT)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely(
        WHAT,
        LOG,
        () -> {
          CheckoutRun own = context.getBusinessObject(CheckoutRun.class);
          CallContext.runAs(
              Caller.system(), () -> Sweep.over(WHAT, LOG, own::overdue, own::timeOut));
        });
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<UUID> overdue(int most) {
    return checkouts.overdue(most);
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int timeOut(UUID checkout) {
    return trail.tell(
        "mall",
        "checkout.time-out",
        () -> checkouts.timeOut(checkout),
        done -> "customer:" + checkouts.find(checkout).orElseThrow().customerId());
  }
}
