package com.heyi.shared.facade;

/** The way by which a call came in. */
public enum Channel {
  PAGE,
  REST,
  SOAP,
  /** A job started by a person, running after his request has ended. */
  JOB,
  /** The system itself, on a schedule. */
  SYSTEM
}
