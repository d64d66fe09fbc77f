package com.heyi.imports.internal;

import com.heyi.imports.UploadStore;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;

/**
 * Reads the file slice by slice. The place to go on from is kept with the run, in the transaction
 * that loads a slice, and not in the batch repository, which is another database.
 */
@Dependent
@Named
public class ImportReader extends AbstractItemReader {
  private static final int SLICE = 500;

  @Inject private JobContext context;
  @Inject private ImportWork work;
  @Inject private ImportHandlers handlers;
  @Inject private UploadStore uploads;

  @Override
  public void open(Serializable checkpoint) throws Exception {
    try {
      job().open(work, handlers, uploads);
    } catch (Exception e) {
      work.fail(job().runId(), job().token(), e);
      throw e;
    }
  }

  @Override
  public Object readItem() {
    try {
      return job().next(SLICE);
    } catch (RuntimeException e) {
      work.fail(job().runId(), job().token(), e);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    job().close();
  }

  private ImportJob job() {
    return (ImportJob) context.getTransientUserData();
  }
}
