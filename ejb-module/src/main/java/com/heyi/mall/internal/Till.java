package com.heyi.mall.internal;

import com.heyi.accounts.AccountDirectory;
import com.heyi.accounts.AccountRef;
import com.heyi.accounts.CustomerDirectory;
import com.heyi.deposits.DepositsError;
import com.heyi.deposits.MovementView;
import com.heyi.deposits.Payments;
import com.heyi.giftcards.CardPayment;
import com.heyi.giftcards.GiftCards;
import com.heyi.giftcards.GiftCardsError;
import com.heyi.mall.MallError;
import com.heyi.mall.PayByCard;
import com.heyi.mall.PayCash;
import com.heyi.mall.PaymentView;
import com.heyi.mall.Tender;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.text.BookNote;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Takes the money that goods cost beside points, or that is a fee, and gives it back. Every payment
 * stands with the line that it paid for; what comes back of a line comes from the payment that paid
 * last, as points do. A gift card pays before the account, line by line in proportion, so that the
 * account gets its money back first. It is called with the customer's points account and the order
 * held, and takes gift cards and then accounts of money after them.
 */
@ApplicationScoped
public class Till {
  /** A statement has room for so many characters of what was bought. */
  private static final int LONGEST = 100;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Payments payments;
  @Inject private GiftCards cards;
  @Inject private AccountDirectory accounts;
  @Inject private CustomerDirectory customers;

  protected Till() {}

  Till(
      EntityManager em,
      Clock clock,
      Payments payments,
      GiftCards cards,
      AccountDirectory accounts,
      CustomerDirectory customers) {
    this.em = em;
    this.clock = clock;
    this.payments = payments;
    this.cards = cards;
    this.accounts = accounts;
    this.customers = customers;
  }

  /**
   * What is to be paid.
   *
   * @param checkoutId the checkout that it is for, or null
   * @param orderId the order that it is for, or null
   * @param what is bought, in short; of a fee, what the statement says
   * @param lines money of each line, in the order of the lines
   */
  record Bill(UUID checkoutId, UUID orderId, UUID customerId, String what, List<Money> lines) {
    static Bill ofCheckout(UUID id, UUID customerId, List<String> names, List<Money> lines) {
      return new Bill(id, null, customerId, what(names), lines);
    }

    static Bill ofOrder(UUID id, UUID customerId, List<String> names, List<Money> lines) {
      return new Bill(null, id, customerId, what(names), lines);
    }

    static Bill ofFee(UUID customerId, String memo, Money fee) {
      return new Bill(null, null, customerId, memo, List.of(fee));
    }

    /**
     * @param names what is bought, line by line
     */
    private static String what(List<String> names) {
      String first = names.get(0).replaceAll("\\R+", " ");
      String cut =
          first.codePointCount(0, first.length()) > LONGEST
              ? first.substring(0, first.offsetByCodePoints(0, LONGEST))
              : first;
      return names.size() == 1 ? cut : cut + " +" + (names.size() - 1);
    }

    /** What the statement says. */
    String memo() {
      return isFee() ? what : BookNote.of("note.mall-purchase", what);
    }

    boolean isFee() {
      return checkoutId == null && orderId == null;
    }
  }

  /**
   * Nobody pays another amount than he agreed to.
   *
   * @param pay null when he was told that it costs no money
   * @throws HeyiException {@link MallError#CASH_DIFFERS}
   */
  static void requireAgreed(Money due, PayCash pay) {
    Money agreed = pay == null ? Money.zero(Money.CNY) : pay.amount();
    if (!due.equals(agreed)) {
      throw new HeyiException(MallError.CASH_DIFFERS, due.amount(), agreed.amount());
    }
  }

  /**
   * Takes what a bill comes to.
   *
   * @param pay agreed to, see {@link #requireAgreed}
   * @throws HeyiException {@link MallError#ACCOUNT_NOT_HIS}, {@link MallError#ACCOUNT_MISSING},
   *     {@link MallError#CARD_PAYS_TOO_MUCH}, {@link GiftCardsError}, {@link DepositsError}
   */
  void take(Bill bill, PayCash pay) {
    List<Long> lines = bill.lines().stream().map(Fen::kept).toList();
    List<Long> byCard =
        pay.card() == null ? lines.stream().map(line -> 0L).toList() : byCard(bill, pay, lines);
    List<Long> rest =
        IntStream.range(0, lines.size()).mapToObj(at -> lines.get(at) - byCard.get(at)).toList();
    Money open = Fen.money(sum(rest));
    if (!open.isZero()) {
      byAccount(bill, pay.accountId(), open, rest);
    }
  }

  /** What a gift card pays of each line. */
  private List<Long> byCard(Bill bill, PayCash pay, List<Long> lines) {
    PayByCard card = pay.card();
    if (card.amount() != null && Fen.of(card.amount()) > Fen.kept(pay.amount())) {
      throw new HeyiException(
          MallError.CARD_PAYS_TOO_MUCH, card.amount().amount(), pay.amount().amount());
    }
    CardPayment paid =
        card.amount() == null
            ? cards.payUpTo(card.code(), pay.amount())
            : cards.pay(card.code(), card.amount());
    List<Long> parts = Split.of(Fen.kept(paid.amount()), lines);
    write(bill, new Payer(Tender.GIFT_CARD, null, null, paid.cardId(), paid.entryId()), parts);
    return parts;
  }

  /**
   * Takes what is no price of goods.
   *
   * @return the payment
   * @throws HeyiException {@link MallError#ACCOUNT_NOT_HIS}, {@link MallError#ACCOUNT_MISSING},
   *     {@link DepositsError}
   */
  UUID takeFee(UUID customerId, UUID accountId, Money fee, String memo) {
    return byAccount(Bill.ofFee(customerId, memo, fee), accountId, fee, List.of(Fen.kept(fee)));
  }

  private UUID byAccount(Bill bill, UUID accountId, Money amount, List<Long> parts) {
    if (accountId == null) {
      throw new HeyiException(MallError.ACCOUNT_MISSING, amount.amount());
    }
    AccountRef account =
        accounts
            .find(accountId)
            .filter(one -> customers.recordsOf(bill.customerId()).contains(one.customerId()))
            .orElseThrow(() -> new HeyiException(MallError.ACCOUNT_NOT_HIS));
    MovementView paid = payments.payMall(account.id(), amount, bill.memo());
    return write(
        bill, new Payer(Tender.ACCOUNT, account.id(), paid.movementId(), null, null), parts);
  }

  /** Who paid, and where that is booked: by an account or by a card. */
  private record Payer(
      Tender tender, UUID accountId, UUID movementId, UUID cardId, UUID cardEntryId) {}

  private UUID write(Bill bill, Payer payer, List<Long> parts) {
    Sql sql = new Sql(em);
    UUID id = Ids.next();
    sql.write(
        "insert into mall.payment (id, checkout_id, order_id, customer_id, tender, account_id,"
            + " movement_id, card_id, card_entry_id, amount, paid_at, paid_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        bill.checkoutId(),
        bill.orderId(),
        bill.isFee() ? bill.customerId() : null,
        payer.tender(),
        payer.accountId(),
        payer.movementId(),
        payer.cardId(),
        payer.cardEntryId(),
        sum(parts),
        clock.instant(),
        CallContext.current().user());
    sql.write(
        "insert into mall.payment_line (payment_id, line_no, amount) select ?, l.no, l.amount"
            + " from unnest(?, ?) as l (no, amount) where l.amount > 0",
        id,
        Sql.numbers(parts),
        parts.toArray(Long[]::new));
    return id;
  }

  private static long sum(List<Long> parts) {
    return parts.stream().reduce(0L, Math::addExact);
  }

  /** Gives back all that was paid for a checkout that comes to nothing. */
  void giveBackAll(UUID checkoutId) {
    Map<UUID, Giving> givings = new LinkedHashMap<>();
    standing("p.checkout_id = ?", checkoutId)
        .forEach(part -> giving(givings, part).add(part.lineNo(), part.left()));
    inOrderOfLocks(givings).forEach(giving -> give(giving, null, refundOf("—")));
  }

  /**
   * Gives back a part of a fee, or all; once.
   *
   * @return where that stands
   * @throws HeyiException {@link DepositsError#REFUND_TOO_MUCH}, {@link
   *     DepositsError#REFUND_NOWHERE}
   */
  UUID giveBackOfFee(UUID paymentId, Money amount, String memo) {
    Standing fee = standing("p.id = ? and p.customer_id is not null", paymentId).get(0);
    Giving giving = giving(new LinkedHashMap<>(), fee);
    giving.add(fee.lineNo(), Fen.kept(amount));
    return give(giving, null, memo);
  }

  private static String refundOf(String what) {
    return BookNote.of("note.mall-refund", what);
  }

  /**
   * Gives back what cancelled or returned pieces had cost.
   *
   * @param orderNumber for the statement
   * @throws HeyiException {@link DepositsError#REFUND_NOWHERE}
   */
  void giveBack(
      UUID orderId, String orderNumber, UUID cancellationId, List<PlacedLine.Return> returns) {
    List<Standing> standing = standing(PaidFor.order("?"), orderId, orderId);
    Map<UUID, Giving> givings = new LinkedHashMap<>();
    for (PlacedLine.Return line : returns) {
      long open = Fen.kept(line.cash());
      for (Standing part : standing) {
        long less = part.lineNo() == line.lineNo() ? Math.min(open, part.left()) : 0;
        if (less > 0) {
          giving(givings, part).add(line.lineNo(), less);
          open -= less;
        }
      }
      if (open > 0) {
        throw new IllegalStateException(
            "Order " + orderNumber + " was not paid for line " + line.lineNo());
      }
    }
    inOrderOfLocks(givings).forEach(giving -> give(giving, cancellationId, refundOf(orderNumber)));
  }

  /** Gift cards before accounts, as when they pay. */
  private static List<Giving> inOrderOfLocks(Map<UUID, Giving> givings) {
    return givings.values().stream()
        .sorted(Comparator.comparing((Giving giving) -> giving.cardEntryId() == null))
        .toList();
  }

  /** What of a payment for a line is not given back. */
  private record Standing(
      UUID paymentId, UUID movementId, UUID cardEntryId, int lineNo, long left) {}

  /** What is left of payments, line by line, the payment that paid last first. */
  private List<Standing> standing(String which, Object... values) {
    return new Sql(em)
        .list(
            row ->
                new Standing(
                    Sql.uuid(row, "id"),
                    Sql.uuid(row, "movement_id"),
                    Sql.uuid(row, "card_entry_id"),
                    row.getInt("line_no"),
                    row.getLong("standing")),
            "select p.id, p.movement_id, p.card_entry_id, d.line_no, "
                + PaidFor.LEFT
                + " as standing from mall.payment p"
                + " join mall.payment_line d on d.payment_id = p.id where "
                + which
                + " order by p.id desc, d.line_no",
            values);
  }

  private static Giving giving(Map<UUID, Giving> givings, Standing part) {
    return givings.computeIfAbsent(
        part.paymentId(),
        id -> new Giving(id, part.movementId(), part.cardEntryId(), new ArrayList<>()));
  }

  /** What is given back of one payment. */
  private record Giving(UUID paymentId, UUID movementId, UUID cardEntryId, List<Part> parts) {
    private record Part(int lineNo, long amount) {}

    void add(int lineNo, long amount) {
      parts.add(new Part(lineNo, amount));
    }

    Money amount() {
      return Fen.money(parts.stream().mapToLong(Part::amount).reduce(0, Math::addExact));
    }
  }

  private UUID give(Giving giving, UUID cancellationId, String memo) {
    Payer payee = pay(giving, memo);
    Sql sql = new Sql(em);
    UUID id = Ids.next();
    sql.write(
        "insert into mall.payback (id, payment_id, cancellation_id, account_id, movement_id,"
            + " card_id, card_entry_id, amount, given_at, given_by)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        giving.paymentId(),
        cancellationId,
        payee.accountId(),
        payee.movementId(),
        payee.cardId(),
        payee.cardEntryId(),
        Fen.kept(giving.amount()),
        clock.instant(),
        CallContext.current().user());
    sql.write(
        "insert into mall.payback_line (payback_id, payment_id, line_no, amount)"
            + " select ?, ?, l.no, l.amount from unnest(?, ?) as l (no, amount)",
        id,
        giving.paymentId(),
        giving.parts().stream().map(Giving.Part::lineNo).toArray(Integer[]::new),
        Sql.longs(giving.parts(), Giving.Part::amount));
    return id;
  }

  /** Gives money back to where it came from; answers where it went. */
  private Payer pay(Giving giving, String memo) {
    if (giving.cardEntryId() != null) {
      CardPayment back = cards.refund(giving.cardEntryId(), giving.amount());
      return new Payer(Tender.GIFT_CARD, null, null, back.cardId(), back.entryId());
    }
    MovementView back = payments.refundMall(giving.movementId(), giving.amount(), memo);
    return new Payer(Tender.ACCOUNT, back.accountId(), back.movementId(), null, null);
  }

  /** What was paid for an order, in the order in which it was. */
  List<PaymentView> ofOrder(UUID orderId) {
    return views(PaidFor.order("?"), orderId, orderId);
  }

  /** What was paid for a checkout. */
  List<PaymentView> ofCheckout(UUID checkoutId) {
    return views("p.checkout_id = ?", checkoutId);
  }

  private List<PaymentView> views(String which, Object... values) {
    List<PaymentView> paid =
        new Sql(em)
            .list(
                row ->
                    new PaymentView(
                        Sql.uuid(row, "id"),
                        Tender.valueOf(row.getString("tender")),
                        Sql.uuid(row, "account_id"),
                        Sql.uuid(row, "card_id"),
                        null,
                        Fen.money(row.getLong("amount")),
                        Fen.money(row.getLong("given_back")),
                        Sql.instant(row, "paid_at")),
                "select p.id, p.tender, p.account_id, p.card_id, p.amount, p.paid_at, coalesce("
                    + "(select sum(b.amount) from mall.payback b where b.payment_id = p.id), 0)"
                    + " as given_back from mall.payment p where "
                    + which
                    + " order by p.id",
                values);
    Map<UUID, String> numbers =
        cards.numbers(
            paid.stream()
                .map(PaymentView::cardId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return paid.stream()
        .map(
            one ->
                one.from(
                    one.cardId() == null
                        ? accounts.find(one.accountId()).map(AccountRef::number).orElse(null)
                        : numbers.get(one.cardId())))
        .toList();
  }
}
