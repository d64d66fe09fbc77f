package com.heyi.mall.internal;

import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.mall.GrantPoints;
import com.heyi.shared.value.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A line of a shop's invoice, read strictly. One penny is one point; a price below a penny is
 * rounded half up to whole points, because a point cannot be split (0.001 becomes 0: given away).
 *
 * @param line its line in the file
 * @param invoice number of the invoice; a cancellation's begins with C
 * @param customer the shop's id of the customer, empty when it has none
 * @param quantity pieces; negative in a cancellation
 * @param at when, by the shop's clock
 */
record RetailLine(
    long line,
    String invoice,
    String sku,
    String description,
    long quantity,
    Points price,
    String customer,
    LocalDateTime at) {
  static final List<String> COLUMNS =
      List.of(
          "InvoiceNo",
          "StockCode",
          "Description",
          "Quantity",
          "InvoiceDate",
          "UnitPrice",
          "CustomerID");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final int LONGEST_SKU = 40;
  private static final int LONGEST_INVOICE = 40;
  private static final int LONGEST_NAME = 200;
  private static final BigDecimal PENNIES = BigDecimal.valueOf(100);
  private static final BigDecimal DEAREST =
      BigDecimal.valueOf(GrantPoints.MOST).divide(BigDecimal.valueOf(1_000_000));
  private static final long MOST_PIECES = 1_000_000;

  /** A line that fits, or the reason why it does not: exactly one of the two. */
  record Read(RetailLine line, ImportOutcome reject) {}

  boolean isCancellation() {
    return isCancellation(invoice);
  }

  static boolean isCancellation(String invoice) {
    return invoice.startsWith("C");
  }

  /** Reads a record. */
  static Read of(ImportRecord record) {
    String invoice = record.get("InvoiceNo");
    String sku = record.get("StockCode");
    if (invoice.isEmpty() || invoice.length() > LONGEST_INVOICE) {
      return unreadable(record, "InvoiceNo");
    }
    if (sku.isEmpty() || sku.length() > LONGEST_SKU) {
      return unreadable(record, "StockCode");
    }
    long quantity;
    try {
      quantity = Long.parseLong(record.get("Quantity"));
    } catch (NumberFormatException e) {
      return unreadable(record, "Quantity");
    }
    if (Math.abs(quantity) > MOST_PIECES) {
      return unreadable(record, "Quantity");
    }
    BigDecimal price;
    try {
      price = new BigDecimal(record.get("UnitPrice"));
    } catch (NumberFormatException e) {
      return unreadable(record, "UnitPrice");
    }
    if (price.abs().compareTo(DEAREST) > 0) {
      return unreadable(record, "UnitPrice");
    }
    LocalDateTime at;
    try {
      at = LocalDateTime.parse(record.get("InvoiceDate"), TIME);
    } catch (DateTimeException e) {
      return unreadable(record, "InvoiceDate");
    }
    boolean cancels = isCancellation(invoice);
    if (!cancels && !Character.isDigit(invoice.charAt(0))) {
      return rejected(record, RetailReject.ADJUSTMENT, invoice);
    }
    String customer = customer(record.get("CustomerID"));
    if (customer.isEmpty()) {
      return rejected(record, RetailReject.CUSTOMER_MISSING);
    }
    if (!cancels && quantity <= 0) {
      return rejected(record, RetailReject.QUANTITY_NOT_POSITIVE, quantity);
    }
    if (cancels && quantity >= 0) {
      return rejected(record, RetailReject.CANCELLATION_NOT_NEGATIVE, quantity);
    }
    if (price.signum() < 0) {
      return rejected(record, RetailReject.PRICE_NEGATIVE, record.get("UnitPrice"));
    }
    String name = record.get("Description");
    return new Read(
        new RetailLine(
            record.line(),
            invoice,
            sku,
            name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
            quantity,
            points(price),
            customer,
            at),
        null);
  }

  static Points points(BigDecimal price) {
    return Points.of(price.multiply(PENNIES).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  /** The file writes ids as decimals: 17850.0. */
  private static String customer(String text) {
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static Read unreadable(ImportRecord record, String column) {
    return rejected(record, RetailReject.UNREADABLE, column, record.get(column));
  }

  private static Read rejected(ImportRecord record, RetailReject why, Object... args) {
    return new Read(null, ImportOutcome.rejected(record, why.code(), args));
  }
}
