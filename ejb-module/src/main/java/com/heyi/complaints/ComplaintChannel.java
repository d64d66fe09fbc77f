package com.heyi.complaints;

/** The way by which a complaint or an answer travels. */
public enum ComplaintChannel {
  COUNTER,
  HOTLINE,
  APP,
  WEB,
  /** Letter, fax or e-mail. */
  LETTER,
  /** The bank called the customer, and he complained. */
  CALLBACK,
  SOCIAL,
  /** Transferred by a supervisor or another authority. */
  REGULATOR
}
