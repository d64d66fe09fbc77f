package com.heyi.accounts;

/** Whether the bank knows who a customer is. */
public enum IdentityStatus {
  /** Known by the resident ID that he showed. */
  VERIFIED,
  /** Taken over from an old app without a resident ID. */
  UNVERIFIED
}
