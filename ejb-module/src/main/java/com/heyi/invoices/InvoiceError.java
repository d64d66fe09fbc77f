package com.heyi.invoices;

import com.heyi.shared.error.ErrorCode;

/** What goes wrong with invoices. */
public enum InvoiceError implements ErrorCode {
  /** Nothing of the order was paid in money. Argument: its number. */
  NO_CASH("invoice.no-cash", Kind.RULE),
  /** Gift cards paid all that stands of the order. Argument: its number. */
  PAID_BY_CARD("invoice.paid-by-card", Kind.RULE),
  /** The goods have not left yet. Arguments: number of the order, its stage. */
  NOT_SHIPPED("invoice.not-shipped", Kind.RULE),
  /** All that stands of the order is invoiced already. Argument: its number. */
  ALREADY("invoice.already", Kind.CONFLICT),
  /** Who sells is not configured here. */
  NO_SELLER("invoice.no-seller", Kind.RULE),
  /** The configured tax number of the seller is none. */
  SELLER_INVALID("invoice.seller-invalid", Kind.RULE),
  /** A company needs a title. */
  TITLE_MISSING("invoice.title-missing", Kind.INVALID),
  /** A company needs a tax number. */
  TAX_NUMBER_MISSING("invoice.tax-number-missing", Kind.INVALID),
  /** A person has no tax number on an invoice. */
  TAX_NUMBER_OF_PERSON("invoice.tax-number-of-person", Kind.INVALID),
  /** It is no unified social credit code, or a character is wrong. */
  TAX_NUMBER_INVALID("invoice.tax-number-invalid", Kind.INVALID),
  /** No rate of tax holds for an item on the day. Arguments: the item's code, the day. */
  NO_RATE("invoice.no-rate", Kind.RULE),
  /** It is issued, so nothing of it changes. Argument: its number. */
  ISSUED("invoice.is-issued", Kind.RULE),
  /** A red one is made out to whom the blue one is. */
  RED_KEEPS_BUYER("invoice.red-keeps-buyer", Kind.RULE),
  /**
   * It may be issued already, made out as it is: nobody else becomes its buyer until the authority
   * has refused it. Argument: its number.
   */
  OUTCOME_UNKNOWN("invoice.outcome-unknown", Kind.RULE),
  /** The days do not follow each other, or are too many. Argument: the most days. */
  DAYS("invoice.days", Kind.RULE),
  /** A batch is at work on some of these days. Arguments: its days, its run. */
  BATCH_RUNNING("invoice.batch-running", Kind.CONFLICT),
  /** A rate is set for the future. Argument: the earliest day. */
  RATE_PAST("invoice.rate-past", Kind.RULE),
  /** A rate for this is set from this day on already. */
  RATE_DUPLICATE("invoice.rate-duplicate", Kind.CONFLICT),
  /** A category or an item is named by its code; everything has none. */
  RATE_SUBJECT("invoice.rate-subject", Kind.RULE),
  /** No endpoint of the authority is configured here. */
  GATEWAY_OFF("invoice.gateway-off", Kind.RULE),
  /** The endpoint did not answer, or not as agreed. */
  GATEWAY_FAILED("invoice.gateway-failed", Kind.RULE),
  /** The endpoint lets us not in: its address or our token is wrong. */
  GATEWAY_CLOSED("invoice.gateway-closed", Kind.RULE),
  /** The authority will not issue it as it is. */
  GATEWAY_REFUSED("invoice.gateway-refused", Kind.RULE),
  /** The blue invoice that it takes back is not issued yet. */
  BLUE_NOT_ISSUED("invoice.blue-not-issued", Kind.RULE),
  /** The blue invoice that it takes back was refused: it ended with it, and goes on with it. */
  BLUE_REFUSED("invoice.blue-refused", Kind.RULE),
  /** Somebody else is at the order just now. */
  ORDER_BUSY("invoice.order-busy", Kind.CONFLICT),
  /** Something else went wrong; the log tells. */
  BROKEN("invoice.broken", Kind.RULE);

  private final String code;
  private final Kind kind;

  InvoiceError(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
