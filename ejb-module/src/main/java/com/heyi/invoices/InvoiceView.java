package com.heyi.invoices;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An invoice with all that it says.
 *
 * @param row what a list shows of it
 * @param sellerName the seller
 * @param sellerTaxNumber his tax number
 * @param buyer to whom it is made out
 * @param blue of a red one, the invoice that it takes back; else null
 * @param reds those that take it back, oldest first
 * @param lines its lines
 * @param attempts how often it was handed over in vain
 * @param nextAttemptAt when it is handed over next; null when it is not
 * @param refusal what the authority said when it refused, or null
 * @param requestedBy who had it made
 */
public record InvoiceView(
    InvoiceRow row,
    String sellerName,
    String sellerTaxNumber,
    Buyer buyer,
    Named blue,
    List<Named> reds,
    List<Line> lines,
    int attempts,
    Instant nextAttemptAt,
    String refusal,
    String requestedBy)
    implements Targeted {
  public InvoiceView {
    reds = List.copyOf(reds);
    lines = List.copyOf(lines);
  }

  /** Whether gift cards paid a part of what a line of it costs. */
  public boolean partlyByCard() {
    return lines.stream().anyMatch(line -> !line.byCard().isZero());
  }

  @Override
  public String auditTarget() {
    return "invoice:" + row.id();
  }

  /**
   * Another invoice.
   *
   * @param number our own number
   * @param officialNumber the authority's, or null while it has given none
   * @param gross what it says, tax within
   */
  public record Named(UUID id, String number, String officialNumber, Money gross) {}

  /**
   * A line.
   *
   * @param lineNo its place, from 1
   * @param orderLineId the order's line
   * @param sku the item's code
   * @param name its name
   * @param taxCode the authority's code of the kind of goods
   * @param percent rate of tax; 13.00 is 13 per cent
   * @param quantity pieces; negative on a red one
   * @param price money for one piece, tax within
   * @param gross money for the line, tax within
   * @param byCard what gift cards paid of its price, which is not invoiced
   * @param net without tax
   * @param tax the tax
   * @param toldQuantity how many pieces the invoice tells: those of {@code quantity}, but where a
   *     gift card paid a part a red line tells as many as make its money at the price of its blue
   *     line
   * @param toldPrice what one of them is told at, tax within: its price; when gift cards paid a
   *     part, what is left of that, to ten places
   */
  public record Line(
      int lineNo,
      UUID orderLineId,
      String sku,
      String name,
      String taxCode,
      BigDecimal percent,
      long quantity,
      Money price,
      Money gross,
      Money byCard,
      Money net,
      Money tax,
      BigDecimal toldQuantity,
      BigDecimal toldPrice) {}
}
