package com.heyi.relationship;

import java.util.Locale;

/** Account names as people sign in with them, which is in small letters however they are typed. */
final class AccountName {
  private AccountName() {}

  /** The name as it is kept; null stays null. */
  static String of(String typed) {
    return typed == null ? null : typed.strip().toLowerCase(Locale.ROOT);
  }
}
