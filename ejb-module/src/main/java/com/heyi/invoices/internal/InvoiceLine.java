package com.heyi.invoices.internal;

import com.heyi.mall.CashSales;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A line of an invoice. Written once, with it. */
@Entity
@Immutable
@Table(schema = "invoices", name = "invoice_line")
public class InvoiceLine {
  private static final int PLACES = 10;

  @Id private UUID id;

  @Column(name = "invoice_id")
  private UUID invoiceId;

  @Column(name = "line_no")
  private int lineNo;

  @Column(name = "order_line_id")
  private UUID orderLineId;

  @Column(name = "blue_line_id")
  private UUID blueLineId;

  private String sku;
  private String name;

  @Column(name = "tax_code")
  private String taxCode;

  @Column(name = "tax_rate")
  private BigDecimal taxRate;

  private long quantity;

  @Convert(converter = CnyConverter.class)
  private Money price;

  @Convert(converter = CnyConverter.class)
  private Money gross;

  @Convert(converter = CnyConverter.class)
  private Money net;

  @Convert(converter = CnyConverter.class)
  private Money tax;

  @Convert(converter = CnyConverter.class)
  @Column(name = "by_card")
  private Money byCard;

  @Column(name = "told_quantity", precision = 29, scale = PLACES)
  private BigDecimal toldQuantity;

  @Column(name = "told_price", precision = 26, scale = PLACES)
  private BigDecimal toldPrice;

  protected InvoiceLine() {}

  /** What an account paid for all that stands of a line that was sold, at the rate of the day. */
  static InvoiceLine blue(CashSales.Line sold, TaxRates.Rate rate) {
    InvoiceLine line = new InvoiceLine();
    line.orderLineId = sold.id();
    line.sku = sold.sku();
    line.name = sold.name();
    line.taxCode = rate.taxCode();
    line.taxRate = rate.rate();
    line.quantity = sold.left();
    line.price = sold.price();
    line.byCard = sold.byCard();
    line.says(TaxWithinThePrice.of(sold.byAccount(), rate.rate()));
    if (!line.byCard.isZero()) {
      line.toldQuantity = BigDecimal.valueOf(line.quantity);
      line.toldPrice = divided(line.gross.amount(), line.toldQuantity);
    }
    return line;
  }

  /**
   * The line that takes something of this one back.
   *
   * @param before what was taken back of it before, tax within, 0 or more
   */
  InvoiceLine red(CashSales.GivenBack given, Money before) {
    InvoiceLine line = new InvoiceLine();
    line.orderLineId = orderLineId;
    line.blueLineId = id;
    line.sku = sku;
    line.name = name;
    line.taxCode = taxCode;
    line.taxRate = taxRate;
    line.quantity = -given.quantity();
    line.price = price;
    line.byCard = given.toAccount().minus(given.cash());
    line.says(TaxWithinThePrice.ofPart(before, given.toAccount(), taxRate).negated());
    if (toldPrice != null) {
      line.toldQuantity = toldOf(before).subtract(toldOf(before.plus(given.toAccount())));
      line.toldPrice = toldPrice;
    }
    return line;
  }

  /**
   * How many pieces this line's price is told for that much of its money. The difference of two is
   * what a part is told as, so that all parts add up to the line.
   */
  private BigDecimal toldOf(Money part) {
    return divided(part.amount().multiply(toldQuantity), gross.amount());
  }

  private static BigDecimal divided(BigDecimal what, BigDecimal by) {
    return what.divide(by, PLACES, RoundingMode.HALF_UP);
  }

  private void says(TaxWithinThePrice sum) {
    id = Ids.next();
    gross = sum.gross();
    net = sum.net();
    tax = sum.tax();
  }

  /** Puts it into its invoice. */
  void standsIn(UUID invoice, int place) {
    invoiceId = invoice;
    lineNo = place;
  }

  UUID id() {
    return id;
  }

  UUID invoiceId() {
    return invoiceId;
  }

  int lineNo() {
    return lineNo;
  }

  UUID orderLineId() {
    return orderLineId;
  }

  String sku() {
    return sku;
  }

  String name() {
    return name;
  }

  String taxCode() {
    return taxCode;
  }

  BigDecimal taxRate() {
    return taxRate;
  }

  long quantity() {
    return quantity;
  }

  Money price() {
    return price;
  }

  Money byCard() {
    return byCard;
  }

  /**
   * How many pieces the invoice tells. Where a gift card paid a part, a red line tells as many as
   * make its money at the price of its blue line, which is not how many came back.
   */
  BigDecimal toldQuantity() {
    return toldQuantity == null ? BigDecimal.valueOf(quantity) : plain(toldQuantity);
  }

  /** What one of them is told at, tax within; on a red line the same as on its blue one. */
  BigDecimal toldPrice() {
    if (toldPrice != null) {
      return plain(toldPrice);
    }
    return byCard.isZero() ? price.amount() : divided(gross.amount(), BigDecimal.valueOf(quantity));
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  TaxWithinThePrice sum() {
    return new TaxWithinThePrice(gross, net, tax);
  }
}
