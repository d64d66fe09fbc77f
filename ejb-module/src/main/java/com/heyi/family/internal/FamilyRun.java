package com.heyi.family.internal;

import com.heyi.shared.error.HeyiException;
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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pays the allowances that are due and ends the guardianship of children who have come of age, each
 * in a transaction of its own. It runs every hour, so that a run that was missed is made up for by
 * the next; each day on which an allowance is due is paid once, whoever runs, how often and where.
 */
@Singleton
public class FamilyRun {
  private static final Logger LOG = LoggerFactory.getLogger(FamilyRun.class);
  private static final int AT_A_TIME = 1000;

  @Inject private Allowances allowances;
  @Inject private Families families;
  @Inject private JobTrail trail;
  @Resource private SessionContext context;

  public FamilyRun() {}

  public FamilyRun(Allowances allowances, Families families, JobTrail trail) {
    this.allowances = allowances;
    this.families = families;
    this.trail = trail;
  }

  @Schedule(
      hour = "*",
      minute = "5",
      persistent = false,
      info = "pay allowances, end guardianships")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely(
        "pay allowances, end guardianships",
        LOG,
        () ->
            CallContext.runAs(
                Caller.system(), () -> all(context.getBusinessObject(FamilyRun.class))));
  }

  /** One child or one allowance that goes wrong does not keep the others. */
  static void all(FamilyRun own) {
    // First those who come of age: their allowances end with their childhood.
    Timers.safely("end guardianships", LOG, () -> endGuardianships(own));
    Timers.safely(
        "pay allowances",
        LOG,
        () ->
            Sweep.over(
                "pay allowance", LOG, own::due, allowance -> payOrSayWhyNot(own, allowance)));
  }

  private static void endGuardianships(FamilyRun own) {
    UUID last = null;
    do {
      Families.Looked looked = own.cameOfAge(last);
      for (UUID child : looked.ofAge()) {
        Timers.safely("end guardianship of " + child, LOG, () -> own.endGuardianship(child));
      }
      last = looked.last();
    } while (last != null);
  }

  /** Deals with one day of an allowance; one that failed is no longer due today either. */
  private static int payOrSayWhyNot(FamilyRun own, UUID allowance) {
    try {
      own.pay(allowance);
    } catch (HeyiException e) {
      LOG.info("Allowance {} could not be paid: {}", allowance, e.code());
      own.failed(allowance, e);
    }
    return 1;
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<UUID> due(int most) {
    return allowances.due(most);
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Families.Looked cameOfAge(UUID after) {
    return families.cameOfAge(after, AT_A_TIME);
  }

  /** Pays one, for one day. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void pay(UUID allowance) {
    tell("allowance.pay", () -> allowances.pay(allowance), () -> allowances.target(allowance));
  }

  /** Deals with one that could not be paid; the trail says why, and when it is tried again. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void failed(UUID allowance, HeyiException why) {
    tell(
        allowances.mayBePutOff(allowance, why) ? "allowance.put-off" : "allowance.fail",
        () -> allowances.failed(allowance, why),
        () -> allowances.target(allowance));
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void endGuardianship(UUID child) {
    tell("guardianship.end", () -> families.endGuardianship(child), () -> "customer:" + child);
  }

  /**
   * What it is about is asked when it is done: asked before, it would be read before it is held.
   */
  private void tell(String action, Supplier<?> work, Supplier<String> target) {
    trail.tell("family", action, work::get, done -> target.get());
  }
}
