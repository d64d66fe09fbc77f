package com.heyi.messages.internal;

import com.heyi.accounts.CustomerContacts;
import com.heyi.messages.Address;
import com.heyi.messages.AddressBook;
import com.heyi.messages.MessageChannel;
import com.heyi.messages.MessageError;
import com.heyi.messages.MessageRow;
import com.heyi.messages.MessageStatus;
import com.heyi.messages.Recipient;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one message in a transaction of its own. The row is held while the message is handed over,
 * so that no other node takes it; what dies in between is sent again, under the same id.
 */
@ApplicationScoped
public class Sending {
  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  private Messages messages;
  private Preferences preferences;
  private Gateways gateways;
  private CustomerContacts contacts;
  private Iterable<AddressBook> books;
  private Clock clock;
  private AuditSink audit;

  protected Sending() {}

  @Inject
  public Sending(
      Messages messages,
      Preferences preferences,
      Gateways gateways,
      CustomerContacts contacts,
      @Any Instance<AddressBook> books,
      Clock clock,
      AuditSink audit) {
    this(messages, preferences, gateways, contacts, (Iterable<AddressBook>) books, clock, audit);
  }

  Sending(
      Messages messages,
      Preferences preferences,
      Gateways gateways,
      CustomerContacts contacts,
      Iterable<AddressBook> books,
      Clock clock,
      AuditSink audit) {
    this.messages = messages;
    this.preferences = preferences;
    this.gateways = gateways;
    this.contacts = contacts;
    this.books = books;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Deals with the next message that is due.
   *
   * @return whether there was one
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public boolean sendNext() {
    Optional<Message> next = messages.takeNext();
    next.ifPresent(this::send);
    return next.isPresent();
  }

  private void send(Message message) {
    Recipient recipient = message.recipient();
    Optional<Preference> preference = preferences.find(recipient.customerId());
    Address address = address(recipient, preference);
    TheWayThatReachesHim way =
        TheWayThatReachesHim.of(
            preference.map(Preference::channel),
            Optional.ofNullable(message.wantedChannel()),
            address,
            recipient.customerId() != null,
            gateways::isReady);
    if (way.trouble() == MessageError.NO_ADDRESS) {
      message.givenUp(way.trouble());
    } else if (way.channel() == null) {
      message.waits(way.trouble(), clock.instant());
    } else {
      handOver(message, way.channel(), address, Wording.language(preference));
    }
    if (message.status() != MessageStatus.QUEUED) {
      record(message);
    }
  }

  /** That it was sent or given up stands in the trail, without address and words. */
  private void record(Message message) {
    MessageRow row = message.row();
    boolean sent = row.status() == MessageStatus.SENT;
    String id = row.id().toString();
    audit.record(
        new AuditEvent(
            Caller.system(id),
            "messages",
            "message.send",
            "message:" + id,
            null,
            sent ? AuditEvent.Outcome.DONE : AuditEvent.Outcome.FAILED,
            row.trouble(),
            true,
            List.of(
                new Change("message", id, "status", "QUEUED", row.status().name()),
                new Change("message", id, "template", null, row.template()),
                new Change("message", id, "channel", null, sent ? row.channel().name() : null)),
            null));
  }

  private void handOver(Message message, MessageChannel channel, Address to, Locale language) {
    UUID id = message.id();
    try {
      String line =
          switch (channel) {
            case SMS -> to.phone();
            case EMAIL -> to.email();
            case APP -> null;
          };
      gateways.send(channel, new Parcel(id, line, Wording.of(message, language), language));
      message.sent(channel, language, clock.instant());
    } catch (NotDelivered e) {
      LOG.warn("Message {} was not sent by {}: {}", id, channel, e.getMessage());
      if (e.isForGood()) {
        message.givenUp(e.error());
      } else {
        message.failed(e.error(), clock.instant());
      }
    } catch (RuntimeException e) {
      // One message that breaks its gateway must not keep those behind it.
      LOG.error("Message {} breaks {}", id, channel, e);
      message.failed(MessageError.BROKEN, clock.instant());
    }
  }

  private Address address(Recipient recipient, Optional<Preference> preference) {
    if (recipient.kind().equals(Recipient.CUSTOMER)) {
      return new Address(
          contacts.findPhone(recipient.id()).orElse(null),
          preference.map(Preference::email).orElse(null));
    }
    for (AddressBook book : books) {
      if (book.kind().equals(recipient.kind())) {
        return book.find(recipient.id()).orElse(new Address(null, null));
      }
    }
    return new Address(null, null);
  }
}
