package com.heyi.complaints;

/** What the complainant gets. */
public enum Resolution {
  EXPLANATION,
  NON_MONETARY_RELIEF,
  MONETARY_RELIEF,
  NO_RELIEF,
  /** An outside source closed the case without saying how; never chosen here. */
  NOT_STATED
}
