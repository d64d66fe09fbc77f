package com.heyi.shared.facade;

import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import java.util.List;

/** Errors that any facade call can end with. */
public enum CommonError implements ErrorCode {
  /** The caller holds none of the roles that the action allows. Argument: the action. */
  FORBIDDEN("auth.forbidden", Kind.FORBIDDEN),
  /** The record belongs to another branch. */
  OTHER_BRANCH("auth.other-branch", Kind.FORBIDDEN),
  /** The caller is a branch system, but its token names no branch. */
  BRANCH_MISSING("auth.branch-missing", Kind.FORBIDDEN),
  /** A value cannot be stored: beyond every range, or with a character that is none. */
  VALUE("request.value-unstorable", Kind.INVALID),
  /** One or more fields of the request are not acceptable. */
  INVALID("request.invalid", Kind.INVALID),
  /** The record does not exist. Argument: what was asked for. */
  NOT_FOUND("record.not-found", Kind.NOT_FOUND),
  /** Somebody changed the record after the caller read it. Arguments: expected, current version. */
  VERSION_MOVED("version.moved", Kind.STALE),
  /** The same idempotency key came with another request. */
  KEY_REUSED("idempotency.key-reused", Kind.RULE),
  /** The first request with this idempotency key is still running. */
  KEY_IN_PROGRESS("idempotency.in-progress", Kind.CONFLICT),
  /** Another request wrote the same record at the same moment; trying again will do. */
  CONCURRENT_CHANGE("request.concurrent-change", Kind.CONFLICT),
  /** Nothing was done yet: a second person must approve it. Argument: id of the request. */
  APPROVAL_PENDING("approval.pending", Kind.ACCEPTED),
  /** A part of it needs a second person, and the whole cannot wait. Argument: the action. */
  APPROVAL_NESTED("approval.nested", Kind.RULE);

  private final String code;
  private final Kind kind;

  CommonError(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  /**
   * {@link #INVALID} for one field.
   *
   * @param field path of the field in the command
   * @param wrong what is wrong with it
   * @param args arguments for the message
   */
  public static HeyiException invalid(String field, ErrorCode wrong, Object... args) {
    return invalid(field, wrong.code(), args);
  }

  /**
   * The same with the key of a text, such as that of a constraint.
   *
   * @param code stable code of what is wrong with it, also the message key
   */
  public static HeyiException invalid(String field, String code, Object... args) {
    return HeyiException.ofFields(INVALID, List.of(FieldError.of(field, code, args)));
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
