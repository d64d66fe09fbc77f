package com.heyi.menu;

/** What came of an offer of help. */
public enum HelpAnswer {
  HANDLED,
  DECLINED
}
