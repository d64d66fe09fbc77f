package com.heyi.complaints.internal;

import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
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

/** Raises the alarms that are due, each in a transaction of its own; one keeps not the others. */
@Singleton
public class AlarmRun {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmRun.class);
  private static final int AT_A_TIME = 500;

  @Inject private Alarms alarms;
  @Inject private AuditSink audit;
  @Resource private SessionContext context;

  @Schedule(
      hour = "*",
      minute = "*/10",
      persistent = false,
      info = "raise alarms before deadlines of complaints")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely(
        "raise alarms before deadlines of complaints",
        LOG,
        () ->
            CallContext.runAs(
                Caller.system(UUID.randomUUID().toString()),
                () -> all(context.getBusinessObject(AlarmRun.class))));
  }

  private static void all(AlarmRun own) {
    for (Alarms.Due due : own.due()) {
      Timers.safely("raise alarm for clock " + due.clockId(), LOG, () -> own.raise(due));
    }
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<Alarms.Due> due() {
    return alarms.due(AT_A_TIME);
  }

  /** Raises one, and leaves a row in the trail. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void raise(Alarms.Due due) {
    alarms
        .raise(due)
        .ifPresent(
            complaint ->
                audit.record(
                    AuditEvent.done(
                        CallContext.current(),
                        "complaints",
                        "complaint.alarm",
                        "complaint:" + complaint,
                        List.of())));
  }
}
