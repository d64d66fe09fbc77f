package com.heyi.mall.internal;

import com.heyi.accounts.AccountDirectory;
import com.heyi.accounts.AccountRef;
import com.heyi.accounts.CustomerDirectory;
import com.heyi.deposits.DepositsError;
import com.heyi.deposits.MovementView;
import com.heyi.deposits.Payments;
import com.heyi.mall.MallError;
import com.heyi.mall.PayCash;
import com.heyi.mall.PaymentView;
import com.heyi.mall.Tender;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.BookNote;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes the money that goods cost beside points, and gives it back. Every payment stands with the
 * line that it paid for; what comes back of a line comes from the payment that paid last, as points
 * do. It is called with the customer's points account and the order held, and takes the accounts of
 * money after them.
 */
@ApplicationScoped
public class Till {
  /** A statement has room for so many characters of what was bought. */
  private static final int LONGEST = 100;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Payments payments;
  @Inject private AccountDirectory accounts;
  @Inject private CustomerDirectory customers;

  protected Till() {}

  Till(
      EntityManager em,
      Clock clock,
      Payments payments,
      AccountDirectory accounts,
      CustomerDirectory customers) {
    this.em = em;
    this.clock = clock;
    this.payments = payments;
    this.accounts = accounts;
    this.customers = customers;
  }

  /**
   * What is to be paid.
   *
   * @param checkoutId the checkout that it is for, or null
   * @param orderId the order that it is for, or null
   * @param names what is bought, line by line
   * @param lines money of each line, in the order of the lines
   */
  record Bill(
      UUID checkoutId, UUID orderId, UUID customerId, List<String> names, List<Money> lines) {
    static Bill ofCheckout(UUID id, UUID customerId, List<String> names, List<Money> lines) {
      return new Bill(id, null, customerId, names, lines);
    }

    static Bill ofOrder(UUID id, UUID customerId, List<String> names, List<Money> lines) {
      return new Bill(null, id, customerId, names, lines);
    }

    String what() {
      String first = names.get(0).replaceAll("\\R+", " ");
      String cut =
          first.codePointCount(0, first.length()) > LONGEST
              ? first.substring(0, first.offsetByCodePoints(0, LONGEST))
              : first;
      return names.size() == 1 ? cut : cut + " +" + (names.size() - 1);
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
   * @throws HeyiException {@link MallError#ACCOUNT_NOT_HIS}, {@link DepositsError}
   */
  void take(Bill bill, PayCash pay) {
    AccountRef account =
        accounts
            .find(pay.accountId())
            .filter(one -> customers.recordsOf(bill.customerId()).contains(one.customerId()))
            .orElseThrow(() -> new HeyiException(MallError.ACCOUNT_NOT_HIS));
    List<Long> lines = bill.lines().stream().map(Fen::kept).toList();
    MovementView paid =
        payments.payMall(
            account.id(), pay.amount(), BookNote.of("note.mall-purchase", bill.what()));
    write(bill, account.id(), paid.movementId(), pay.amount(), lines);
  }

  private void write(Bill bill, UUID accountId, UUID movementId, Money amount, List<Long> parts) {
    Sql sql = new Sql(em);
    UUID id = Ids.next();
    sql.write(
        "insert into mall.payment (id, checkout_id, order_id, tender, account_id, movement_id,"
            + " amount, paid_at, paid_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        bill.checkoutId(),
        bill.orderId(),
        Tender.ACCOUNT,
        accountId,
        movementId,
        Fen.kept(amount),
        clock.instant(),
        CallContext.current().user());
    sql.write(
        "insert into mall.payment_line (payment_id, line_no, amount) select ?, l.no, l.amount"
            + " from unnest(?, ?) as l (no, amount) where l.amount > 0",
        id,
        Sql.numbers(parts),
        parts.toArray(Long[]::new));
  }

  /** Gives back all that was paid for a checkout that comes to nothing. */
  void giveBackAll(UUID checkoutId) {
    Map<UUID, Giving> givings = new LinkedHashMap<>();
    standing("p.checkout_id = ?", checkoutId)
        .forEach(part -> giving(givings, part).add(part.lineNo(), part.left()));
    givings.values().forEach(giving -> give(giving, null, null));
  }

  /**
   * Gives back what cancelled or returned pieces had cost.
   *
   * @param orderNumber for the statement
   * @throws HeyiException {@link DepositsError#REFUND_NOWHERE}
   */
  void giveBack(
      UUID orderId, String orderNumber, UUID cancellationId, List<PlacedLine.Return> returns) {
    List<Standing> standing = standing(OF_ORDER, orderId, orderId);
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
    givings.values().forEach(giving -> give(giving, cancellationId, orderNumber));
  }

  private static final String OF_ORDER =
      "(p.order_id = ? or p.checkout_id = (select id from mall.checkout where order_id = ?))";

  /** What of a payment for a line is not given back. */
  private record Standing(UUID paymentId, UUID movementId, int lineNo, long left) {}

  /** What is left of payments, line by line, the payment that paid last first. */
  private List<Standing> standing(String which, Object... values) {
    return new Sql(em)
        .list(
            row ->
                new Standing(
                    Sql.uuid(row, "id"),
                    Sql.uuid(row, "movement_id"),
                    row.getInt("line_no"),
                    row.getLong("standing")),
            "select p.id, p.movement_id, l.line_no, l.amount - coalesce((select sum(b.amount)"
                + " from mall.payback_line b where b.payment_id = p.id and b.line_no = l.line_no),"
                + " 0) as standing from mall.payment p"
                + " join mall.payment_line l on l.payment_id = p.id where "
                + which
                + " order by p.id desc, l.line_no",
            values);
  }

  private static Giving giving(Map<UUID, Giving> givings, Standing part) {
    return givings.computeIfAbsent(
        part.paymentId(), id -> new Giving(id, part.movementId(), new ArrayList<>()));
  }

  /** What is given back of one payment. */
  private record Giving(UUID paymentId, UUID movementId, List<Part> parts) {
    private record Part(int lineNo, long amount) {}

    void add(int lineNo, long amount) {
      parts.add(new Part(lineNo, amount));
    }

    Money amount() {
      return Fen.money(parts.stream().mapToLong(Part::amount).reduce(0, Math::addExact));
    }
  }

  private void give(Giving giving, UUID cancellationId, String orderNumber) {
    MovementView back =
        payments.refundMall(
            giving.movementId(),
            giving.amount(),
            BookNote.of("note.mall-refund", orderNumber == null ? "—" : orderNumber));
    Sql sql = new Sql(em);
    UUID id = Ids.next();
    sql.write(
        "insert into mall.payback (id, payment_id, cancellation_id, account_id, movement_id,"
            + " amount, given_at, given_by) values (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        giving.paymentId(),
        cancellationId,
        back.accountId(),
        back.movementId(),
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
  }

  /** What was paid for an order, in the order in which it was. */
  List<PaymentView> ofOrder(UUID orderId) {
    return views(OF_ORDER, orderId, orderId);
  }

  /** What was paid for a checkout. */
  List<PaymentView> ofCheckout(UUID checkoutId) {
    return views("p.checkout_id = ?", checkoutId);
  }

  private List<PaymentView> views(String which, Object... values) {
    return new Sql(em)
        .list(
            row -> {
              UUID accountId = Sql.uuid(row, "account_id");
              return new PaymentView(
                  Sql.uuid(row, "id"),
                  Tender.valueOf(row.getString("tender")),
                  accountId,
                  accounts.find(accountId).map(AccountRef::number).orElse(null),
                  Fen.money(row.getLong("amount")),
                  Fen.money(row.getLong("given_back")),
                  Sql.instant(row, "paid_at"));
            },
            "select p.id, p.tender, p.account_id, p.amount, p.paid_at, coalesce((select"
                + " sum(b.amount) from mall.payback b where b.payment_id = p.id), 0) as given_back"
                + " from mall.payment p where "
                + which
                + " order by p.id",
            values);
  }
}
