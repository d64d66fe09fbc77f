package com.heyi.messages.internal;

import com.heyi.messages.MessageError;

/** A gateway did not take a message. */
final class NotDelivered extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final MessageError error;
  private final boolean forGood;
  private final boolean closed;

  /**
   * @param error why
   * @param forGood whether a further try would end the same way
   * @param detail for the log, without addresses or words
   */
  NotDelivered(MessageError error, boolean forGood, String detail) {
    this(error, forGood, false, detail);
  }

  private NotDelivered(MessageError error, boolean forGood, boolean closed, String detail) {
    super(detail);
    this.error = error;
    this.forGood = forGood;
    this.closed = closed;
  }

  /** The gateway takes nothing from us now, whatever the message: its turn comes again. */
  static NotDelivered closed(MessageError error, String detail) {
    return new NotDelivered(error, false, true, detail);
  }

  /** Whether no other message would be taken either. */
  boolean isClosed() {
    return closed;
  }

  MessageError error() {
    return error;
  }

  boolean isForGood() {
    return forGood;
  }
}
