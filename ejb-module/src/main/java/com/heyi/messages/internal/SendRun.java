package com.heyi.messages.internal;

import com.heyi.shared.time.Timers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due, every ten seconds unless configured otherwise, a transaction each. */
@Singleton
@Startup
public class SendRun {
  private static final Logger LOG = LoggerFactory.getLogger(SendRun.class);
  private static final int AT_A_TIME = 500;

  @Inject private Sending sending;
  @Resource private TimerService timers;

  @Inject
  @ConfigProperty(name = "heyi.messages.every", defaultValue = "PT10S")
  private Duration every;

  @PostConstruct
  void start() {
    timers.createIntervalTimer(
        every.toMillis(), every.toMillis(), new TimerConfig("send messages", false));
  }

  @Timeout
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely("send messages", LOG, () -> all(sending));
  }

  static int all(Sending sending) {
    int sent = 0;
    while (sent < AT_A_TIME && sending.sendNext()) {
      sent++;
    }
    return sent;
  }
}
