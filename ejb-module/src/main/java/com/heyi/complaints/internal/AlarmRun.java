package com.heyi.complaints.internal;

import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
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
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Raises the alarms that are due, each in a transaction of its own; one keeps not the others. */
@Singleton
public class AlarmRun {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmRun.class);
  private static final String WHAT = "raise alarms before deadlines of complaints";

  @Inject private Alarms alarms;
  @Inject private AuditSink audit;
  @Resource private SessionContext context;

  @Schedule(hour = "*", minute = "*/10", persistent = false, info = WHAT)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely(
        WHAT,
        LOG,
        () -> {
          AlarmRun own = context.getBusinessObject(AlarmRun.class);
          CallContext.runAs(Caller.system(), () -> Sweep.over(WHAT, LOG, own::due, own::raise));
        });
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<Alarms.Due> due(int most) {
    return alarms.due(most);
  }

  /**
   * Raises one, and leaves a row in the trail.
   *
   * @return how many were raised; none when somebody else was quicker
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int raise(Alarms.Due due) {
    Optional<UUID> complaint = alarms.raise(due);
    complaint.ifPresent(
        id ->
            audit.record(
                AuditEvent.done(
                    CallContext.current(),
                    "complaints",
                    "complaint.alarm",
                    "complaint:" + id,
                    List.of())));
    return complaint.isPresent() ? 1 : 0;
  }
}
