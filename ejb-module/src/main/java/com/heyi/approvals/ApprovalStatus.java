package com.heyi.approvals;

/** Where a request stands. All but the first are ends. */
public enum ApprovalStatus {
  /** Waits for a second person. */
  PENDING,
  /** Approved and carried out. */
  APPROVED,
  /** A second person said no, and why. */
  REJECTED,
  /** Taken back by its maker. */
  WITHDRAWN,
  /** Nobody decided in time. */
  EXPIRED,
  /** What it would change has changed since, so that it would no longer do what was shown. */
  MOVED,
  /** Its maker may no longer do what he asked for. */
  REFUSED,
  /** The person it was about was erased. */
  ERASED
}
