package com.heyi.imports.internal;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Properties;
import java.util.UUID;

/**
 * Hands a run to the batch runtime. On a thread of its own, because the batch runtime finds its
 * artefacts through the component's naming context, which a thread that is just completing a
 * transaction no longer has.
 */
@Singleton
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobLauncher {
  /** The one job that loads files. */
  static final String JOB = "import";

  @Inject private ImportWork work;

  /** Starts the job; a run whose job cannot be started has failed. */
  @Asynchronous
  public void launch(UUID runId) {
    Properties parameters = new Properties();
    parameters.setProperty(ImportJobListener.RUN_ID, runId.toString());
    try {
      BatchRuntime.getJobOperator().start(JOB, parameters);
    } catch (RuntimeException e) {
      work.failToStart(runId, e);
    }
  }
}
