package com.heyi.giftcards.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.giftcards.CardBalance;
import com.heyi.giftcards.CardEntryKind;
import com.heyi.giftcards.CardMovementView;
import com.heyi.giftcards.CardStatus;
import com.heyi.giftcards.GiftCardBooks;
import com.heyi.giftcards.GiftCardView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads gift cards and proves their books. */
@ApplicationScoped
public class CardBook {
  private static final String TOTALS =
      """
      select (select coalesce(sum(balance), 0) from giftcards.card) as liability,
             (select count(*) from giftcards.card) as cards,
             coalesce(-sum(amount) filter (where account = 'CASH'), 0) as sold,
             coalesce(-sum(amount) filter (where account = 'GIVEN'), 0) as given,
             coalesce(sum(amount) filter (where account = 'MALL'), 0) as redeemed,
             coalesce(sum(amount) filter (where account = 'BREAKAGE'), 0) as breakage,
             (select count(*) from giftcards.entry) as entries
        from giftcards.posting
      """;
  private static final String WRONG_BALANCES =
      """
      select count(*)
        from giftcards.card c
        left join (select card_id, sum(amount) as amount, count(*) as movements
                     from giftcards.posting where card_id is not null group by card_id) p
          on p.card_id = c.id
       where c.balance <> coalesce(p.amount, 0) or c.movements <> coalesce(p.movements, 0)
      """;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private CustomerDirectory customers;

  protected CardBook() {}

  public CardBook(EntityManager em, Clock clock, CustomerDirectory customers) {
    this.em = em;
    this.clock = clock;
    this.customers = customers;
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  public GiftCardView view(UUID cardId) {
    em.flush();
    GiftCard card = require(cardId);
    Cards.requireOwn(card);
    return views(List.of(card)).get(0);
  }

  /** What the bearer is told. */
  public CardBalance balance(UUID cardId) {
    GiftCard card = require(cardId);
    return new CardBalance(
        card.id(),
        card.number(),
        card.status(),
        card.balance(),
        card.expiresOn(),
        card.pays(LocalDate.now(clock)));
  }

  /** A part of the cards; see the facade for its filters. */
  public Page<GiftCardView> page(PageRequest request) {
    Listing<GiftCard> listing =
        Listing.of(GiftCard.class, Sort.descending("issuedAt"))
            .sort("issuedAt", "issuedAt")
            .sort("expiresOn", "expiresOn")
            .sort("balance", "balance")
            .filter("number", Filter.startsWith("number"))
            .filter("status", Filter.oneOf("status", CardStatus.class))
            .filter("branch", Filter.equal("branch"))
            .filter(
                "customer",
                (cb, root, name, number) ->
                    customers
                        .findByNumber(number)
                        .map(
                            customer ->
                                root.get("customerId").in(customers.recordsOf(customer.id())))
                        .orElse(cb.disjunction()));
    CallContext.current()
        .boundBranch()
        .ifPresent(branch -> listing.only(Filter.equal("branch"), branch));
    Page<GiftCard> found = listing.page(em, request, card -> card);
    return new Page<>(views(found.items()), found.nextCursor(), found.total());
  }

  /** All that has moved on a card, the latest first. */
  public List<CardMovementView> movements(UUID cardId) {
    Cards.requireOwn(require(cardId));
    List<Row> rows =
        NamedSql.rows(
                em,
                "select e.id, p.seq, e.kind, p.amount, p.balance_after, e.booked_on, e.booked_at,"
                    + " e.booked_by from giftcards.posting p"
                    + " join giftcards.entry e on e.id = p.entry_id"
                    + " where p.card_id = :card order by p.seq desc")
            .setParameter("card", cardId)
            .getResultList();
    return rows.stream().map(CardBook::movement).toList();
  }

  /** Sums everything anew. */
  public GiftCardBooks books() {
    Row totals = NamedSql.rows(em, TOTALS).getSingleResult();
    Money liability = totals.cny("liability");
    Money sold = totals.cny("sold");
    Money given = totals.cny("given");
    Money redeemed = totals.cny("redeemed");
    Money breakage = totals.cny("breakage");
    return new GiftCardBooks(
        liability,
        sold,
        given,
        redeemed,
        breakage,
        sold.plus(given).minus(redeemed).minus(breakage).minus(liability),
        totals.number("cards"),
        totals.number("entries"),
        NamedSql.values(em, WRONG_BALANCES, Long.class).getSingleResult());
  }

  Map<UUID, String> numbers(Collection<UUID> cardIds) {
    return cardIds.isEmpty()
        ? Map.of()
        : em.createQuery("from GiftCard c where c.id in :ids", GiftCard.class)
            .setParameter("ids", Set.copyOf(cardIds))
            .getResultStream()
            .collect(Collectors.toMap(GiftCard::id, GiftCard::number));
  }

  /** What payments and money given back moved on their cards, by the entry. */
  Map<UUID, Money> moved(Collection<UUID> entryIds) {
    return entryIds.isEmpty()
        ? Map.of()
        : em.createQuery(
                "select p.entryId, p.amount from CardPosting p join CardEntry e on e.id = p.entryId"
                    + " where p.cardId is not null and e.id in :ids and e.kind in :kinds",
                Object[].class)
            .setParameter("ids", entryIds)
            .setParameter("kinds", List.of(CardEntryKind.REDEEM, CardEntryKind.REFUND))
            .getResultStream()
            .collect(Collectors.toMap(line -> (UUID) line[0], line -> (Money) line[1]));
  }

  private GiftCard require(UUID cardId) {
    return Optional.ofNullable(em.find(GiftCard.class, cardId))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, cardId));
  }

  private List<GiftCardView> views(List<GiftCard> cards) {
    LocalDate today = LocalDate.now(clock);
    Map<UUID, CustomerRef> known =
        customers.findAll(
            cards.stream()
                .map(GiftCard::customerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Map<UUID, UUID> next = replacedBy(cards);
    return cards.stream()
        .map(
            card ->
                view(
                    card,
                    card.customerId() == null ? null : known.get(card.customerId()),
                    next.get(card.id()),
                    today))
        .toList();
  }

  private Map<UUID, UUID> replacedBy(List<GiftCard> cards) {
    List<UUID> lost =
        cards.stream()
            .filter(card -> card.status() == CardStatus.REPLACED)
            .map(GiftCard::id)
            .toList();
    return lost.isEmpty()
        ? Map.of()
        : em.createQuery("from GiftCard c where c.replaces in :lost", GiftCard.class)
            .setParameter("lost", lost)
            .getResultStream()
            .collect(Collectors.toMap(GiftCard::replaces, GiftCard::id));
  }

  private static GiftCardView view(
      GiftCard card, CustomerRef customer, UUID replacedBy, LocalDate today) {
    ChangeLog.noteShown(card.customerId());
    return new GiftCardView(
        card.id(),
        card.version(),
        card.number(),
        card.codeEnd(),
        card.status(),
        card.funding(),
        card.amount(),
        card.balance(),
        card.expiresOn(),
        card.isOver(today),
        card.customerId(),
        customer == null ? null : customer.number(),
        customer == null ? null : customer.name(),
        card.branch(),
        card.replaces(),
        replacedBy,
        card.issuedAt(),
        card.issuedBy(),
        card.handedOverAt());
  }

  private static CardMovementView movement(Row row) {
    return new CardMovementView(
        row.uuid("id"),
        row.number("seq"),
        row.constant("kind", CardEntryKind.class),
        row.cny("amount"),
        row.cny("balance_after"),
        row.day("booked_on"),
        row.instant("booked_at"),
        row.text("booked_by"));
  }
}
