package com.heyi.messages.internal;

import com.heyi.messages.MessageError;

/** A gateway did not take a message. */
final class NotDelivered extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final MessageError error;
  private final boolean forGood;

  /**
   * @param error why
   * @param forGood whether a further try would end the same way
   * @param detail for the log, without addresses or words
   */
  NotDelivered(MessageError error, boolean forGood, String detail) {
    super(detail);
    this.error = error;
    this.forGood = forGood;
  }

  MessageError error() {
    return error;
  }

  boolean isForGood() {
    return forGood;
  }
}
