package com.heyi.complaints;

/** What product and issue of a case may tell of it. */
public enum TriageHint {
  /** Why it arose. */
  CAUSE,
  /** How involved it will be. */
  SEVERITY,
  /** What complainants mostly got. */
  RESOLUTION
}
