package com.heyi.complaints;

import com.heyi.shared.error.ErrorCode;

/** What the complaints desk refuses. */
public enum ComplaintError implements ErrorCode {
  /** The step is not possible now. Arguments: step, status, the steps that are possible. */
  WRONG_STEP("complaint.wrong-step", Kind.RULE),
  /** Somebody else is in charge. Argument: his name. */
  NOT_IN_CHARGE("complaint.not-in-charge", Kind.FORBIDDEN),
  /** Neither a customer nor a contact is given, so nobody could be answered. */
  NO_CONTACT("complaint.no-contact", Kind.INVALID),
  /** It was received later than now. */
  RECEIVED_LATER("complaint.received-later", Kind.INVALID),
  /** There is no such customer. Argument: what was given. */
  CUSTOMER_UNKNOWN("complaint.customer-unknown", Kind.RULE),
  /** The outside number is recorded already. Arguments: body, its number, our number. */
  EXTERNAL_DUPLICATE("complaint.external-duplicate", Kind.CONFLICT),
  /** A body's name without its number, or the other way round. */
  EXTERNAL_INCOMPLETE("complaint.external-incomplete", Kind.INVALID),
  /** The rules give no further days for this case. */
  NO_EXTENSION("complaint.no-extension", Kind.RULE),
  /** The further days are granted already. Argument: the last day now. */
  EXTENDED_ALREADY("complaint.extended-already", Kind.RULE),
  /** The deadline has passed: it can't be extended any more. Argument: the last day. */
  EXTENDED_LATE("complaint.extended-late", Kind.RULE),
  /** A customer is not erased while complaints are open. Argument: how many. */
  ERASURE_OPEN_COMPLAINTS("erasure.open-complaints", Kind.RULE),
  /** Nor while the law wants his last complaint kept. Argument: the first day it may go. */
  ERASURE_COMPLAINTS_TOO_YOUNG("erasure.complaints-too-young", Kind.RULE),
  /** This way of resolving is only for cases closed elsewhere. */
  RESOLUTION_NOT_STATED("complaint.resolution-not-stated", Kind.INVALID);

  private final String code;
  private final Kind kind;

  ComplaintError(String code, Kind kind) {
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
