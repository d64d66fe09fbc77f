package com.heyi.imports;

/** Where a run of an import stands. */
public enum ImportStatus {
  QUEUED,
  RUNNING,
  /** Every row of the file is loaded, found unchanged or rejected. */
  FINISHED,
  /** It stopped on trouble; what was loaded stays, and it can be resumed. */
  FAILED,
  /** A person stopped it; it can be resumed. */
  STOPPED;

  /** Whether a job is at work on it or about to be. */
  public boolean isActive() {
    return this == QUEUED || this == RUNNING;
  }
}
