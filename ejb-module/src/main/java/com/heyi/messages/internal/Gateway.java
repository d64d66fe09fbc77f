package com.heyi.messages.internal;

import com.heyi.messages.MessageChannel;

/** Hands messages over to the world outside by one channel. */
interface Gateway {
  MessageChannel channel();

  /** Whether it is set up. */
  boolean isReady();

  /**
   * Hands a message over. It may be handed over twice when the server dies between this and the
   * commit, so the other side is told the id, by which it can recognise a repetition.
   *
   * @throws NotDelivered when it was not taken
   */
  void send(Parcel parcel);
}
