package com.heyi.complaints.internal;

import java.util.Locale;

/** How the names of accounts are kept and compared: the identity provider knows no capitals. */
final class AccountName {
  private AccountName() {}

  static String of(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }
}
