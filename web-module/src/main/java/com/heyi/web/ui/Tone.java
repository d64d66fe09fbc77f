package com.heyi.web.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;

/**
 * The colour in which a state is shown, by the name of its constant, so that the same word looks
 * the same on every page. Colour only supports the word; it never stands for it.
 */
@Named("tone")
@ApplicationScoped
public class Tone {
  private static final String GOOD = "good";
  private static final String BUSY = "busy";
  private static final String WARN = "warn";
  private static final String BAD = "bad";
  private static final String MUTE = "mute";

  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          Map.entry("DONE", GOOD),
          Map.entry("ACTIVE", GOOD),
          Map.entry("COMPLETED", GOOD),
          Map.entry("PLACED", GOOD),
          Map.entry("NORMAL", GOOD),
          Map.entry("ON_TIME", GOOD),
          Map.entry("ON_SALE", GOOD),
          Map.entry("FINISHED", GOOD),
          Map.entry("VERIFIED", GOOD),
          Map.entry("UNVERIFIED", WARN),
          Map.entry("RECORDED", BUSY),
          Map.entry("ACCEPTED", BUSY),
          Map.entry("ANALYSED", BUSY),
          Map.entry("HANDLED", BUSY),
          Map.entry("FED_BACK", BUSY),
          Map.entry("RUNNING", BUSY),
          Map.entry("STARTED", BUSY),
          Map.entry("STARTING", BUSY),
          Map.entry("OPEN", GOOD),
          Map.entry("REPLAYED", WARN),
          Map.entry("PENDING", WARN),
          Map.entry("WAITING", WARN),
          Map.entry("APPROVED", GOOD),
          Map.entry("REJECTED", BAD),
          Map.entry("MOVED", BAD),
          Map.entry("PARTLY_CANCELLED", WARN),
          Map.entry("CONFIRMED", BUSY),
          Map.entry("PACKED", BUSY),
          Map.entry("SHIPPED", BUSY),
          Map.entry("DELIVERED", GOOD),
          Map.entry("REQUESTED", WARN),
          Map.entry("RECEIVED", BUSY),
          Map.entry("INSPECTED", BUSY),
          Map.entry("REFUNDED", GOOD),
          Map.entry("DUE_SOON", WARN),
          Map.entry("STOPPED", WARN),
          Map.entry("STOPPING", WARN),
          Map.entry("FROZEN", WARN),
          Map.entry("REFUSED", BAD),
          Map.entry("FAILED", BAD),
          Map.entry("OVERDUE", BAD),
          Map.entry("ABANDONED", BAD));

  /** The tone of a state; quiet for a name without one. */
  public String of(Object state) {
    return state instanceof Enum<?> constant ? BY_NAME.getOrDefault(constant.name(), MUTE) : MUTE;
  }
}
