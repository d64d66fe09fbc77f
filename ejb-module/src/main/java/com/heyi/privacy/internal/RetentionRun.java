package com.heyi.privacy.internal;

import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.privacy.KeptForATime;
import com.heyi.shared.time.Timers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Purges every night what is over, some at a time, a transaction each: broken off, it goes on the
 * next night where it stopped, for what is gone is not found again. Two nodes at once would do no
 * harm; a lock in the database spares them the work.
 */
@Singleton
@Startup
public class RetentionRun {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionRun.class);
  private static final String WHAT = "purge records whose time is over";
  private static final int AT_A_TIME = 500;

  @Inject @Any private Instance<KeptForATime> keepers;
  @Inject private Purging purging;
  @Inject private AuditSink audit;
  @Inject private Clock clock;
  @Resource private TimerService timers;

  @PostConstruct
  void start() {
    Timers.everyDay(timers, clock, LocalTime.of(3, 17), WHAT);
  }

  @Timeout
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Timers.safely(WHAT, LOG, this::purgeAll);
  }

  private void purgeAll() {
    Caller caller = Caller.system();
    for (KeptForATime keeper : keepers) {
      for (String kind : keeper.kinds().stream().sorted().toList()) {
        // One kind that fails must not keep the others waiting; it shows in trail and log.
        if (!Timers.safely("purge " + kind, LOG, () -> purge(keeper, kind, caller))) {
          Timers.safely(
              "record that " + kind + " could not be purged",
              LOG,
              () -> audit.recordApart(row(caller, kind, Outcome.FAILED, "internal", List.of())));
        }
      }
    }
  }

  private void purge(KeptForATime keeper, String kind, Caller caller) {
    Instant before = purging.over(kind);
    long all = 0;
    int some;
    do {
      some =
          purging.some(
              keeper,
              kind,
              before,
              AT_A_TIME,
              records -> row(caller, kind, Outcome.DONE, null, changes(kind, "emptied", records)));
      all += Math.max(some, 0);
    } while (some == AT_A_TIME);
    if (some >= 0) {
      purging.done(
          kind, before, all, row(caller, kind, Outcome.DONE, null, changes(kind, "purged", all)));
      LOG.info("Purged {} records of kind {}", all, kind);
    }
  }

  private static List<Change> changes(String kind, String field, long records) {
    return List.of(new Change("retention", kind, field, null, Long.toString(records)));
  }

  private static AuditEvent row(
      Caller caller, String kind, Outcome outcome, String error, List<Change> changes) {
    return new AuditEvent(
        caller,
        "privacy",
        "privacy.purge",
        "retention:" + kind,
        null,
        outcome,
        error,
        true,
        changes,
        null);
  }
}
