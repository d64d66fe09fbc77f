package com.heyi.imports.internal;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * Loads slices, each in a transaction of its own: the chunk's transaction belongs to the batch
 * runtime, which keeps its checkpoints in another database.
 */
@Dependent
@Named
public class ImportWriter extends AbstractItemWriter {
  @Inject private JobContext context;
  @Inject private ImportWork work;

  @Override
  public void writeItems(List<Object> slices) throws Exception {
    ImportJob job = (ImportJob) context.getTransientUserData();
    try {
      for (Object slice : slices) {
        if (!job.isCutOff()
            && !work.load(job.runId(), job.token(), (CsvGroups.Slice) slice, job.caller())) {
          job.cutOff();
        }
      }
    } catch (Exception e) {
      work.fail(job.runId(), job.token(), e);
      throw e;
    }
  }
}
