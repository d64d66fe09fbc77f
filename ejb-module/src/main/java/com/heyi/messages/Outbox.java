package com.heyi.messages;

/**
 * Takes what is to be told to customers, inside the transaction of what causes it: rolled back with
 * it, sent only after it. It checks no role and leaves no row in the trail, for the facade that
 * works has done so; therefore the edges may not use it.
 */
public interface Outbox {
  /**
   * Queues a message, unless its cause has queued one already.
   *
   * @return whether it was queued now
   */
  boolean queue(NewMessage message);
}
