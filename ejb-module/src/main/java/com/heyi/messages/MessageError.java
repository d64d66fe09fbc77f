package com.heyi.messages;

import com.heyi.shared.error.ErrorCode;

/** What goes wrong with messages. */
public enum MessageError implements ErrorCode {
  /** Only what was given up is sent again. Argument: the status. */
  NOT_DEAD("message.not-dead", Kind.RULE),
  /** The words were emptied, so there is nothing to send. */
  ERASED("message.erased", Kind.RULE),
  /** Nobody knows where the recipient can be reached. */
  NO_ADDRESS("message.no-address", Kind.RULE),
  /** The channel by which he can be reached is not set up here. */
  CHANNEL_OFF("message.channel-off", Kind.RULE),
  /** The mail server did not take it. */
  MAIL_FAILED("message.mail-failed", Kind.RULE),
  /** The mail server will never take it: the address is wrong. */
  MAIL_REFUSED("message.mail-refused", Kind.RULE),
  /** The gateway did not take it. */
  SMS_FAILED("message.sms-failed", Kind.RULE),
  /** The gateway will never take it. */
  SMS_REFUSED("message.sms-refused", Kind.RULE),
  /** The gateway lets us not in: its address or our token is wrong. */
  SMS_CLOSED("message.sms-closed", Kind.RULE),
  /** Something else went wrong; the log tells. */
  BROKEN("message.broken", Kind.RULE),
  /** Whoever wants e-mail needs an address for it. */
  EMAIL_MISSING("message.email-missing", Kind.INVALID);

  private final String code;
  private final Kind kind;

  MessageError(String code, Kind kind) {
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
