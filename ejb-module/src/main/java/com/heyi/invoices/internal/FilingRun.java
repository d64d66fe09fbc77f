package com.heyi.invoices.internal;

import com.heyi.shared.time.Timers;
import com.heyi.shared.work.HandOver;
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
  private static final Logger LOG = LoggerFactory.getLogger(FilingRun.class);

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
   * @return how many invoices were handed to it, taken or not
   */
  static int all(Supplier<HandOver.Step> filing) {
    return HandOver.all("invoices", LOG, filing);
  }
}
