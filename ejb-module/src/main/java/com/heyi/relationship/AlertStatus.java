package com.heyi.relationship;

/** What has become of an alert. */
public enum AlertStatus {
  /** Nobody has looked at it. */
  OPEN,
  /** Somebody has looked at it. */
  SEEN,
  /** Somebody has done what was to be done, and said what. */
  HANDLED
}
