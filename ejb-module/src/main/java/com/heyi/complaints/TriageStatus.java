package com.heyi.complaints;

/** Where a training stands. */
public enum TriageStatus {
  QUEUED,
  RUNNING,
  FINISHED,
  FAILED
}
