package com.heyi.messages.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.messages.MessageChannel;
import com.heyi.messages.MessageRow;
import com.heyi.messages.MessageStatus;
import com.heyi.messages.MessageView;
import com.heyi.messages.MessagesFacade;
import com.heyi.messages.NewMessage;
import com.heyi.messages.Outbox;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The outbox's rows. */
@ApplicationScoped
public class Messages implements Outbox {
  private static final int INBOX = 50;

  @Inject private Clock clock;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  private int mostCounted = MessagesFacade.MOST_COUNTED;
  private Function<UUID, Optional<String>> names = id -> Optional.empty();

  protected Messages() {}

  public Messages(EntityManager em, Clock clock) {
    this(em, clock, MessagesFacade.MOST_COUNTED);
  }

  /** For a test of its own bound. */
  public Messages(EntityManager em, Clock clock, int mostCounted) {
    this.mostCounted = mostCounted;
    this.em = em;
    this.clock = clock;
  }

  /** Lets messages name customers. */
  @Inject
  public void name(CustomerDirectory customers) {
    names = id -> customers.find(id).map(CustomerRef::name);
  }

  @Override
  public boolean queue(NewMessage wanted) {
    boolean known =
        !em.createQuery("select m.id from Message m where m.dedupKey = :key", UUID.class)
            .setParameter("key", wanted.key())
            .getResultList()
            .isEmpty();
    if (!known) {
      em.persist(Message.queued(wanted, clock.instant()));
    }
    return !known;
  }

  /**
   * The next message that is due and goes this way, or whose way nobody has looked for, held
   * against every other run and node until the transaction ends.
   */
  Optional<Message> takeNext(MessageChannel way) {
    return take("way = :way", Map.of("way", way.name())).or(() -> take("way is null", Map.of()));
  }

  private Optional<Message> take(String which, Map<String, String> parameters) {
    TypedQuery<Message> query =
        NamedSql.values(
            em,
            "select * from messages.message where status = 'QUEUED' and "
                + which
                + " and next_attempt_at <= :now"
                + " order by next_attempt_at, id limit 1 for update skip locked",
            Message.class);
    query.setParameter("now", clock.instant());
    parameters.forEach(query::setParameter);
    return query.getResultStream().findFirst();
  }

  public Optional<Message> find(UUID id) {
    return Optional.ofNullable(em.find(Message.class, id));
  }

  public Page<MessageRow> page(PageRequest request, MessagesByRole reader) {
    Listing<Message> list = Listing.of(Message.class, Sort.descending("queuedAt"));
    if (!reader.everything()) {
      list.only(Filter.startsWith("subject"), MessagesByRole.COMPLAINTS);
    }
    return list.countingUpTo(mostCounted)
        .sort("queuedAt", "queuedAt")
        .filter("status", Filter.oneOf("status", MessageStatus.class))
        .filter("channel", Filter.oneOf("channel", MessageChannel.class))
        .filter("template", Filter.equal("template"))
        .filter("customer", Filter.anyId("customerId"))
        .filter("subject", Filter.equal("subject"))
        .filter("from", Filter.fromDay("queuedAt", clock.getZone()))
        .filter("to", Filter.toDay("queuedAt", clock.getZone()))
        .page(em, request, Message::row);
  }

  /**
   * The latest messages that the app shows a customer.
   *
   * @param records all of his
   */
  public List<Message> inbox(Set<UUID> records) {
    return em.createQuery(
            "from Message m where m.customerId in :records and m.channel = :app"
                + " order by m.queuedAt desc, m.id desc",
            Message.class)
        .setParameter("records", records)
        .setParameter("app", MessageChannel.APP)
        .setMaxResults(INBOX)
        .getResultList();
  }

  /** How many wait to be sent. */
  public long waiting() {
    return em.createQuery("select count(*) from Message m where m.status = :queued", Long.class)
        .setParameter("queued", MessageStatus.QUEUED)
        .getSingleResult();
  }

  /**
   * A message with its words, in the language it went or would go in.
   *
   * @param forRecipient whether they are shown to its recipient, and not to the staff
   */
  public MessageView words(Message message, Preferences preferences, boolean forRecipient) {
    Locale language =
        message.language() != null
            ? Locale.forLanguageTag(message.language())
            : Wording.language(preferences.find(message.recipient().customerHimself()));
    if (message.isErased()) {
      return new MessageView(message.row(), language.toLanguageTag(), null, null);
    }
    Wording wording =
        forRecipient ? wording(message, language) : Wording.forOthers(message, language, names);
    return new MessageView(
        message.row(), language.toLanguageTag(), wording.title(), wording.text());
  }

  /** The words of a message in this language. */
  Wording wording(Message message, Locale language) {
    return Wording.of(message, language, names);
  }

  public Instant now() {
    return clock.instant();
  }

  public void flush() {
    em.flush();
  }
}
