package com.heyi.messages.internal;

import com.heyi.messages.MessageChannel;
import com.heyi.shared.time.Timers;
import com.heyi.shared.work.HandOver;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due, every ten seconds unless configured otherwise, a transaction each and a timer
 * for each channel: one that hangs delays no other. A channel that fails again and again, or takes
 * nothing, is left alone until its next run.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SendRun {
  private static final Logger LOG = LoggerFactory.getLogger(SendRun.class);

  @Inject private Sending sending;
  @Resource private TimerService timers;

  @Inject
  @ConfigProperty(name = "heyi.messages.every", defaultValue = "PT10S")
  private Duration every;

  @PostConstruct
  void start() {
    for (MessageChannel channel : MessageChannel.values()) {
      timers.createIntervalTimer(
          every.toMillis(), every.toMillis(), new TimerConfig(channel, false));
    }
  }

  @Timeout
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run(Timer timer) {
    MessageChannel channel = (MessageChannel) timer.getInfo();
    Timers.safely("send messages by " + channel, LOG, () -> all(channel, sending::sendNext));
  }

  /**
   * Sends what is due by a channel, until nothing is or the channel is to be left alone.
   *
   * @return how many messages were handed to it, taken or not
   */
  static int all(MessageChannel channel, Function<MessageChannel, HandOver.Step> sending) {
    return HandOver.all("messages by " + channel, LOG, () -> sending.apply(channel));
  }
}
