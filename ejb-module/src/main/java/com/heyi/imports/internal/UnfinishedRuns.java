package com.heyi.imports.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with the runs that a crash or a stop of the server has cut off, and fills a new demo
 * installation.
 */
@Startup
@Singleton
public class UnfinishedRuns {
  private static final Logger LOG = LoggerFactory.getLogger(UnfinishedRuns.class);
  private static final long SOON_MILLIS = 2000;

  @Resource private TimerService timers;
  @Inject private ImportRuns runs;
  @Inject private ImportStarter starter;
  @Inject private DemoData demoData;

  @PostConstruct
  void goOnSoon() {
    // By a timer: the batch runtime does not take jobs of an application that is still starting.
    timers.createSingleActionTimer(SOON_MILLIS, new TimerConfig("unfinished imports", false));
  }

  @Timeout
  void goOn() {
    for (UUID run : runs.active()) {
      LOG.info("Going on with import {}", run);
      starter.startAfterCommit(run);
    }
    demoData.queueOnce();
  }
}
