package com.heyi.imports.internal;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Begins and ends the job of one run. */
@Dependent
@Named
public class ImportJobListener extends AbstractJobListener {
  static final String RUN_ID = "runId";

  @Inject private JobContext context;
  @Inject private ImportWork work;

  @Override
  public void beforeJob() {
    JobOperator operator = BatchRuntime.getJobOperator();
    String runId = operator.getParameters(context.getExecutionId()).getProperty(RUN_ID);
    context.setTransientUserData(new ImportJob(UUID.fromString(runId)));
  }

  @Override
  public void afterJob() {
    ImportJob job = (ImportJob) context.getTransientUserData();
    if (context.getBatchStatus() == BatchStatus.FAILED) {
      // No more than a safety net: what fails while reading or loading was recorded there.
      work.fail(job.runId(), job.token(), new IllegalStateException("The batch job failed"));
    } else if (!job.isCutOff()) {
      work.finish(job.runId(), job.token());
    }
  }
}
