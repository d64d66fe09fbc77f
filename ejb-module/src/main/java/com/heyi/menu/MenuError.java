package com.heyi.menu;

import com.heyi.shared.error.ErrorCode;

/** What the menu refuses. */
public enum MenuError implements ErrorCode {
  /** There is no such function. Argument: its code. */
  FUNCTION_UNKNOWN("menu.function-unknown", Kind.RULE),
  /** There is such a function already. Argument: its code. */
  FUNCTION_DUPLICATE("menu.function-duplicate", Kind.CONFLICT),
  /** Apps have no such function. Argument: its code. */
  AREA_UNKNOWN("menu.area-unknown", Kind.RULE),
  /** A use was reported before as another one. Argument: its id. */
  USE_ANOTHER("menu.use-another", Kind.RULE),
  /** A use is too old to be told from one reported before. Arguments: its id, days. */
  USE_TOO_OLD("menu.use-too-old", Kind.RULE),
  /** A use lies in the future. Argument: its id. */
  USE_AHEAD("menu.use-ahead", Kind.RULE),
  /** A step belongs to a journey. Argument: id of the use. */
  STEP_ALONE("menu.step-alone", Kind.RULE),
  /** A function cannot be pinned and hidden. Argument: its code. */
  PINNED_AND_HIDDEN("menu.pinned-and-hidden", Kind.RULE),
  /** The offer of help has ended. Argument: its status. */
  HELP_ENDED("menu.help-ended", Kind.CONFLICT),
  /** The first day lies after the last, or they are too far apart. Argument: most days. */
  DAYS("menu.days", Kind.RULE);

  private final String code;
  private final Kind kind;

  MenuError(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
