package com.heyi.complaints;

/** Where a complaint stands. {@link ComplaintStep} says what leads from one to the next. */
public enum ComplaintStatus {
  /** Taken down; nobody is in charge yet. */
  RECORDED,
  /** A handler is in charge. */
  ACCEPTED,
  /** What happened, why, and who is responsible is known. */
  ANALYSED,
  /** It is decided what the bank does, and done. */
  HANDLED,
  /** The complainant has his answer. */
  FED_BACK,
  /** Over, with its root cause recorded. */
  CLOSED,
  /** Taken back by the complainant. */
  WITHDRAWN,
  /** The bank waits for something that the complainant must bring. */
  WAITING,
  /** It was a suggestion or praise, recorded as a complaint by mistake; in no figure. */
  TURNED;

  /** Whether there is still something to do. */
  public boolean isOpen() {
    return this != CLOSED && this != WITHDRAWN && this != TURNED;
  }

  /** Whether the complainant waits for an answer, so that a clock runs. */
  public boolean owesAnswer() {
    return isOpen() && this != FED_BACK;
  }
}
