package com.heyi.shared.facade;

import java.util.Objects;

/**
 * One value of one record before and after, as far as the audit trail may know it: personal values
 * come in masked.
 *
 * @param thing kind of record, the word that targets use, such as {@code customer}
 * @param id id of the record as text
 * @param field name of the field as in the API, or {@code *} for the record as a whole
 * @param before the value before, or null when there was none
 * @param after the value after, or null when there is none any more
 */
public record Change(String thing, String id, String field, String before, String after) {
  public Change {
    Objects.requireNonNull(thing, "thing");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(field, "field");
  }
}
