package com.heyi.messages;

import java.util.UUID;

/**
 * In which language a customer is spoken to, for other modules that speak to him, inside their
 * transactions. It checks no role and leaves no audit row, for the facade that asks does so;
 * therefore the edges may not use it.
 */
public interface CustomerLanguage {
  /** The tag of his language: {@code zh-CN}, {@code zh-TW} or {@code en}. */
  String of(UUID customerId);

  /** Says in which language he wants to be spoken to; how he is reached stays. */
  void set(UUID customerId, String language);
}
