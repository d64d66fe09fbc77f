package com.heyi.access.internal;

import com.heyi.access.internal.SignInsTakenOver.Stream;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.time.Timers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the identity provider every half minute what happened there. Asked rather than told, because
 * what is told while Heyi is down would be lost.
 */
@Singleton
@Startup
public class SignInPoll {
  private static final Logger LOG = LoggerFactory.getLogger(SignInPoll.class);
  private static final int PAGE = 200;
  private static final Duration CLOCKS_APART = Duration.ofDays(1);

  @Inject private RealmUsers realm;
  @Inject private SignInsTakenOver taken;
  @Inject private Clock clock;
  @Resource private TimerService timers;

  @Inject
  @ConfigProperty(name = "heyi.sign-ins.every", defaultValue = "PT30S")
  private Duration every;

  @Inject
  @ConfigProperty(name = "heyi.oidc.client-id", defaultValue = "heyi-web")
  private String webClient;

  @Inject
  @ConfigProperty(name = "heyi.admin-api.client-id", defaultValue = "heyi-admin")
  private String ownClient;

  @Inject
  @ConfigProperty(name = "heyi.admin-api.client-secret")
  private Optional<String> clientSecret;

  private String trouble;

  @PostConstruct
  void start() {
    if (clientSecret.isEmpty()) {
      LOG.warn("No secret to ask the identity provider with: sign-ins do not enter the trail");
      return;
    }
    timers.createIntervalTimer(
        every.toMillis(), every.toMillis(), new TimerConfig("take over sign-ins", false));
  }

  @Timeout
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void poll() {
    Timers.safely("take over sign-ins", LOG, this::takeAllOver);
  }

  private void takeAllOver() {
    try {
      takeSignIns();
      takeAdminChanges();
      trouble = null;
    } catch (HeyiException e) {
      // Told once and not every half minute, and anew when it is another trouble; what happened
      // meanwhile is read when it answers again.
      if (!e.code().equals(trouble)) {
        LOG.warn("Sign-ins cannot be taken over now: {}", e.code(), e.getCause());
      }
      trouble = e.code();
    }
  }

  private void takeSignIns() {
    takeAll(
        Stream.USER,
        (from, to, first) -> {
          var events = realm.signIns(from, to, first, PAGE);
          return new Part(
              events.stream()
                  .flatMap(event -> ProviderEvent.of(event, webClient, ownClient).stream())
                  .toList(),
              events.size());
        });
  }

  private void takeAdminChanges() {
    Map<String, String> names = new HashMap<>();
    takeAll(
        Stream.ADMIN,
        (from, to, first) -> {
          var events = realm.adminChanges(from, to, first, PAGE);
          return new Part(
              events.stream()
                  .map(event -> ProviderEvent.of(event, id -> name(names, id), realm.ownAccount()))
                  .toList(),
              events.size());
        });
  }

  private String name(Map<String, String> names, String id) {
    return names.computeIfAbsent(id, key -> realm.findAccountName(key).orElse(key));
  }

  private void takeAll(Stream stream, Reading reading) {
    Instant from = taken.start(stream);
    Instant to = clock.instant().plus(CLOCKS_APART);
    int first = 0;
    Part part;
    do {
      part = reading.part(from, to, first);
      if (taken.take(stream, part.events()) < 0) {
        return;
      }
      first += PAGE;
    } while (part.read() == PAGE);
  }

  /** Reads a part of the events between two times. */
  @FunctionalInterface
  private interface Reading {
    Part part(Instant from, Instant to, int first);
  }

  /**
   * A part of the events.
   *
   * @param events those that enter the trail
   * @param read how many were read
   */
  private record Part(List<ProviderEvent> events, int read) {}
}
