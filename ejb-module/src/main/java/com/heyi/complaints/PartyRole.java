package com.heyi.complaints;

/** As what somebody speaks for the complainant. */
public enum PartyRole {
  /** Somebody who was given power to. */
  AGENT,
  /** The complainant has died. */
  HEIR,
  /** One of those who speak for a group, of whom there are five at most. */
  REPRESENTATIVE
}
