package com.heyi.family.internal;

import com.heyi.deposits.MovementView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
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
  @Inject private AuditSink audit;
  @Resource private SessionContext context;

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
                Caller.system(UUID.randomUUID().toString()),
                () -> all(context.getBusinessObject(FamilyRun.class))));
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
    allowances
        .pay(allowance)
        .ifPresent(
            movement -> record("allowance.pay", allowances.target(allowance), paid(movement)));
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void failed(UUID allowance, HeyiException why) {
    switch (allowances.failed(allowance, why)) {
      case NOT_DUE -> LOG.debug("Allowance {} is no longer due", allowance);
      case PUT_OFF -> record("allowance.put-off", allowances.target(allowance), List.of());
      case GIVEN_UP -> record("allowance.fail", allowances.target(allowance), List.of());
    }
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void endGuardianship(UUID child) {
    if (families.endGuardianship(child)) {
      record("guardianship.end", "customer:" + child, List.of());
    }
  }

  private static List<Change> paid(MovementView movement) {
    return List.of(
        new Change(
            "movement",
            movement.movementId().toString(),
            "amount",
            null,
            movement.amount().amount().toPlainString()));
  }

  private void record(String action, String target, List<Change> changes) {
    audit.record(AuditEvent.done(CallContext.current(), "family", action, target, changes));
  }
}
