package com.heyi.launcher;

import java.util.List;

/**
 * Something that the person at the keyboard can mend. The message is one line that says what is
 * wrong and what to do; it is all that is shown.
 */
public final class LauncherException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> details;

  /**
   * @param message one line, without a stop at its end
   */
  public LauncherException(String message) {
    this(message, List.of());
  }

  /**
   * @param message one line, without a stop at its end
   * @param details lines to show below it, such as the end of a log
   */
  public LauncherException(String message, List<String> details) {
    super(message);
    this.details = List.copyOf(details);
  }

  /**
   * @param message one line, without a stop at its end
   * @param cause what was caught
   */
  public LauncherException(String message, Throwable cause) {
    super(message, cause);
    this.details = List.of();
  }

  /** Lines to show below the message; often none. */
  public List<String> details() {
    return details;
  }
}
