package com.heyi.mall.internal;

import com.heyi.shared.time.Timers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps up what helps to choose: words every minute, figures of orders every night. */
@Singleton
@Startup
public class ChoosingRun {
  private static final Logger LOG = LoggerFactory.getLogger(ChoosingRun.class);
  private static final String WORDS = "cut the names of new items into words";
  private static final String FIGURES = "compute best sellers and what is bought together";

  @Inject private ItemSearch search;
  @Inject private SalesFigures figures;
  @Inject private Clock clock;
  @Resource private TimerService timers;
  @Resource private SessionContext context;

  @PostConstruct
  void start() {
    Timers.everyDay(timers, clock, LocalTime.of(1, 30), FIGURES);
  }

  @Schedule(hour = "*", minute = "*", second = "45", persistent = false, info = WORDS)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void words() {
    Timers.safely(
        WORDS,
        LOG,
        () -> {
          ChoosingRun own = context.getBusinessObject(ChoosingRun.class);
          int done = own.catchUp();
          while (done > 0) {
            done = own.catchUp();
          }
        });
  }

  @Timeout
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void night() {
    Timers.safely(FIGURES, LOG, () -> context.getBusinessObject(ChoosingRun.class).compute());
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int catchUp() {
    return search.catchUp();
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public long compute() {
    return figures.compute();
  }
}
