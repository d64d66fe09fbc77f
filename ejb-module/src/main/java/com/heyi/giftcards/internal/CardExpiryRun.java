package com.heyi.giftcards.internal;

import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.time.Timers;
import com.heyi.shared.value.Money;
import com.heyi.shared.work.Sweep;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes off, every night, what is left on cards whose last day is over, each in a transaction of
 * its own. Until then such money is in the books, but nothing can be paid with it.
 */
@Singleton
@Startup
public class CardExpiryRun {
  private static final Logger LOG = LoggerFactory.getLogger(CardExpiryRun.class);
  private static final String WHAT = "write off expired gift cards";

  @Inject private Cards cards;
  @Inject private AuditSink audit;
  @Inject private Clock clock;
  @Resource private TimerService timers;
  @Resource private SessionContext context;

  @PostConstruct
  void start() {
    Timers.everyDay(timers, clock, LocalTime.of(0, 40), WHAT);
  }

  @Timeout
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely(
        WHAT,
        LOG,
        () -> {
          CardExpiryRun own = context.getBusinessObject(CardExpiryRun.class);
          CallContext.runAs(Caller.system(), () -> Sweep.over(WHAT, LOG, own::due, own::expire));
        });
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<UUID> due(int most) {
    return cards.due(most);
  }

  /**
   * Writes off one, once.
   *
   * @return 1, as it is not due any more
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int expire(UUID card) {
    cards.expire(card).ifPresent(rest -> record(card, rest));
    return 1;
  }

  private void record(UUID card, Money rest) {
    audit.record(
        new AuditEvent(
            CallContext.current(),
            "giftcards",
            "gift-card.expire",
            "gift-card:" + card,
            null,
            AuditEvent.Outcome.DONE,
            null,
            true,
            List.of(
                new Change(
                    "gift-card",
                    card.toString(),
                    "balance",
                    rest.amount().toPlainString(),
                    "0.00")),
            null));
  }
}
