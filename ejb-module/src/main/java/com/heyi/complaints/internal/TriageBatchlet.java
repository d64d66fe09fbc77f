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

/** The batch job of a training. */
@Dependent
@Named
public class TriageBatchlet extends AbstractBatchlet {
  static final String RUN_ID = "runId";
  private static final Logger LOG = LoggerFactory.getLogger(TriageBatchlet.class);

  @Inject private JobContext context;
  @Inject private TriageWork work;

  private volatile boolean stopped;

  @Override
  public String process() {
    UUID run =
        UUID.fromString(
            BatchRuntime.getJobOperator()
                .getParameters(context.getExecutionId())
                .getProperty(RUN_ID));
    try {
      boolean more = true;
      while (more && !stopped) {
        more = work.next(run);
      }
      return "DONE";
    } catch (RuntimeException e) {
      LOG.error("Training {} failed", run, e);
      work.fail(run);
      return "FAILED";
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
