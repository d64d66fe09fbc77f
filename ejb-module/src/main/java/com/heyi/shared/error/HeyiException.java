package com.heyi.shared.error;

import jakarta.ejb.ApplicationException;
import java.util.Arrays;
import java.util.List;

/**
 * The root of every error that a caller can do something about. Rolls the transaction back. The
 * edges turn it into a problem document, a SOAP fault or a message on the page.
 */
@ApplicationException(rollback = true)
public class HeyiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ErrorCode error;
  private final transient List<Object> args;
  private final transient List<FieldError> fields;

  /**
   * @param error the stable code
   * @param args arguments for the code's message, in order; no personal data beyond what the caller
   *     already sent or may see
   */
  public HeyiException(ErrorCode error, Object... args) {
    this(error, told(args), List.of(), null);
  }

  public HeyiException(
      ErrorCode error, List<Object> args, List<FieldError> fields, Throwable cause) {
    super(error.code(), cause);
    this.error = error;
    this.args = List.copyOf(args);
    this.fields = List.copyOf(fields);
  }

  /** What the caller left out is told as nothing. */
  private static List<Object> told(Object... args) {
    return Arrays.stream(args).map(arg -> arg == null ? "" : arg).toList();
  }

  /** An error of single fields. */
  public static HeyiException ofFields(ErrorCode error, List<FieldError> fields) {
    return new HeyiException(error, List.of(), fields, null);
  }

  public ErrorCode error() {
    return error;
  }

  public String code() {
    return error.code();
  }

  public List<Object> args() {
    return args;
  }

  public List<FieldError> fields() {
    return fields;
  }
}
