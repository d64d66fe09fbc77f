package com.heyi.mall;

/** Where a return is. What leads from one to the next says {@link ReturnStep}. */
public enum ReturnStatus {
  /** Waits for somebody to decide about it. */
  REQUESTED,
  /** The goods may be sent back. */
  APPROVED,
  REFUSED,
  WITHDRAWN,
  /** The goods have arrived. */
  RECEIVED,
  /** It is settled what of them is taken back. */
  INSPECTED,
  /** The points have gone back to where they came from. */
  REFUNDED
}
