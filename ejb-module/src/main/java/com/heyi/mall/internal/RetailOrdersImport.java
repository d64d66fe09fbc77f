package com.heyi.mall.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.imports.ImportHandler;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportOutcome.Reject;
import com.heyi.imports.ImportRecord;
import com.heyi.mall.CancelOrder;
import com.heyi.mall.OrderStage;
import com.heyi.mall.OrderStep;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Replays a shop's invoices as orders, by the same code that takes orders at the desk: the customer
 * gets a point for every penny he spends and redeems them for the invoice; each cancellation line
 * is cancelled against the order that it belongs to.
 *
 * <ul>
 *   <li>An invoice is the group; its number is the order's external reference. (One invoice of the
 *       known file stands in it in two pieces, minutes apart: the second becomes an order of its
 *       own, with {@code /2} behind the number.) Lines that do not fit are rejected, the others
 *       make the order.
 *   <li>Times are read as the bank's own. Points of a replay never expire: the shop's money did
 *       not.
 *   <li>The file does not say what the shop had in stock; it must have had what it sold. So each
 *       order first receives what is lacking for it, and no more.
 *   <li>An item is made when it is first sold, at the price of that sale (of the first sale that
 *       was not free), and keeps the last description that is not empty.
 * </ul>
 */
@ApplicationScoped
public class RetailOrdersImport implements ImportHandler {
  /** The app by whose customer ids the shop's customers are known in the register. */
  static final String APP = "MALL";

  /** An invoice may stand in the file in so many pieces. */
  private static final int MOST_PIECES = 5;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private CustomerDirectory customers;
  @Inject private PointsDesk points;
  @Inject private Orders orders;
  @Inject private OrderRefunds refunds;
  @Inject private Catalogue catalogue;
  @Inject private Ledger ledger;

  protected RetailOrdersImport() {}

  RetailOrdersImport(
      EntityManager em,
      Clock clock,
      CustomerDirectory customers,
      PointsDesk points,
      Orders orders,
      OrderRefunds refunds,
      Catalogue catalogue) {
    this.em = em;
    this.clock = clock;
    this.customers = customers;
    this.points = points;
    this.orders = orders;
    this.refunds = refunds;
    this.catalogue = catalogue;
    this.ledger = new Ledger(em, clock);
  }

  @Override
  public String kind() {
    return "retail-orders";
  }

  @Override
  public List<String> columns() {
    return RetailLine.COLUMNS;
  }

  @Override
  public boolean sameGroup(ImportRecord before, ImportRecord record) {
    return before.get("InvoiceNo").equals(record.get("InvoiceNo"));
  }

  @Override
  public ImportOutcome load(List<ImportRecord> group) {
    return loadAll(List.of(group));
  }

  @Override
  public ImportOutcome loadAll(List<List<ImportRecord>> groups) {
    awaitTurn();
    return new Replay(groups).run();
  }

  /** Two replays at once take turns, so that the second finds what the first has loaded. */
  private void awaitTurn() {
    AdvisoryLock.of("mall.import", kind()).take(em);
  }

  /** The invoices of one transaction, with what is asked of the database once for all of them. */
  private final class Replay {
    private final List<Invoice> invoices;
    private final List<Reject> rejects = new ArrayList<>();
    private final Map<String, CustomerRef> admitted = new HashMap<>();
    private final Map<String, Instant> ordersByRef = new HashMap<>();
    private final Set<String> cancelledRefs;
    private final Map<String, ItemRow> items;
    private int loaded;
    private int unchanged;

    Replay(List<List<ImportRecord>> groups) {
      invoices = groups.stream().map(this::read).filter(one -> !one.lines().isEmpty()).toList();
      rememberOrders();
      cancelledRefs = cancelledBefore();
      items = new HashMap<>(catalogue.bySku(skusSold()));
    }

    ImportOutcome run() {
      List<Invoice> fresh = invoices.stream().filter(this::isNew).toList();
      describeItems(fresh);
      for (Invoice invoice : invoices) {
        if (invoice.isCancellation()) {
          cancel(invoice);
        } else if (fresh.contains(invoice)) {
          place(invoice);
        } else {
          unchanged += invoice.lines().size();
        }
      }
      return new ImportOutcome(loaded, unchanged, rejects);
    }

    private Invoice read(List<ImportRecord> group) {
      List<NumberedLine> lines = new ArrayList<>();
      for (int i = 0; i < group.size(); i++) {
        RetailLine.Read read = RetailLine.of(group.get(i));
        if (read.line() == null) {
          rejects.addAll(read.reject().rejects());
        } else {
          lines.add(new NumberedLine(i + 1, read.line()));
        }
      }
      return new Invoice(lines);
    }

    private void rememberOrders() {
      List<String> refs =
          invoices.stream()
              .filter(invoice -> !invoice.isCancellation())
              .flatMap(invoice -> pieces(invoice.number()).stream())
              .distinct()
              .toList();
      new Sql(em)
          .list(
              row -> ordersByRef.put(row.getString("external_ref"), Sql.instant(row, "placed_at")),
              "select external_ref, placed_at from mall.customer_order"
                  + " where external_ref = any(?)",
              (Object) refs.toArray(String[]::new));
    }

    private Set<String> cancelledBefore() {
      List<String> refs =
          invoices.stream()
              .filter(Invoice::isCancellation)
              .flatMap(invoice -> invoice.lines().stream().map(NumberedLine::ref))
              .toList();
      return refs.isEmpty()
          ? Set.of()
          : Set.copyOf(
              new Sql(em)
                  .list(
                      row -> row.getString("external_ref"),
                      "select distinct external_ref from mall.cancellation_line"
                          + " where external_ref = any(?)",
                      (Object) refs.toArray(String[]::new)));
    }

    private Set<String> skusSold() {
      return invoices.stream()
          .filter(invoice -> !invoice.isCancellation())
          .flatMap(invoice -> invoice.lines().stream())
          .map(line -> line.line().sku())
          .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether no order stands for this piece of an invoice; takes a reference for it if so. */
    private boolean isNew(Invoice invoice) {
      if (invoice.isCancellation()) {
        return false;
      }
      List<String> pieces = pieces(invoice.number());
      Instant at = instant(invoice.at());
      if (pieces.stream().anyMatch(ref -> at.equals(ordersByRef.get(ref)))) {
        return false;
      }
      String free =
          pieces.stream()
              .filter(ref -> !ordersByRef.containsKey(ref))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalStateException("Too many pieces of " + invoice.number()));
      ordersByRef.put(free, at);
      invoice.take(free);
      return true;
    }

    /** Makes the items that are sold for the first time, and keeps their latest names. */
    private void describeItems(List<Invoice> fresh) {
      Map<String, Seen> seen = new LinkedHashMap<>();
      for (Invoice invoice : fresh) {
        for (NumberedLine numbered : invoice.lines()) {
          RetailLine line = numbered.line();
          seen.merge(line.sku(), Seen.of(line), Seen::then);
        }
      }
      List<Catalogue.Description> changed = new ArrayList<>();
      seen.forEach(
          (sku, sale) -> {
            ItemRow known = items.get(sku);
            Catalogue.Description wanted =
                known == null
                    ? sale.asNew(sku)
                    : sale.over(known.sku(), known.name(), known.price());
            boolean differs =
                known == null
                    || !wanted.name().equals(known.name())
                    || !wanted.price().equals(known.price());
            if (differs) {
              changed.add(wanted);
            }
          });
      if (!changed.isEmpty()) {
        catalogue.describe(changed);
        items.putAll(catalogue.bySku(changed.stream().map(Catalogue.Description::sku).toList()));
      }
    }

    private void place(Invoice invoice) {
      CustomerRef customer = customer(invoice.customer());
      Instant at = instant(invoice.at());
      LocalDate day = invoice.at().toLocalDate();
      List<OrderDraft.Line> lines =
          invoice.lines().stream()
              .map(NumberedLine::line)
              .map(line -> draft(line, items.get(line.sku())))
              .toList();
      Points spent =
          lines.stream()
              .map(line -> line.price().times(line.quantity()))
              .reduce(Points.ZERO, Points::plus);
      if (!spent.isZero()) {
        points.grant(customer.id(), spent, "spent on " + invoice.ref(), day, null);
      }
      orders.place(
          new OrderDraft(
              customer.id(),
              customer.branch(),
              invoice.ref(),
              false,
              at,
              "received for " + invoice.ref(),
              lines,
              OrderDraft.Limits.NONE,
              null));
      loaded += lines.size();
    }

    private void cancel(Invoice invoice) {
      List<NumberedLine> fresh =
          invoice.lines().stream().filter(line -> !cancelledRefs.contains(line.ref())).toList();
      unchanged += invoice.lines().size() - fresh.size();
      if (fresh.isEmpty()) {
        return;
      }
      CancelsTheLatestEarlierPurchase rule =
          new CancelsTheLatestEarlierPurchase(earlierPurchases(invoice, fresh));
      Cancellations cancellations = new Cancellations();
      for (NumberedLine numbered : fresh) {
        RetailLine line = numbered.line();
        long pieces = -line.quantity();
        long left = rule.left(line.sku());
        List<CancelsTheLatestEarlierPurchase.Match> matches =
            rule.match(line.sku(), line.price(), pieces);
        if (!matches.isEmpty()) {
          matches.forEach(match -> cancellations.add(match, numbered.ref()));
          loaded++;
        } else if (rule.everBought(line.sku())) {
          reject(line, RetailReject.CANCELLED_MORE_THAN_ORDERED, line.sku(), pieces, left);
        } else {
          reject(line, RetailReject.CANCELLED_NEVER_ORDERED, line.customer(), line.sku());
        }
      }
      cancellations.all.forEach(
          one ->
              refunds.cancel(
                  new OrderRefunds.Cancelling(
                      one.orderId,
                      null,
                      "invoice " + invoice.number(),
                      instant(invoice.at()),
                      one.lines,
                      one.refs)));
    }

    /**
     * What of earlier orders can still be cancelled. The customer's account and the orders are
     * held, in the order in which a cancellation takes them, so that none of them is cancelled,
     * brought back or shipped by somebody else before it is cancelled here.
     */
    private List<CancelsTheLatestEarlierPurchase.Purchase> earlierPurchases(
        Invoice invoice, List<NumberedLine> lines) {
      CustomerRef customer = customer(invoice.customer());
      ledger.open(customer.id());
      return new Sql(em)
          .list(
              row ->
                  new CancelsTheLatestEarlierPurchase.Purchase(
                      Sql.uuid(row, "order_id"),
                      Sql.uuid(row, "id"),
                      row.getString("sku"),
                      Sql.points(row, "price"),
                      OrderStep.CANCEL
                              .leadsFrom(OrderStage.valueOf(row.getString("stage")))
                              .isPresent()
                          ? row.getLong("standing")
                          : 0),
              "select l.order_id, l.id, l.sku, l.price, o.stage,"
                  + " l.quantity - l.cancelled - l.returned as standing"
                  + " from mall.customer_order o join mall.order_line l on l.order_id = o.id"
                  + " where o.customer_id = ? and o.placed_at < ? and o.external_ref is not null"
                  // That of an app which ended is no purchase of the retailer's.
                  + " and not o.of_ended_app and l.sku = any(?) order by o.placed_at desc,"
                  + " l.line_no desc, l.id for no key update of o",
              customer.id(),
              instant(invoice.at()),
              lines.stream().map(line -> line.line().sku()).distinct().toArray(String[]::new));
    }

    private void reject(RetailLine line, RetailReject why, Object... args) {
      rejects.add(new Reject(line.line(), why.code(), List.of(args)));
    }

    private CustomerRef customer(String id) {
      return admitted.computeIfAbsent(id, known -> customers.admit(APP, known));
    }

    private OrderDraft.Line draft(RetailLine line, ItemRow item) {
      return new OrderDraft.Line(
          Ids.next(),
          item.id(),
          item.sku(),
          line.description().isEmpty() ? item.name() : line.description(),
          line.price(),
          Money.zero(Money.CNY),
          line.quantity(),
          Points.ZERO,
          null);
    }
  }

  private static List<String> pieces(String invoice) {
    List<String> refs = new ArrayList<>(List.of(invoice));
    for (int piece = 2; piece <= MOST_PIECES; piece++) {
      refs.add(invoice + "/" + piece);
    }
    return refs;
  }

  private Instant instant(LocalDateTime time) {
    return time.atZone(clock.getZone()).toInstant();
  }

  /** A line with its place in the invoice, bad lines counted. */
  private record NumberedLine(int ordinal, RetailLine line) {
    /** By which a second run recognises a cancellation line. */
    String ref() {
      return line.invoice() + ":" + ordinal;
    }
  }

  /** The good lines of an invoice. */
  private static final class Invoice {
    private final List<NumberedLine> lines;
    private String ref;

    Invoice(List<NumberedLine> lines) {
      this.lines = lines;
    }

    List<NumberedLine> lines() {
      return lines;
    }

    boolean isCancellation() {
      return first().isCancellation();
    }

    String number() {
      return first().invoice();
    }

    String customer() {
      return first().customer();
    }

    LocalDateTime at() {
      return first().at();
    }

    void take(String freeRef) {
      ref = freeRef;
    }

    String ref() {
      return ref;
    }

    private RetailLine first() {
      return lines.get(0).line();
    }
  }

  /** What the sales of one transaction say of an item. */
  private record Seen(String name, Points price) {

    static Seen of(RetailLine line) {
      return new Seen(line.description(), line.price());
    }

    Seen then(Seen later) {
      return new Seen(
          later.name.isEmpty() ? name : later.name, price.isZero() ? later.price : price);
    }

    Catalogue.Description asNew(String sku) {
      return new Catalogue.Description(sku, name.isEmpty() ? sku : name, price);
    }

    Catalogue.Description over(String sku, String knownName, Points knownPrice) {
      return new Catalogue.Description(
          sku, name.isEmpty() ? knownName : name, knownPrice.isZero() ? price : knownPrice);
    }
  }

  /** Cancellations by order; an order line stands at most once in each of them. */
  private static final class Cancellations {
    private final List<One> all = new ArrayList<>();

    private static final class One {
      private final UUID orderId;
      private final List<CancelOrder.Line> lines = new ArrayList<>();
      private final List<String> refs = new ArrayList<>();

      One(UUID orderId) {
        this.orderId = orderId;
      }

      boolean takes(CancelsTheLatestEarlierPurchase.Match match) {
        return orderId.equals(match.orderId())
            && lines.stream().noneMatch(line -> line.lineId().equals(match.lineId()));
      }
    }

    void add(CancelsTheLatestEarlierPurchase.Match match, String ref) {
      One one =
          all.stream()
              .filter(open -> open.takes(match))
              .findFirst()
              .orElseGet(
                  () -> {
                    all.add(new One(match.orderId()));
                    return all.get(all.size() - 1);
                  });
      one.lines.add(new CancelOrder.Line(match.lineId(), match.quantity()));
      one.refs.add(ref);
    }
  }
}
