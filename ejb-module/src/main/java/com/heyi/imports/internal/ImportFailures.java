package com.heyi.imports.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.UUID;

/**
 * Marks a run as failed once the transaction of its slice has ended. Not before: that transaction
 * still holds the lock on the run.
 */
@ApplicationScoped
public class ImportFailures {
  @Resource private TransactionSynchronizationRegistry transactions;
  @Inject private ImportWork work;

  void afterRollback(UUID runId, UUID job, Exception trouble) {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Only the end matters.
          }

          @Override
          public void afterCompletion(int status) {
            work.fail(runId, job, trouble);
          }
        });
  }
}
