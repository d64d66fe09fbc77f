package com.heyi.complaints.reports;

/** What a report has its rows by. */
public enum ReportBy {
  BRANCH,
  PRODUCT,
  /** Facet A of JR/T 0169. */
  CHANNEL,
  /** The level that the case has reached. */
  LEVEL,
  /** Facet C of JR/T 0169. */
  CAUSE,
  /** Facet B of JR/T 0169. */
  BUSINESS,
  /** The month of receipt, such as {@code 2026-03}. */
  MONTH
}
