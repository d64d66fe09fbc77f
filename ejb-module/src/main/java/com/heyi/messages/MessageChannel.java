package com.heyi.messages;

/** The way by which a message reaches somebody. */
public enum MessageChannel {
  /** A short message to the telephone, by the gateway that is configured. */
  SMS,
  /** An e-mail, by the mail server that is configured. */
  EMAIL,
  /** Shown in the bank's app, which asks for it. */
  APP
}
