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
 * Hands trainings and triages of many cases to the batch runtime: after the commit that queued
 * them, once more when they were left behind, whichever server had them, and trainings every Sunday
 * night anew. Keeps the index of closed cases fresh, too.
 */
@Singleton
@Startup
@Lock(LockType.READ)
public class TriageJobs {
  private static final Logger LOG = LoggerFactory.getLogger(TriageJobs.class);
  private static final long AFTER_START = Duration.ofSeconds(45).toMillis();
  private static final long PAUSE = Duration.ofSeconds(20).toMillis();
  private static final String TAKE_UP = "take up trainings that were left behind";
  private static final String TAKE_UP_BATCHES = "take up triages that were left behind";
  private static final String INDEX = "index closed cases";
  private static final String LEARN = "learn from closed cases";
  private static final String JOB = "triage";
  private static final String CASES_JOB = "triage-cases";

  @Inject private Triage triage;
  @Inject private TriageRuns runs;
  @Inject private TriageWork work;
  @Inject private TriageCasesWork casesWork;
  @Inject private Clock clock;
  @Resource private TimerService timers;
  @Resource private SessionContext context;

  @PostConstruct
  void start() {
    timers.createSingleActionTimer(AFTER_START, new TimerConfig(INDEX, false));
    timers.createIntervalTimer(AFTER_START, PAUSE, new TimerConfig(TAKE_UP, false));
    Timers.byCalendar(
        timers, clock, new ScheduleExpression().dayOfWeek("Sun").hour(2).minute(30), LEARN);
  }

  /** Starts the job, on a thread that is in no transaction's end. */
  @Asynchronous
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void launch(UUID runId) {
    submit(JOB, runId, id -> work.fail(id, clock.instant()));
  }

  /** Starts the job of a batch, on a thread that is in no transaction's end. */
  @Asynchronous
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void launchBatch(UUID batchId) {
    submit(CASES_JOB, batchId, id -> casesWork.fail(id, clock.instant()));
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
    } else if (INDEX.equals(timer.getInfo())) {
      indexAnew();
    } else {
      Timers.safely(TAKE_UP, LOG, () -> work.takeUp().forEach(own::launch));
      Timers.safely(TAKE_UP_BATCHES, LOG, () -> casesWork.takeUp().forEach(own::launchBatch));
    }
  }

  @Schedule(hour = "*", minute = "*/30", persistent = false, info = INDEX)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void indexAnew() {
    Timers.safely(INDEX, LOG, context.getBusinessObject(TriageJobs.class)::indexClosedCases);
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
