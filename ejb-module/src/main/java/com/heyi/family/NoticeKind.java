package com.heyi.family;

/** What guardians are told. */
public enum NoticeKind {
  /** A payment of the child was declined, for whatever reason. */
  PAYMENT_DECLINED,
  /** An allowance could not be paid. */
  ALLOWANCE_FAILED,
  /** The child is eighteen; guardianship has ended. */
  CAME_OF_AGE
}
