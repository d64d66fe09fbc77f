package com.heyi.messages.internal;

import com.heyi.messages.MessageChannel;
import com.heyi.messages.MessageError;
import com.heyi.messages.MessageRow;
import com.heyi.messages.MessageStatus;
import com.heyi.messages.NewMessage;
import com.heyi.messages.Recipient;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.history.WithoutHistory;
import com.heyi.shared.json.Json;
import com.heyi.shared.value.Ids;
import com.heyi.shared.work.GrowingPause;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.ColumnTransformer;

/**
 * A message from its cause to its end: queued, tried until it is sent, or given up once its tries
 * have failed for {@link #PATIENCE} or for a reason that no further try can mend.
 */
@Entity
@WithoutHistory("What changes is how its sending goes; what is said and to whom stays as queued")
@Table(schema = "messages", name = "message")
public class Message {
  /** Longer than any outage that a bank should have: what the law wants told must not be lost. */
  static final Duration PATIENCE = Duration.ofDays(3);

  private static final GrowingPause PAUSE =
      new GrowingPause(Duration.ofSeconds(30), Duration.ofHours(6));
  private static final Duration UNTIL_SET_UP = Duration.ofMinutes(10);

  @Id private UUID id;
  @Version private int version;

  @Column(name = "dedup_key", updatable = false)
  private String dedupKey;

  @Column(name = "recipient_kind", updatable = false)
  private String recipientKind;

  @Column(name = "recipient_id", updatable = false)
  private UUID recipientId;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Column(updatable = false)
  private String template;

  @Column(columnDefinition = "json", updatable = false)
  @ColumnTransformer(write = "cast(? as json)")
  private String args;

  @Column(name = "args_erased", updatable = false)
  private boolean argsErased;

  @Column(updatable = false)
  private String subject;

  @Enumerated(EnumType.STRING)
  @Column(name = "wanted_channel", updatable = false)
  private MessageChannel wantedChannel;

  @Enumerated(EnumType.STRING)
  private MessageStatus status;

  @Enumerated(EnumType.STRING)
  private MessageChannel channel;

  /** By which it is to go, as was last looked; null until somebody has. */
  @Enumerated(EnumType.STRING)
  private MessageChannel way;

  /** The ways that refused it for good, separated by commas. */
  private String refused;

  /** Since when its tries fail; null while none has. */
  @Column(name = "failing_since")
  private Instant failingSince;

  private String language;
  private int attempts;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  private String trouble;

  @Column(name = "queued_at", updatable = false)
  private Instant queuedAt;

  @Column(name = "sent_at")
  private Instant sentAt;

  protected Message() {}

  static Message queued(NewMessage wanted, Instant now) {
    Message message = new Message();
    message.id = Ids.next();
    message.dedupKey = wanted.key();
    message.recipientKind = wanted.recipient().kind();
    message.recipientId = wanted.recipient().id();
    message.customerId = wanted.recipient().customerId();
    message.template = wanted.template();
    message.args = Json.write(wanted.args());
    message.subject = wanted.subject();
    message.wantedChannel = wanted.wanted();
    message.status = MessageStatus.QUEUED;
    message.nextAttemptAt = now;
    message.queuedAt = now;
    return message;
  }

  /** It was handed over. */
  void sent(MessageChannel by, Locale in, Instant now) {
    attempts++;
    status = MessageStatus.SENT;
    channel = by;
    language = in.toLanguageTag();
    trouble = null;
    sentAt = now;
  }

  /** It is to go this way, which is another run's. */
  void goesBy(MessageChannel by) {
    way = by;
  }

  /** A try failed that a later one may mend; after days of them it is given up. */
  void failed(MessageError why, Instant now) {
    attempts++;
    trouble = why.code();
    if (failingSince == null) {
      failingSince = now;
    }
    Instant last = failingSince.plus(PATIENCE);
    if (now.isBefore(last)) {
      Instant next = now.plus(PAUSE.after(attempts));
      nextAttemptAt = next.isAfter(last) ? last : next;
    } else {
      status = MessageStatus.DEAD;
    }
  }

  /** This way will never take it; another may, from the beginning. */
  void refusedBy(MessageChannel by, MessageError why) {
    attempts++;
    trouble = why.code();
    refused = refused == null ? by.name() : refused + "," + by.name();
    failingSince = null;
  }

  /** The ways that refused it for good. */
  Set<MessageChannel> refused() {
    return refused == null
        ? Set.of()
        : Arrays.stream(refused.split(","))
            .map(MessageChannel::valueOf)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** No further try would help. */
  void givenUp(MessageError why) {
    status = MessageStatus.DEAD;
    trouble = why.code();
  }

  /** Nothing here can send it yet; that is nobody's failure and is not counted. */
  void waits(MessageError why, Instant now) {
    trouble = why.code();
    nextAttemptAt = now.plus(UNTIL_SET_UP);
  }

  /** A person wants it tried again, from the beginning. */
  public void sendAgain(int expectedVersion, Instant now) {
    SeenVersion.require(expectedVersion, version);
    if (status != MessageStatus.DEAD) {
      throw new HeyiException(MessageError.NOT_DEAD, status);
    }
    if (argsErased) {
      throw new HeyiException(MessageError.ERASED);
    }
    status = MessageStatus.QUEUED;
    attempts = 0;
    way = null;
    refused = null;
    failingSince = null;
    trouble = null;
    nextAttemptAt = now;
  }

  UUID id() {
    return id;
  }

  /** What its cause queued it under. */
  String key() {
    return dedupKey;
  }

  Recipient recipient() {
    return new Recipient(recipientKind, recipientId, customerId);
  }

  String template() {
    return template;
  }

  List<String> args() {
    return Arrays.asList((String[]) Json.read(args, String[].class));
  }

  boolean isErased() {
    return argsErased;
  }

  MessageChannel wantedChannel() {
    return wantedChannel;
  }

  String language() {
    return language;
  }

  MessageStatus status() {
    return status;
  }

  public MessageRow row() {
    return new MessageRow(
        id,
        version,
        template,
        status,
        channel,
        attempts,
        status == MessageStatus.QUEUED ? nextAttemptAt : null,
        trouble,
        customerId,
        subject,
        queuedAt,
        sentAt);
  }
}
