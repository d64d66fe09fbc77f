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
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands trainings to the batch runtime: after the commit that queued them, once more some time
 * after the server has started when one was cut off, and every Sunday night anew. Keeps the index
 * of closed cases fresh, too.
 */
@Singleton
@Startup
@Lock(LockType.READ)
public class TriageJobs {
  private static final Logger LOG = LoggerFactory.getLogger(TriageJobs.class);
  private static final long AFTER_START = Duration.ofSeconds(45).toMillis();
  private static final String GO_ON = "go on with unfinished trainings";
  private static final String LEARN = "learn from closed cases";
  private static final String JOB = "triage";
  private static final String CASES_JOB = "triage-cases";

  @Inject private Triage triage;
  @Inject private TriageRuns runs;
  @Inject private TriageWork work;
  @Inject private TriageBatches batches;
  @Inject private TriageCasesWork casesWork;
  @Inject private Clock clock;
  @Resource private TimerService timers;
  @Resource private SessionContext context;

  @PostConstruct
  void start() {
    timers.createSingleActionTimer(AFTER_START, new TimerConfig(GO_ON, false));
    Timers.byCalendar(
        timers, clock, new ScheduleExpression().dayOfWeek("Sun").hour(2).minute(30), LEARN);
  }

  /** Starts the job, on a thread that is in no transaction's end. */
  @Asynchronous
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void launch(UUID runId) {
    submit(JOB, runId, work::fail);
  }

  /** Starts the job of a batch, on a thread that is in no transaction's end. */
  @Asynchronous
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void launchBatch(UUID batchId) {
    submit(CASES_JOB, batchId, casesWork::fail);
  }

  private static void submit(String job, UUID id, Consumer<UUID> fail) {
    Properties parameters = new Properties();
    parameters.setProperty(TriageBatchlet.RUN_ID, id.toString());
    try {
      BatchRuntime.getJobOperator().start(job, parameters);
    } catch (RuntimeException e) {
      LOG.error("The job {} of {} could not be started", job, id, e);
      fail.accept(id);
    }
  }

  @Timeout
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void work(Timer timer) {
    TriageJobs own = context.getBusinessObject(TriageJobs.class);
    if (LEARN.equals(timer.getInfo())) {
      Timers.safely(LEARN, LOG, own::queueOne);
      return;
    }
    Timers.safely(
        GO_ON,
        LOG,
        () -> {
          runs.active().forEach(own::launch);
          batches.active().forEach(own::launchBatch);
        });
    indexAnew();
  }

  @Schedule(hour = "*", minute = "*/30", persistent = false, info = "index closed cases")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void indexAnew() {
    Timers.safely(
        "index closed cases", LOG, context.getBusinessObject(TriageJobs.class)::indexClosedCases);
  }

  /** Makes the index of closed cases anew. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void indexClosedCases() {
    triage.indexAnew();
  }

  /** Queues a training unless one is under way. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void queueOne() {
    if (runs.active().isEmpty()) {
      runs.queue(Caller.system("triage").user());
    }
  }
}
