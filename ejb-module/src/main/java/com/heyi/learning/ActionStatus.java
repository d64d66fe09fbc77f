package com.heyi.learning;

/** Where a corrective action stands. {@link ActionStep} says what leads from one to the next. */
public enum ActionStatus {
  /** To be done by its day. */
  OPEN,
  /** Done, with evidence; whether it helped is not known yet. */
  DONE,
  /** It helped, by the figures. */
  EFFECTIVE,
  /** Given up. */
  DROPPED
}
