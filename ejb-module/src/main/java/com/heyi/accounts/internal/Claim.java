package com.heyi.accounts.internal;

import java.time.LocalDate;

/**
 * What a record says of a person; null where it does not say.
 *
 * @param residentId his resident ID
 * @param name his name
 * @param phone E.164
 * @param birthDate date of birth
 * @param address postal address
 */
record Claim(String residentId, String name, String phone, LocalDate birthDate, String address) {

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Claim";
  }
}
