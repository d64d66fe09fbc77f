package com.heyi.shared.facade;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets remembered answers whose time is over, once a night. */
@Singleton
public class IdempotencyPurge {
  private static final Logger LOG = LoggerFactory.getLogger(IdempotencyPurge.class);

  @Inject private IdempotencyStore store;

  @Schedule(hour = "3", minute = "17", persistent = false, info = "forget old idempotent answers")
  void purge() {
    LOG.info("Forgot {} remembered answers", store.purge());
  }
}
