package com.heyi.web.ui;

/**
 * A step of a process, for the tag {@code heyi:steps}.
 *
 * @param label what is done in it
 * @param note who did it and when, or null
 * @param state how far it is
 */
public record Step(String label, String note, State state) {

  /** How far a step is. */
  public enum State {
    DONE,
    CURRENT,
    AHEAD
  }

  /** The style class of the step. */
  public String getStyle() {
    return switch (state) {
      case DONE -> "is-done";
      case CURRENT -> "is-current";
      case AHEAD -> "is-ahead";
    };
  }
}
