package com.heyi.accounts;

/** Whether the bank knows who a customer is. */
public enum IdentityStatus {
  /** Known by the resident ID that he showed. */
  VERIFIED,
  /** Taken over from an old app without a resident ID. */
  UNVERIFIED,
  /** Who he was has been erased; ledger and orders know him by his id alone. */
  ERASED
}
