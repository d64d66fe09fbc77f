package com.heyi.shared.value;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash that Heyi uses. */
public final class Sha256 {
  private Sha256() {}

  /** A digest that has taken in nothing yet. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
