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

/** The batch job of a triage of many cases. */
@Dependent
@Named
public class TriageCasesBatchlet extends AbstractBatchlet {
  @Inject private JobContext context;
  @Inject private TriageCasesWork work;
  @Inject private Clock clock;

  private final JobInSteps steps = new JobInSteps();

  @Override
  public String process() {
    Instant begun = clock.instant();
    UUID batch =
        UUID.fromString(
            BatchRuntime.getJobOperator()
                .getParameters(context.getExecutionId())
                .getProperty(TriageBatchlet.RUN_ID));
    return steps.doAll("Triage batch", batch, work::begin, work::next, id -> work.fail(id, begun));
  }

  @Override
  public void stop() {
    steps.stop();
  }
}
