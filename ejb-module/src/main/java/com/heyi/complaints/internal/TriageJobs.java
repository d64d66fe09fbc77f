package com.heyi.complaints.internal;

import com.heyi.shared.facade.Caller;
import com.heyi.shared.time.Timers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands trainings to the batch runtime: after the commit that queued them, once more some time
 * after the server has started when one was cut off, and every Sunday night anew.
 */
@Singleton
@Startup
@Lock(LockType.READ)
public class TriageJobs {
  private static final Logger LOG = LoggerFactory.getLogger(TriageJobs.class);
  private static final long AFTER_START = Duration.ofSeconds(45).toMillis();
  private static final String JOB = "triage";

  @Inject private TriageRuns runs;
  @Inject private TriageWork work;
  @Resource private TimerService timers;
  @Resource private SessionContext context;

  @PostConstruct
  void start() {
    timers.createSingleActionTimer(AFTER_START, new TimerConfig("unfinished trainings", false));
  }

  /** Starts the job, on a thread that is in no transaction's end. */
  @Asynchronous
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void launch(UUID runId) {
    Properties parameters = new Properties();
    parameters.setProperty(TriageBatchlet.RUN_ID, runId.toString());
    try {
      BatchRuntime.getJobOperator().start(JOB, parameters);
    } catch (RuntimeException e) {
      LOG.error("Training {} could not be started", runId, e);
      work.fail(runId);
    }
  }

  @Timeout
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void goOn() {
    Timers.safely(
        "go on with unfinished trainings",
        LOG,
        () -> runs.active().forEach(context.getBusinessObject(TriageJobs.class)::launch));
  }

  @Schedule(
      dayOfWeek = "Sun",
      hour = "2",
      minute = "30",
      timezone = "Asia/Shanghai",
      persistent = false,
      info = "learn from closed cases")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void learnAnew() {
    Timers.safely(
        "learn from closed cases", LOG, context.getBusinessObject(TriageJobs.class)::queueOne);
  }

  /** Queues a training unless one is under way. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void queueOne() {
    if (runs.active().isEmpty()) {
      runs.queue(Caller.system("triage").user());
    }
  }
}
