package com.heyi.messages.internal;

import com.heyi.messages.Address;
import com.heyi.messages.MessageChannel;
import com.heyi.messages.MessageError;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The way a message goes: as he prefers, else as he came himself, else by SMS, else by e-mail; the
 * first by which he can be reached and which is set up. The app is taken only by wish, for nobody
 * knows whether he looks into it. A way that refused the message for good is no way.
 *
 * @param channel the way, or null when there is none now
 * @param trouble why there is none, or null
 */
record TheWayThatReachesHim(MessageChannel channel, MessageError trouble) {
  static TheWayThatReachesHim of(
      Optional<MessageChannel> preferred,
      Optional<MessageChannel> wanted,
      Address address,
      boolean customer,
      Set<MessageChannel> refused,
      Predicate<MessageChannel> ready) {
    Set<MessageChannel> inOrder = new LinkedHashSet<>();
    preferred.ifPresent(inOrder::add);
    wanted.ifPresent(inOrder::add);
    inOrder.add(MessageChannel.SMS);
    inOrder.add(MessageChannel.EMAIL);
    inOrder.removeIf(channel -> refused.contains(channel) || !reaches(channel, address, customer));
    if (inOrder.isEmpty()) {
      return new TheWayThatReachesHim(null, MessageError.NO_ADDRESS);
    }
    return inOrder.stream()
        .filter(ready)
        .findFirst()
        .map(channel -> new TheWayThatReachesHim(channel, null))
        .orElseGet(() -> new TheWayThatReachesHim(null, MessageError.CHANNEL_OFF));
  }

  private static boolean reaches(MessageChannel channel, Address address, boolean customer) {
    return switch (channel) {
      case SMS -> address.phone() != null;
      case EMAIL -> address.email() != null;
      case APP -> customer;
    };
  }
}
