package com.heyi.accounts;

/** How it stands with a document that is needed. */
public enum DocumentState {
  HELD,
  MISSING,
  EXPIRED
}
