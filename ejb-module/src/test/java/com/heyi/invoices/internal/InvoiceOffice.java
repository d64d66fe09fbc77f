package com.heyi.invoices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.imports.BatchRuns;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.imports.ImportRunView;
import com.heyi.imports.ImportStatus;
import com.heyi.invoices.Buyer;
import com.heyi.invoices.DeliveredQueued;
import com.heyi.invoices.InvoiceView;
import com.heyi.invoices.IssueDelivered;
import com.heyi.invoices.IssueInvoice;
import com.heyi.invoices.OrderInvoices;
import com.heyi.mall.OrderView;
import com.heyi.mall.PayByCard;
import com.heyi.mall.PayCash;
import com.heyi.mall.PlaceOrder;
import com.heyi.mall.RequestReturn;
import com.heyi.mall.internal.TestShop;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.JobTrail;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.testing.KeptTrail;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The mall and its invoices over the real database, on a moment of the test's choice, with a seller
 * of its own, so that its numbers begin at one; each call is a transaction.
 */
final class InvoiceOffice {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final AtomicLong SKUS = new AtomicLong();
  private static final AtomicLong SELLERS = new AtomicLong();

  final CustomerRef buyer = new CustomerRef(Ids.next(), "C1", "欧阳娜", "B0101", null);
  final String seller = newSeller();
  final KeptTrail trail = new KeptTrail();
  final CustomerDirectory customers = TestShop.everybody();
  AuthorityGateway gateway = endpoint(null);
  Optional<String> sellerTaxNumber = Optional.of(seller);
  private volatile List<String> queued = List.of();
  private volatile UUID run;
  private volatile ImportStatus status;
  private volatile Instant now = Instant.parse("2026-03-10T04:00:00Z");
  private final UUID account;

  InvoiceOffice() {
    account =
        in(
            desk -> {
              // Invoices of other tests are not to be handed over by this one.
              desk.em()
                  .createNativeQuery(
                      "update invoices.invoice set next_attempt_at = '2099-01-01'"
                          + " where status = 'WAITING'")
                  .executeUpdate();
              desk.shop().grant(buyer.id(), 10_000);
              return desk.shop().account(buyer.id(), "100000.00");
            });
  }

  private static String newSeller() {
    String code = String.format("91TEST%011d", SELLERS.incrementAndGet()).replace('S', '5');
    return code + UnifiedSocialCreditCode.checkCharacter(code);
  }

  static AuthorityGateway endpoint(URI url) {
    return new HttpAuthorityGateway(Optional.ofNullable(url), Optional.of("secret"));
  }

  /** The parts within one transaction. */
  record Desk(
      EntityManager em,
      TestShop shop,
      Issuing issuing,
      InvoiceBook book,
      TaxRates rates,
      Filing filing,
      DeliveredBatches batches,
      DeliveredInvoices batch) {}

  void at(Instant moment) {
    now = moment;
  }

  void timePasses(Duration duration) {
    now = now.plus(duration);
  }

  <T> T in(Function<Desk, T> work) {
    return as(Role.OPERATOR, null, work);
  }

  <T> T as(Role role, String branch, Function<Desk, T> work) {
    Caller caller =
        new Caller(
            "tester",
            null,
            Set.of(role),
            branch,
            "test",
            UUID.randomUUID().toString(),
            Channel.SYSTEM,
            null,
            null);
    try {
      return CallContext.callAs(
          caller, () -> TestDatabase.get().inTransaction(em -> work.apply(desk(em))));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Desk desk(EntityManager em) {
    Clock clock = Clock.fixed(now, ZONE);
    Invoices invoices = new Invoices(em);
    Seller sells = new Seller(Optional.of("合一银行"), sellerTaxNumber);
    InvoiceBook book = new InvoiceBook(em, clock, invoices, customers, gateway, sells);
    TaxRates rates = new TaxRates(em, clock);
    // The shop tells the red ones, which ask the shop: it comes into being first.
    Issuing[] red = new Issuing[1];
    TestShop shop =
        new TestShop(
            em,
            clock,
            customers,
            List.of(),
            new TestShop.Hearers(
                event -> new MoneyThatComesBackIsTakenBack(red[0]).cancelled(event),
                event -> new MoneyThatComesBackIsTakenBack(red[0]).returned(event),
                event -> {}));
    red[0] =
        new Issuing(
            invoices,
            book,
            rates,
            sells,
            shop.cashSales(),
            customers,
            new JobTrail(em, trail),
            clock);
    return new Desk(
        em,
        shop,
        red[0],
        book,
        rates,
        new Filing(invoices, book, gateway, clock, trail),
        new DeliveredBatches(em, invoices, sells, shop.cashSales(), new CapturedBatch(), 2),
        new DeliveredInvoices(red[0]));
  }

  /** The job is not at work here; tests work its list off, slice by slice. */
  private final class CapturedBatch implements BatchRuns {
    @Override
    public ImportRunView queue(String kind, String name, Iterator<String> lines) {
      assertThat(kind).isEqualTo(DeliveredInvoices.KIND);
      List<String> all = new ArrayList<>();
      lines.forEachRemaining(all::add);
      queued = all;
      run = Ids.next();
      status = ImportStatus.QUEUED;
      return view(run);
    }

    @Override
    public ImportRunView view(UUID asked) {
      return new ImportRunView(
          asked,
          DeliveredInvoices.KIND,
          "as it was named",
          "",
          // Those of other tests are over.
          asked.equals(run) ? status : ImportStatus.FINISHED,
          "tester",
          now,
          null,
          null,
          0,
          0,
          0,
          0,
          0,
          0,
          null,
          null,
          0);
    }

    @Override
    public List<ImportRunView> active(String kind) {
      return run == null || !status.isActive() ? List.of() : List.of(view(run));
    }
  }

  /** What the job says of the batch that was begun last. */
  void batchIs(ImportStatus is) {
    status = is;
  }

  /** Begins the batch of a day; answers how many orders it works off. */
  int begin(LocalDate day) {
    DeliveredQueued begun = begin(day, day);
    assertThat(begun.run() == null).isEqualTo(begun.orders() == 0);
    return begun.orders();
  }

  DeliveredQueued begin(LocalDate from, LocalDate to) {
    return in(desk -> desk.batches().begin(new IssueDelivered(from, to)));
  }

  /** The records of the batch that was begun last. */
  List<List<ImportRecord>> batch() {
    return IntStream.range(1, queued.size())
        .mapToObj(at -> List.of(new ImportRecord(at + 1, Map.of(queued.get(0), queued.get(at)))))
        .toList();
  }

  /** Works a slice off, in a transaction. */
  ImportOutcome work(List<List<ImportRecord>> slice) {
    return in(desk -> desk.batch().loadAll(slice));
  }

  /** An item for so many points and so much money each. */
  String item(String cash) {
    String sku = "INV-" + seller.substring(12) + "-" + SKUS.incrementAndGet();
    return in(
        desk ->
            "0.00".equals(cash)
                ? desk.shop().item(sku, 5, 1000).sku()
                : desk.shop().item(sku, 5, cash, 1000).sku());
  }

  static PlaceOrder.Line line(String sku, long quantity) {
    return new PlaceOrder.Line(sku, quantity);
  }

  OrderView order(String cash, PlaceOrder.Line... lines) {
    return order("0.00".equals(cash) ? null : byAccount(cash), lines);
  }

  OrderView order(PayCash pay, PlaceOrder.Line... lines) {
    return in(desk -> desk.shop().place(buyer, pay, List.of(lines)));
  }

  /** An order of one item by way of a cart and a checkout. */
  OrderView checkedOut(PayCash pay, String sku, long pieces) {
    UUID checkout =
        in(
            desk -> {
              desk.shop().put(buyer.id(), sku, pieces);
              return desk.shop().begin(buyer, pay).id();
            });
    return in(desk -> desk.shop().confirm(checkout));
  }

  PayCash byAccount(String cash) {
    return PayCash.from(account, Money.cny(cash));
  }

  /** A gift card pays what it has, the account the rest. */
  PayCash byCard(String cash, String onTheCard) {
    String code = in(desk -> desk.shop().card(onTheCard)).code();
    return new PayCash(Money.cny(cash), account, new PayByCard(code, null));
  }

  OrderView shipped(String cash, PlaceOrder.Line... lines) {
    OrderView order = order(cash, lines);
    return in(desk -> desk.shop().ship(order.id()));
  }

  OrderView delivered(String cash, PlaceOrder.Line... lines) {
    return delivered(order(cash, lines));
  }

  OrderView delivered(OrderView order) {
    return in(desk -> desk.shop().deliver(order.id()));
  }

  void bringBack(OrderView order, int lineNo, long pieces) {
    in(
        desk -> {
          desk.shop()
              .bringBack(
                  order.id(),
                  List.of(new RequestReturn.Line(order.lines().get(lineNo - 1).id(), pieces)));
          return null;
        });
  }

  InvoiceView issue(OrderView order) {
    return issue(order, Buyer.NOBODY_NAMED);
  }

  InvoiceView issue(OrderView order, Buyer to) {
    return in(desk -> desk.book().view(desk.issuing().issue(new IssueInvoice(order.id(), to))));
  }

  OrderInvoices of(OrderView order) {
    return in(desk -> desk.issuing().ofOrder(order.id()));
  }

  InvoiceView see(UUID invoice) {
    return in(desk -> desk.book().view(invoice));
  }

  /** One run of handing over, a transaction an invoice; answers how many were handed over. */
  int file() {
    return FilingRun.all(() -> in(desk -> desk.filing().next()));
  }

  Money balance() {
    return in(desk -> desk.shop().balance(account));
  }
}
