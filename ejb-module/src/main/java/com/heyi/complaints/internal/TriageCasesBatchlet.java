package com.heyi.complaints.internal;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The batch job of a triage of many cases. */
@Dependent
@Named
public class TriageCasesBatchlet extends AbstractBatchlet {
  private static final Logger LOG = LoggerFactory.getLogger(TriageCasesBatchlet.class);

  @Inject private JobContext context;
  @Inject private TriageCasesWork work;

  private volatile boolean stopped;

  @Override
  public String process() {
    UUID batch =
        UUID.fromString(
            BatchRuntime.getJobOperator()
                .getParameters(context.getExecutionId())
                .getProperty(TriageBatchlet.RUN_ID));
    try {
      boolean more = true;
      while (more && !stopped) {
        more = work.next(batch);
      }
      return "DONE";
    } catch (RuntimeException e) {
      LOG.error("Triage batch {} failed", batch, e);
      work.fail(batch);
      return "FAILED";
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
