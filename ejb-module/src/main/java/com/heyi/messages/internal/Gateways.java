package com.heyi.messages.internal;

import com.heyi.messages.MessageChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;

/** The gateway of each channel. */
@ApplicationScoped
public class Gateways {
  private final Map<MessageChannel, Gateway> all = new EnumMap<>(MessageChannel.class);

  protected Gateways() {}

  @Inject
  public Gateways(@Any Instance<Gateway> gateways) {
    this((Iterable<Gateway>) gateways);
  }

  Gateways(Iterable<Gateway> gateways) {
    gateways.forEach(gateway -> all.put(gateway.channel(), gateway));
  }

  public boolean isReady(MessageChannel channel) {
    return all.containsKey(channel) && all.get(channel).isReady();
  }

  void send(MessageChannel channel, Parcel parcel) {
    all.get(channel).send(parcel);
  }
}
