package com.heyi.complaints;

/** What makes a complaint grave, whatever it is about. */
public enum GraveSign {
  /** Somebody may harm himself. */
  LIFE,
  /** A crime against the customer. */
  FRAUD,
  /** Courts, lawyers or the supervisor are named. */
  REGULATOR,
  /** The press is named. */
  PRESS,
  /** Somebody who needs particular care. */
  VULNERABLE,
  /** Personal data got into wrong hands. */
  DATA
}
