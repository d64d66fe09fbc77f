package com.heyi.accounts.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** Tells other modules what has happened here. */
@ApplicationScoped
public class Announcements {
  private Consumer<Object> listeners;

  protected Announcements() {}

  @Inject
  public Announcements(Event<Object> events) {
    this((Consumer<Object>) events::fire);
  }

  /** For tests, which listen themselves. */
  public Announcements(Consumer<Object> listeners) {
    this.listeners = listeners;
  }

  public void tell(Object event) {
    listeners.accept(event);
  }
}
