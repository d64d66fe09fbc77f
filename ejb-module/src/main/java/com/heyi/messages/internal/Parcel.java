package com.heyi.messages.internal;

import java.util.Locale;
import java.util.UUID;

/**
 * A message as it leaves the house.
 *
 * @param id by which a repetition is recognised
 * @param to telephone number or e-mail address; null for the app
 * @param wording its words
 * @param language their language
 */
record Parcel(UUID id, String to, Wording wording, Locale language) {
  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Parcel " + id;
  }
}
