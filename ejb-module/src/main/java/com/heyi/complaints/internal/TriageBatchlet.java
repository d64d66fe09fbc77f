package com.heyi.complaints.internal;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The batch job of a training. */
@Dependent
@Named
public class TriageBatchlet extends AbstractBatchlet {
  static final String RUN_ID = "runId";

  @Inject private JobContext context;
  @Inject private TriageWork work;
  @Inject private Clock clock;

  private final JobInSteps steps = new JobInSteps();

  @Override
  public String process() {
    Instant begun = clock.instant();
    UUID run =
        UUID.fromString(
            BatchRuntime.getJobOperator()
                .getParameters(context.getExecutionId())
                .getProperty(RUN_ID));
    return steps.doAll("Training", run, work::begin, work::next, id -> work.fail(id, begun));
  }

  @Override
  public void stop() {
    steps.stop();
  }
}
