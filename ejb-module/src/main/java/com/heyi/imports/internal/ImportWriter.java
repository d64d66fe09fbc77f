package com.heyi.imports.internal;

import com.heyi.shared.persistence.Races;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads slices, each in a transaction of its own: the chunk's transaction belongs to the batch
 * runtime, which keeps its checkpoints in another database.
 */
@Dependent
@Named
public class ImportWriter extends AbstractItemWriter {
  private static final Logger LOG = LoggerFactory.getLogger(ImportWriter.class);
  private static final int ATTEMPTS = 5;

  @Inject private JobContext context;
  @Inject private ImportWork work;

  @Override
  public void writeItems(List<Object> slices) throws Exception {
    ImportJob job = (ImportJob) context.getTransientUserData();
    try {
      for (Object slice : slices) {
        if (!job.isCutOff() && !load(job, (CsvGroups.Slice) slice)) {
          job.cutOff();
        }
      }
    } catch (Exception e) {
      work.fail(job.runId(), job.token(), e);
      throw e;
    }
  }

  /** Loads a slice; again when it lost a race for a row with somebody at a desk. */
  private boolean load(ImportJob job, CsvGroups.Slice slice) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.load(job.runId(), job.token(), slice, job.caller());
      } catch (Exception e) {
        if (attempt == ATTEMPTS || !Races.lost(e)) {
          throw e;
        }
        LOG.info("Import {} lost a race for a row and loads the slice again", job.runId());
      }
    }
  }
}
