package com.heyi.audit;

/**
 * A personal value in full. It is for the eyes of whoever asked, once: never to be stored or
 * logged.
 *
 * @param field the field
 * @param value its value, or null when it had none
 */
public record RevealedValue(String field, String value) {
  /** Without the value, so that it reaches no log by mistake. */
  @Override
  public String toString() {
    return "RevealedValue[" + field + "]";
  }
}
