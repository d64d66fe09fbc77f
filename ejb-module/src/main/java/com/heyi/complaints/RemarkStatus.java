package com.heyi.complaints;

/** Where a remark stands. {@link RemarkStep} says what leads from one to the next. */
public enum RemarkStatus {
  RECORDED,
  /** The department whose it is has it. */
  PASSED_ON,
  /** He was answered, or thanked. */
  ANSWERED,
  CLOSED,
  /** It is a complaint, and goes on as such. */
  TURNED
}
