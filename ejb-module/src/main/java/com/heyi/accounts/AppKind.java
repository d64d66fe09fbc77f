package com.heyi.accounts;

/** What customers use an app or channel on. */
public enum AppKind {
  APP,
  MINI_PROGRAM,
  WEB,
  COUNTER,
  PHONE
}
