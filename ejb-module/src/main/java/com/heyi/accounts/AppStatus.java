package com.heyi.accounts;

/** How far an old app is on its way out. */
public enum AppStatus {
  /** In use; takes new identities. */
  ACTIVE,
  /** In use; takes no new identities. */
  FROZEN,
  /** No longer in use. */
  CLOSED
}
