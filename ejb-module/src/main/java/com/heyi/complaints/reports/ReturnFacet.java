package com.heyi.complaints.reports;

/** How the regulator's return sorts the cases: the three facets of JR/T 0169-2018. */
public enum ReturnFacet {
  /** All cases of the branch. */
  ALL,
  /** A: the channel by which it came. */
  CHANNEL,
  /** B: the business that it is about. */
  BUSINESS,
  /** C: why it arose. */
  CAUSE
}
