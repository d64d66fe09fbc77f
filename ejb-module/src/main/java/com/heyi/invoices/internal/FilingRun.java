package com.heyi.invoices.internal;

import com.heyi.shared.time.Timers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over what is due, every ten seconds unless configured otherwise, a transaction each. An
 * endpoint that fails again and again, or takes nothing, is left alone until the next run.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class FilingRun {
  static final int FAILURES_IN_A_ROW = 5;
  private static final Logger LOG = LoggerFactory.getLogger(FilingRun.class);
  private static final int AT_A_TIME = 500;

  @Inject private Filing filing;
  @Resource private TimerService timers;

  @Inject
  @ConfigProperty(name = "heyi.invoices.every", defaultValue = "PT10S")
  private Duration every;

  @PostConstruct
  void start() {
    timers.createIntervalTimer(
        every.toMillis(), every.toMillis(), new TimerConfig("invoices", false));
  }

  @Timeout
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely("hand invoices over", LOG, () -> all(filing::next));
  }

  /**
   * Hands over what is due, until nothing is or the endpoint is to be left alone.
   *
   * @return how many invoices the authority answered for
   */
  static int all(Supplier<Filing.Step> filing) {
    int answered = 0;
    int failures = 0;
    int seen = 0;
    Filing.Step step = Filing.Step.WAITS;
    while (step != Filing.Step.NONE
        && step != Filing.Step.CLOSED
        && failures < FAILURES_IN_A_ROW
        && seen < AT_A_TIME) {
      step = filing.get();
      seen++;
      if (step == Filing.Step.ANSWERED) {
        failures = 0;
        answered++;
      } else if (step == Filing.Step.FAILS || step == Filing.Step.CLOSED) {
        failures++;
      }
    }
    if (failures > 0) {
      LOG.warn("{} invoices in a row were not taken, last: {}", failures, step);
    }
    return answered;
  }
}
