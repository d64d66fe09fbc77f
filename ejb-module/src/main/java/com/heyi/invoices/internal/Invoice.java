package com.heyi.invoices.internal;

import com.heyi.invoices.Buyer;
import com.heyi.invoices.BuyerKind;
import com.heyi.invoices.InvoiceError;
import com.heyi.invoices.InvoiceKind;
import com.heyi.invoices.InvoiceStatus;
import com.heyi.mall.CashSales;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.history.WithoutHistory;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.work.GrowingPause;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * An invoice, blue or red. What it says stays as it was made; how it fares with the authority goes
 * from waiting to issued, by way of refusals that a person mends. While the authority cannot be
 * reached it waits, however long, with growing pauses: an invoice that was made is never given up.
 */
@Entity
@WithoutHistory("What it says never changes; each handing over stands in the trail")
@Table(schema = "invoices", name = "invoice")
public class Invoice {
  private static final GrowingPause PAUSE =
      new GrowingPause(Duration.ofSeconds(30), Duration.ofHours(1));
  private static final int LONGEST_REFUSAL = 500;

  @Id private UUID id;
  @Version private int version;

  @Column(updatable = false)
  private String issuer;

  @Column(name = "seller_name", updatable = false)
  private String sellerName;

  @Column(updatable = false)
  private int year;

  @Column(updatable = false)
  private long serial;

  @Column(updatable = false)
  private String number;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private InvoiceKind kind;

  @Column(name = "blue_id", updatable = false)
  private UUID blueId;

  @Column(name = "cancellation_id", updatable = false)
  private UUID cancellationId;

  @Column(name = "order_id", updatable = false)
  private UUID orderId;

  @Column(name = "order_number", updatable = false)
  private String orderNumber;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Column(updatable = false)
  private String branch;

  @Convert(converter = CnyConverter.class)
  @Column(updatable = false)
  private Money gross;

  @Convert(converter = CnyConverter.class)
  @Column(updatable = false)
  private Money net;

  @Convert(converter = CnyConverter.class)
  @Column(updatable = false)
  private Money tax;

  @Column(name = "requested_at", updatable = false)
  private Instant requestedAt;

  @Column(name = "requested_by", updatable = false)
  private String requestedBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "buyer_kind")
  private BuyerKind buyerKind;

  @Personal(Mask.NAME)
  @Column(name = "buyer_title")
  private String buyerTitle;

  @Column(name = "buyer_tax_number")
  private String buyerTaxNumber;

  @Enumerated(EnumType.STRING)
  private InvoiceStatus status;

  /** How often a refusal was mended. */
  private int edition;

  private int attempts;

  @Column(name = "failing_since")
  private Instant failingSince;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  private String trouble;
  private String refusal;

  @Column(name = "official_number")
  private String officialNumber;

  @Column(name = "issued_at")
  private Instant issuedAt;

  protected Invoice() {}

  /**
   * Its number among those of its issuer.
   *
   * @param year of the bank's zone
   * @param serial 1, 2, 3 without gaps
   */
  record Number(int year, long serial) {
    String text() {
      return String.format(Locale.ROOT, "FP%d-%08d", year, serial);
    }
  }

  /** The invoice for what was sold. */
  static Invoice blue(
      Seller.Named seller,
      Number number,
      CashSales.Sale sale,
      Buyer buyer,
      TaxWithinThePrice sum,
      String by,
      Instant now) {
    Invoice invoice = new Invoice(seller.taxNumber(), seller.name(), number, sum, by, now);
    invoice.kind = InvoiceKind.BLUE;
    invoice.orderId = sale.orderId();
    invoice.orderNumber = sale.number();
    invoice.customerId = sale.customerId();
    invoice.branch = sale.branch();
    invoice.madeOutTo(buyer);
    return invoice;
  }

  /**
   * The one that takes something of this one back, from the same seller and to the same buyer.
   *
   * @param cancellation for which money was given back
   * @param sum of what is taken back, negative
   */
  Invoice red(Number number, UUID cancellation, TaxWithinThePrice sum, String by, Instant now) {
    Invoice invoice = new Invoice(issuer, sellerName, number, sum, by, now);
    invoice.kind = InvoiceKind.RED;
    invoice.blueId = id;
    invoice.cancellationId = cancellation;
    invoice.orderId = orderId;
    invoice.orderNumber = orderNumber;
    invoice.customerId = customerId;
    invoice.branch = branch;
    invoice.madeOutTo(buyer());
    return invoice;
  }

  private Invoice(
      String issuer,
      String sellerName,
      Number number,
      TaxWithinThePrice sum,
      String by,
      Instant now) {
    this.id = Ids.next();
    this.issuer = issuer;
    this.sellerName = sellerName;
    this.year = number.year();
    this.serial = number.serial();
    this.number = number.text();
    this.gross = sum.gross();
    this.net = sum.net();
    this.tax = sum.tax();
    this.requestedBy = by;
    this.requestedAt = now;
    this.status = InvoiceStatus.WAITING;
    this.nextAttemptAt = now;
  }

  private void madeOutTo(Buyer buyer) {
    buyerKind = buyer.kind();
    buyerTitle = buyer.title();
    buyerTaxNumber = buyer.taxNumber();
  }

  /** The authority has issued it. */
  void issued(String official, Instant now) {
    attempts++;
    status = InvoiceStatus.ISSUED;
    officialNumber = official;
    issuedAt = now;
    trouble = null;
    refusal = null;
    failingSince = null;
  }

  /** The authority will not issue it as it is. */
  void refused(String reason) {
    attempts++;
    status = InvoiceStatus.REFUSED;
    trouble = InvoiceError.GATEWAY_REFUSED.code();
    refusal = cut(reason);
    failingSince = null;
  }

  /** It was not taken, which says nothing of it: its turn comes again. */
  void failed(InvoiceError why, Instant now) {
    attempts++;
    trouble = why.code();
    failingSince = failingSince == null ? now : failingSince;
    nextAttemptAt = now.plus(PAUSE.after(attempts));
  }

  /** It cannot go yet, which is nobody's failure and is not counted. */
  void waits(InvoiceError why, Instant now) {
    trouble = why.code();
    nextAttemptAt = now.plus(PAUSE.first());
  }

  /** Its blue one was refused, so there is nothing for it to take back. */
  void endsWithBlue() {
    status = InvoiceStatus.REFUSED;
    trouble = InvoiceError.BLUE_REFUSED.code();
    failingSince = null;
  }

  /** Whether it ended with its blue one, without having been asked for itself. */
  boolean endedWithBlue() {
    return status == InvoiceStatus.REFUSED && InvoiceError.BLUE_REFUSED.code().equals(trouble);
  }

  /** Its blue one is handed over again, so it waits for that again: as what it was. */
  void goesOnWithBlue(Instant now) {
    begins(now);
  }

  /**
   * A person wants it handed over again, now. One that was refused goes as a new request; one that
   * waits may be issued already, and goes as what it was.
   *
   * @param buyer to whom it is made out from now on; null leaves him as he is
   * @throws HeyiException {@link CommonError#VERSION_MOVED}, {@link InvoiceError#ISSUED}, {@link
   *     InvoiceError#BLUE_REFUSED}, {@link InvoiceError#RED_KEEPS_BUYER}, {@link
   *     InvoiceError#OUTCOME_UNKNOWN}
   */
  void sendAgain(int expectedVersion, Buyer buyer, Instant now) {
    SeenVersion.require(expectedVersion, version);
    if (status == InvoiceStatus.ISSUED) {
      throw new HeyiException(InvoiceError.ISSUED, number);
    }
    if (endedWithBlue()) {
      throw new HeyiException(InvoiceError.BLUE_REFUSED);
    }
    if (buyer != null) {
      if (kind == InvoiceKind.RED) {
        throw new HeyiException(InvoiceError.RED_KEEPS_BUYER);
      }
      if (status != InvoiceStatus.REFUSED && !buyer.equals(buyer())) {
        throw new HeyiException(InvoiceError.OUTCOME_UNKNOWN, number);
      }
      madeOutTo(buyer);
    }
    if (status == InvoiceStatus.REFUSED) {
      edition++;
    }
    begins(now);
  }

  /** The blue one may have been made out to another buyer before it was issued: so is this. */
  void takesBuyerOf(Invoice blue) {
    madeOutTo(blue.buyer());
  }

  private void begins(Instant now) {
    status = InvoiceStatus.WAITING;
    attempts = 0;
    failingSince = null;
    trouble = null;
    refusal = null;
    nextAttemptAt = now;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_REFUSAL ? text : text.substring(0, LONGEST_REFUSAL);
  }

  UUID id() {
    return id;
  }

  int version() {
    return version;
  }

  /**
   * Under what it is handed over: its id until a refusal was mended, then with a number behind it,
   * for to a key once refused the authority would only refuse again.
   */
  String key() {
    return edition == 0 ? id.toString() : id + "-" + edition;
  }

  String issuer() {
    return issuer;
  }

  String sellerName() {
    return sellerName;
  }

  String number() {
    return number;
  }

  InvoiceKind kind() {
    return kind;
  }

  UUID blueId() {
    return blueId;
  }

  UUID orderId() {
    return orderId;
  }

  String orderNumber() {
    return orderNumber;
  }

  UUID customerId() {
    return customerId;
  }

  String branch() {
    return branch;
  }

  TaxWithinThePrice sum() {
    return new TaxWithinThePrice(gross, net, tax);
  }

  Instant requestedAt() {
    return requestedAt;
  }

  String requestedBy() {
    return requestedBy;
  }

  Buyer buyer() {
    return new Buyer(buyerKind, buyerTitle, buyerTaxNumber);
  }

  InvoiceStatus status() {
    return status;
  }

  int attempts() {
    return attempts;
  }

  /** When it is handed over next; null when it is not. */
  Instant nextAttemptAt() {
    return status == InvoiceStatus.WAITING ? nextAttemptAt : null;
  }

  String trouble() {
    return trouble;
  }

  String refusal() {
    return refusal;
  }

  String officialNumber() {
    return officialNumber;
  }

  Instant issuedAt() {
    return issuedAt;
  }
}
