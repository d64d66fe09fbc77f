package com.heyi.shared.error;

import java.util.List;

/**
 * One field that is not acceptable.
 *
 * @param field path of the field in the command, e.g. {@code lines[0].quantity}
 * @param code stable code of what is wrong, also the message key
 * @param args arguments for the message
 */
public record FieldError(String field, String code, List<Object> args) {
  public FieldError {
    args = List.copyOf(args);
  }

  public static FieldError of(String field, String code, Object... args) {
    return new FieldError(field, code, List.of(args));
  }
}
