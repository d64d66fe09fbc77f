package com.heyi.menu.internal;

import com.heyi.shared.time.Timers;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the trends once a day. It looks every hour whether it is time, so that a day that was
 * missed is made up for, and the first customers of a new bank do not wait for the night.
 */
@Singleton
public class TrendRun {
  private static final Logger LOG = LoggerFactory.getLogger(TrendRun.class);

  @Inject private Trends trends;
  @Resource private SessionContext context;

  @Schedule(hour = "*", minute = "50", persistent = false, info = "count what customers use")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely(
        "count what customers use",
        LOG,
        () -> context.getBusinessObject(TrendRun.class).countWhenDue());
  }

  /** Counts them, if it is time. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void countWhenDue() {
    if (trends.due()) {
      LOG.info("Counted what customers use: {} rows", trends.count());
    }
  }
}
