package com.heyi.shared.value;

import java.util.Locale;

/** How the names of accounts are kept and compared: the identity provider knows no capitals. */
public final class AccountName {
  private AccountName() {}

  /** The name as it is kept; null stays null. */
  public static String of(String typed) {
    return typed == null ? null : typed.strip().toLowerCase(Locale.ROOT);
  }

  /** The same; null where nothing was typed. */
  public static String orNone(String typed) {
    return typed == null || typed.isBlank() ? null : of(typed);
  }
}
