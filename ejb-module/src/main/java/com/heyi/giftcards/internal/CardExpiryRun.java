package com.heyi.giftcards.internal;

import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.time.Timers;
import com.heyi.shared.value.Money;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes off, every night, what is left on cards whose last day is over, each in a transaction of
 * its own. Until then such money is in the books, but nothing can be paid with it.
 */
@Singleton
public class CardExpiryRun {
  private static final Logger LOG = LoggerFactory.getLogger(CardExpiryRun.class);
  private static final int AT_A_TIME = 500;

  @Inject private Cards cards;
  @Inject private AuditSink audit;
  @Resource private SessionContext context;

  @Schedule(
      hour = "0",
      minute = "40",
      timezone = "Asia/Shanghai",
      persistent = false,
      info = "write off expired gift cards")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void run() {
    Timers.safely(
        "write off expired gift cards",
        LOG,
        () ->
            CallContext.runAs(
                Caller.system(UUID.randomUUID().toString()),
                () -> all(context.getBusinessObject(CardExpiryRun.class))));
  }

  /** One card that cannot be written off does not keep the others. */
  private static void all(CardExpiryRun own) {
    Set<UUID> stuck = new HashSet<>();
    List<UUID> due = own.due(AT_A_TIME);
    while (!due.isEmpty()) {
      for (UUID card : due) {
        if (!Timers.safely("write off gift card " + card, LOG, () -> own.expire(card))) {
          stuck.add(card);
        }
      }
      due =
          own.due(AT_A_TIME + stuck.size()).stream().filter(card -> !stuck.contains(card)).toList();
    }
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<UUID> due(int most) {
    return cards.due(most);
  }

  /** Writes off one, once. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void expire(UUID card) {
    cards.expire(card).ifPresent(rest -> record(card, rest));
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
