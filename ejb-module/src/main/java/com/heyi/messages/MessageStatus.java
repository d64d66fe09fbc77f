package com.heyi.messages;

/** Where a message stands. */
public enum MessageStatus {
  /** Waits to be sent, for the first time or again. */
  QUEUED,
  /** Handed over to the gateway, the mail server or the app. */
  SENT,
  /** Given up; a person can send it again. */
  DEAD
}
