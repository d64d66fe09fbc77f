package com.heyi.web.security;

import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records who was turned away before any facade was reached. Whoever knocks may knock a thousand
 * times a second: of each address and reason the first of a minute leaves a row, which tells how
 * many were passed over since the row before; and all together leave no more than {@link #MOST} a
 * minute.
 */
@ApplicationScoped
public class RefusedAtTheDoor {
  /** How many rows a minute there are at most, from however many addresses. */
  static final int MOST = 60;

  private static final Logger LOG = LoggerFactory.getLogger(RefusedAtTheDoor.class);
  private static final int LONGEST_ADDRESS = 64;

  private final Map<String, Integer> passedOver = new HashMap<>();
  private Instant minute = Instant.EPOCH;
  private int rows;
  private int others;
  private AuditSink audit;
  private Clock clock;

  protected RefusedAtTheDoor() {}

  @Inject
  RefusedAtTheDoor(AuditSink audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /** Somebody was refused for this reason. A trail that cannot be written keeps nobody out. */
  void refused(String address, String requestId, Channel channel, AuthError error) {
    Integer before = before(address + " " + error.code());
    if (before == null) {
      return;
    }
    String from = address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
    Caller caller =
        new Caller("unknown", null, Set.of(), null, from, requestId, channel, null, null);
    List<Change> more =
        before == 0
            ? List.of()
            : List.of(
                new Change("sign-in", requestId, "passedOver", null, Integer.toString(before)));
    try {
      audit.recordApart(
          new AuditEvent(
              caller,
              "access",
              "auth.token-refused",
              null,
              null,
              Outcome.REFUSED,
              error.code(),
              false,
              more,
              null));
    } catch (RuntimeException e) {
      LOG.error("A refused token could not be recorded", e);
    }
  }

  /** How many were passed over before this one, which gets a row; null when it gets none. */
  private synchronized Integer before(String key) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    if (!now.equals(minute)) {
      minute = now;
      rows = 0;
      others += passedOver.values().stream().mapToInt(Integer::intValue).sum();
      passedOver.clear();
    }
    Integer known = passedOver.get(key);
    if (known != null) {
      passedOver.put(key, known + 1);
      return null;
    }
    if (rows >= MOST) {
      others++;
      return null;
    }
    rows++;
    passedOver.put(key, 0);
    int before = others;
    others = 0;
    return before;
  }
}
