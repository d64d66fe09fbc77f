package com.heyi.privacy;

import com.heyi.shared.error.ErrorCode;

/** What the privacy module refuses. */
public enum PrivacyError implements ErrorCode {
  /**
   * The customer cannot be erased now. Arguments: what stands against it, in the caller's language;
   * the first day on which no period runs any more, or a dash.
   */
  ERASURE_HINDERED("erasure.hindered", Kind.RULE),
  /** There is no such kind of record. Argument: what was given. */
  KIND_UNKNOWN("retention.kind-unknown", Kind.NOT_FOUND),
  /** Shorter than the law allows. Arguments: days wanted, days at least. */
  BELOW_MINIMUM("retention.below-minimum", Kind.RULE),
  /** These records are kept for ever or purged by another system. */
  NOT_CHANGEABLE("retention.not-changeable", Kind.RULE);

  private final String code;
  private final Kind kind;

  PrivacyError(String code, Kind kind) {
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
