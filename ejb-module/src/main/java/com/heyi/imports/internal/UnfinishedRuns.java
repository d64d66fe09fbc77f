package com.heyi.imports.internal;

import com.heyi.shared.time.Timers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with the runs that a crash or a stop of the server has cut off, and fills a new demo
 * installation. The batch runtime loses jobs, without a word, that are handed to it while the
 * application is still starting; therefore it looks again for a while, and starts anew what was
 * found idle twice.
 */
@Startup
@Singleton
public class UnfinishedRuns {
  private static final Logger LOG = LoggerFactory.getLogger(UnfinishedRuns.class);
  private static final long SOON_MILLIS = 2000;
  private static final long PAUSE_MILLIS = 10_000;
  private static final int LOOKS = 12;

  @Resource private TimerService timers;
  @Resource private SessionContext context;
  @Inject private ImportRuns runs;
  @Inject private ImportStarter starter;
  @Inject private DemoData demoData;
  private Set<UUID> idleBefore = Set.of();
  private int looks;

  @PostConstruct
  void goOnSoon() {
    lookAfter(SOON_MILLIS);
  }

  @Timeout
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void goOn() {
    Timers.safely(
        "go on with unfinished imports",
        LOG,
        () -> context.getBusinessObject(UnfinishedRuns.class).look());
    Timers.safely("look for unfinished imports again", LOG, this::lookAgain);
  }

  /** Looks once, in a transaction of its own: when it fails, there is still a next look. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void look() {
    boolean first = looks++ == 0;
    Set<UUID> idle = new LinkedHashSet<>(runs.active());
    idle.removeAll(running());
    for (UUID run : idle) {
      if (first || idleBefore.contains(run)) {
        LOG.info("Going on with import {}", run);
        starter.startAfterCommit(run);
      }
    }
    if (first) {
      demoData.queueOnce();
    }
    idleBefore = first ? Set.of() : idle;
  }

  private void lookAgain() {
    if (looks < LOOKS) {
      lookAfter(PAUSE_MILLIS);
    }
  }

  private void lookAfter(long millis) {
    timers.createSingleActionTimer(millis, new TimerConfig("unfinished imports", false));
  }

  /** The runs whose jobs this server is working on. */
  private static Set<UUID> running() {
    JobOperator jobs = BatchRuntime.getJobOperator();
    try {
      return jobs.getRunningExecutions(JobLauncher.JOB).stream()
          .map(id -> jobs.getParameters(id).getProperty(ImportJobListener.RUN_ID))
          .map(UUID::fromString)
          .collect(Collectors.toSet());
    } catch (NoSuchJobException e) {
      LOG.debug("No import has run here yet", e);
      return Set.of();
    }
  }
}
