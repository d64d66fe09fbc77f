package com.heyi.messages.internal;

import com.heyi.messages.MessageChannel;
import jakarta.enterprise.context.ApplicationScoped;

/** The app asks for its customer's messages itself: what is marked as sent is what it is shown. */
@ApplicationScoped
public class AppGateway implements Gateway {
  @Override
  public MessageChannel channel() {
    return MessageChannel.APP;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void send(Parcel parcel) {
    // Nothing leaves the house: the row itself is what the app reads.
  }
}
