package com.heyi.messages.internal;

import com.heyi.messages.Address;
import com.heyi.messages.AddressBook;
import com.heyi.messages.MessageChannel;
import com.heyi.messages.MessageSent;
import com.heyi.messages.NewMessage;
import com.heyi.messages.Recipient;
import com.heyi.messages.SetPreference;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The outbox on the real database, with a clock that can be set and gateways that can be chosen.
 */
final class PostOffice {
  final Map<UUID, String> phones = new HashMap<>();
  final Map<UUID, Address> strangers = new HashMap<>();

  /** Which of those who left an address are the customer. */
  final Map<UUID, UUID> themselves = new HashMap<>();

  final List<AuditEvent> trail = Collections.synchronizedList(new ArrayList<>());

  /** The messages of which it was told that they were handed over. */
  final List<UUID> handedOver = Collections.synchronizedList(new ArrayList<>());

  List<Gateway> gateways = List.of(sms(null), mail(0), new AppGateway());
  private Instant now = Instant.parse("2026-03-02T02:00:00Z");

  final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  PostOffice() {
    // Each test begins with an empty box, for the sender takes whatever is due.
    TestDatabase.get()
        .doInTransaction(
            em ->
                em.createNativeQuery(
                        "update messages.message set status = 'DEAD', trouble = 'x' where status ="
                            + " 'QUEUED'")
                    .executeUpdate());
  }

  static Gateway sms(URI url) {
    return new SmsGateway(Optional.ofNullable(url), Optional.of("secret"));
  }

  /** Mail by the server at this port of this machine; none at port 0. */
  Gateway mail(int port) {
    return new MailGateway(
        port == 0 ? Optional.empty() : Optional.of("127.0.0.1"),
        port,
        Optional.empty(),
        Optional.empty(),
        "desk@heyi.example",
        false,
        Clock.systemUTC());
  }

  void timePasses(Duration duration) {
    now = now.plus(duration);
  }

  UUID customer(String phone) {
    UUID id = Ids.next();
    phones.put(id, phone);
    return id;
  }

  void prefers(UUID customer, String language, MessageChannel channel, String email) {
    TestDatabase.get()
        .doInTransaction(
            em ->
                new Preferences(em).set(new SetPreference(customer, 0, language, channel, email)));
  }

  UUID queue(Recipient recipient, MessageChannel wanted) {
    String key = "test:" + Ids.next();
    return TestDatabase.get()
        .inTransaction(
            em -> {
              new Messages(em, clock)
                  .queue(
                      new NewMessage(
                          key,
                          recipient,
                          "complaint.received",
                          List.of("TS20260302-0000001", "2026-03-17"),
                          "complaint:x",
                          wanted));
              return em.createQuery("select m.id from Message m where m.dedupKey = :k", UUID.class)
                  .setParameter("k", key)
                  .getSingleResult();
            });
  }

  UUID queueFor(UUID customer) {
    return queue(Recipient.customer(customer), null);
  }

  /** One run of each channel, a transaction a message; answers how many were handed over. */
  int send() {
    int handed = 0;
    for (MessageChannel channel : MessageChannel.values()) {
      handed += run(channel);
    }
    return handed;
  }

  /** One run of a channel. */
  int run(MessageChannel channel) {
    return SendRun.all(channel, by -> in(sending -> sending.sendNext(by)));
  }

  <T> T in(Function<Sending, T> work) {
    return TestDatabase.get().inTransaction(em -> work.apply(sending(em)));
  }

  Sending sending(EntityManager em) {
    AddressBook book =
        new AddressBook() {
          @Override
          public String kind() {
            return "stranger";
          }

          @Override
          public Optional<Address> find(UUID id) {
            return Optional.ofNullable(strangers.get(id));
          }

          @Override
          public Optional<UUID> customer(UUID id) {
            return Optional.ofNullable(themselves.get(id));
          }
        };
    return new Sending(
        new Messages(em, clock),
        new Preferences(em),
        new Gateways(gateways),
        id -> Optional.ofNullable(phones.get(id)),
        List.of(book),
        clock,
        sink(),
        sentEvents());
  }

  @SuppressWarnings("unchecked")
  private Event<MessageSent> sentEvents() {
    return (Event<MessageSent>)
        Proxy.newProxyInstance(
            PostOffice.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, args) -> {
              handedOver.add(((MessageSent) args[0]).messageId());
              return null;
            });
  }

  private AuditSink sink() {
    return (AuditSink)
        Proxy.newProxyInstance(
            PostOffice.class.getClassLoader(),
            new Class<?>[] {AuditSink.class},
            (proxy, method, args) -> {
              trail.add((AuditEvent) args[0]);
              return null;
            });
  }

  com.heyi.messages.MessageRow row(UUID id) {
    return TestDatabase.get()
        .inTransaction(em -> new Messages(em, clock).find(id).orElseThrow().row());
  }
}
