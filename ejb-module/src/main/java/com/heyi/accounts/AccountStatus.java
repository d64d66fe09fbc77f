package com.heyi.accounts;

/** Whether an account can be used. */
public enum AccountStatus {
  OPEN,
  FROZEN,
  CLOSED
}
