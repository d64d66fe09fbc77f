package com.heyi.family.internal;

import com.heyi.deposits.MovementView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.time.Timers;
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
 * Pays the allowances that are due and ends the guardianship of children who have come of age, each
 * in a transaction of its own. It runs every hour, so that a run that was missed is made up for by
 * the next; each day on which an allowance is due is paid once, whoever runs, how often and where.
 */
@Singleton
public class FamilyRun {
  private static final Logger LOG = LoggerFactory.getLogger(FamilyRun.class);
  private static final int AT_A_TIME = 500;

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
    Timers.safely("pay allowances", LOG, () -> payAll(own));
  }

  private static void endGuardianships(FamilyRun own) {
    for (UUID child : own.cameOfAge()) {
      Timers.safely("end guardianship of " + child, LOG, () -> own.endGuardianship(child));
    }
  }

  private static void payAll(FamilyRun own) {
    // What stays due because not even its failure could be noted must not be met for ever.
    Set<UUID> stuck = new HashSet<>();
    List<UUID> due = own.due(AT_A_TIME);
    while (!due.isEmpty()) {
      for (UUID allowance : due) {
        if (!Timers.safely(
            "pay allowance " + allowance, LOG, () -> payOrSayWhyNot(own, allowance))) {
          stuck.add(allowance);
        }
      }
      due =
          own.due(AT_A_TIME + stuck.size()).stream()
              .filter(allowance -> !stuck.contains(allowance))
              .toList();
    }
  }

  private static void payOrSayWhyNot(FamilyRun own, UUID allowance) {
    try {
      own.pay(allowance);
    } catch (HeyiException e) {
      LOG.info("Allowance {} could not be paid: {}", allowance, e.code());
      own.failed(allowance, e.code());
    }
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<UUID> due(int most) {
    return allowances.due(most);
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<UUID> cameOfAge() {
    return families.cameOfAge();
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
  public void failed(UUID allowance, String code) {
    if (allowances.failed(allowance, code)) {
      record("allowance.fail", allowances.target(allowance), List.of());
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
