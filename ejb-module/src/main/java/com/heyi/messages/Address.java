package com.heyi.messages;

/**
 * Where somebody can be reached at this moment. Never stored and never logged.
 *
 * @param phone telephone number, or null
 * @param email e-mail address, or null
 */
public record Address(String phone, String email) {
  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Address";
  }
}
