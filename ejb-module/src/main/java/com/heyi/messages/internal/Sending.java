package com.heyi.messages.internal;

import com.heyi.accounts.CustomerContacts;
import com.heyi.messages.Address;
import com.heyi.messages.AddressBook;
import com.heyi.messages.MessageChannel;
import com.heyi.messages.MessageError;
import com.heyi.messages.MessageRow;
import com.heyi.messages.MessageSent;
import com.heyi.messages.MessageStatus;
import com.heyi.messages.Recipient;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.work.HandOver.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one message in a transaction of its own. The row is held while the message is handed over,
 * so that no other node takes it; what dies in between is sent again, under the same id.
 */
@ApplicationScoped
public class Sending {
  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  private static final Address NOWHERE = new Address(null, null);

  private Messages messages;
  private Preferences preferences;
  private Gateways gateways;
  private CustomerContacts contacts;
  private Iterable<AddressBook> books;
  private Clock clock;
  private AuditSink audit;
  private Event<MessageSent> sent;

  protected Sending() {}

  @Inject
  public Sending(
      Messages messages,
      Preferences preferences,
      Gateways gateways,
      CustomerContacts contacts,
      @Any Instance<AddressBook> books,
      Clock clock,
      AuditSink audit,
      Event<MessageSent> sent) {
    this(
        messages,
        preferences,
        gateways,
        contacts,
        (Iterable<AddressBook>) books,
        clock,
        audit,
        sent);
  }

  Sending(
      Messages messages,
      Preferences preferences,
      Gateways gateways,
      CustomerContacts contacts,
      Iterable<AddressBook> books,
      Clock clock,
      AuditSink audit,
      Event<MessageSent> sent) {
    this.messages = messages;
    this.preferences = preferences;
    this.gateways = gateways;
    this.contacts = contacts;
    this.books = books;
    this.clock = clock;
    this.audit = audit;
    this.sent = sent;
  }

  /** Deals with the next message that is due by this channel. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Step sendNext(MessageChannel channel) {
    return messages.takeNext(channel).map(message -> send(message, channel)).orElse(Step.NONE);
  }

  private Step send(Message message, MessageChannel channel) {
    Reached reached = reached(message.recipient());
    TheWayThatReachesHim way = way(message, reached);
    Step step = Step.ASIDE;
    if (way.trouble() == MessageError.NO_ADDRESS) {
      message.givenUp(way.trouble());
    } else if (way.channel() == null) {
      message.waits(way.trouble(), clock.instant());
    } else if (way.channel() != channel) {
      message.goesBy(way.channel());
    } else {
      message.goesBy(channel);
      step = handOver(message, channel, reached);
    }
    if (message.status() != MessageStatus.QUEUED) {
      record(message);
    }
    if (message.status() == MessageStatus.SENT) {
      sent.fire(new MessageSent(message.id(), message.key()));
    }
    return step;
  }

  private TheWayThatReachesHim way(Message message, Reached reached) {
    return TheWayThatReachesHim.of(
        reached.preference().map(Preference::channel),
        Optional.ofNullable(message.wantedChannel()),
        reached.address(),
        reached.customer(),
        message.refused(),
        gateways::isReady);
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

  private Step handOver(Message message, MessageChannel channel, Reached reached) {
    UUID id = message.id();
    Address to = reached.address();
    Locale language = Wording.language(reached.preference());
    try {
      String line =
          switch (channel) {
            case SMS -> to.phone();
            case EMAIL -> to.email();
            case APP -> null;
          };
      gateways.send(channel, new Parcel(id, line, messages.wording(message, language), language));
      message.sent(channel, language, clock.instant());
      return Step.WORKS;
    } catch (NotDelivered e) {
      LOG.warn("Message {} was not sent by {}: {}", id, channel, e.getMessage());
      if (e.isForGood()) {
        message.refusedBy(channel, e.error());
        goOn(message, reached, e.error());
        return Step.WORKS;
      }
      message.failed(e.error(), clock.instant());
      return e.isClosed() ? Step.CLOSED : Step.FAILS;
    } catch (RuntimeException e) {
      // One message that breaks its gateway must not keep those behind it.
      LOG.error("Message {} breaks {}", id, channel, e);
      message.failed(MessageError.BROKEN, clock.instant());
      return Step.FAILS;
    }
  }

  /** What one way refuses for good may go another; with none left it is given up. */
  private void goOn(Message message, Reached reached, MessageError why) {
    TheWayThatReachesHim next = way(message, reached);
    if (next.trouble() == MessageError.NO_ADDRESS) {
      message.givenUp(why);
    } else if (next.channel() == null) {
      message.waits(next.trouble(), clock.instant());
    } else {
      message.goesBy(next.channel());
    }
  }

  /**
   * How a recipient is reached.
   *
   * @param customer whether he is a customer himself, whom the app reaches too
   * @param preference what he prefers; empty for who is no customer himself: how a customer wants
   *     to be told binds nobody who acts for her
   */
  private record Reached(Address address, boolean customer, Optional<Preference> preference) {}

  private Reached reached(Recipient recipient) {
    Optional<AddressBook> book =
        StreamSupport.stream(books.spliterator(), false)
            .filter(one -> one.kind().equals(recipient.kind()))
            .findFirst();
    Optional<UUID> customer =
        Optional.ofNullable(recipient.customerHimself())
            .or(() -> book.flatMap(one -> one.customer(recipient.id())));
    Optional<Preference> preference = customer.flatMap(preferences::find);
    Address said = book.flatMap(one -> one.find(recipient.id())).orElse(NOWHERE);
    boolean unread = said.phone() == null && said.email() == null;
    Address address =
        customer.isPresent() && unread ? registered(customer.get(), preference) : said;
    return new Reached(address, customer.isPresent(), preference);
  }

  private Address registered(UUID customer, Optional<Preference> preference) {
    return new Address(
        contacts.findPhone(customer).orElse(null), preference.map(Preference::email).orElse(null));
  }
}
