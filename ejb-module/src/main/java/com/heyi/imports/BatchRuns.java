package com.heyi.imports;

import com.heyi.shared.error.HeyiException;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * Runs another module's batch through the one job that can be watched, stopped, resumed and killed
 * without harm, inside that module's transaction. It checks no role and leaves no audit row for the
 * start, for the facade that asks does so; therefore the edges may not use it.
 */
public interface BatchRuns {

  /**
   * Queues a run over these records; it begins when the transaction has been committed.
   *
   * @param kind kind of the {@link ImportHandler} that works them off
   * @param name shown to people
   * @param lines lines of a CSV file, its header first; gone through once, and never all in memory
   * @return the run
   * @throws HeyiException {@link ImportError#KIND_UNKNOWN}
   */
  ImportRunView queue(String kind, String name, Iterator<String> lines);

  /**
   * A run as it stands.
   *
   * @throws HeyiException {@link com.heyi.shared.facade.CommonError#NOT_FOUND}
   */
  ImportRunView view(UUID run);

  /** The runs of a kind that a job is at work on or about to be. */
  List<ImportRunView> active(String kind);
}
