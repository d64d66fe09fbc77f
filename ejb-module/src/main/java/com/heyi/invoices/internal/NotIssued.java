package com.heyi.invoices.internal;

import com.heyi.invoices.InvoiceError;

/** The authority did not issue an invoice. */
final class NotIssued extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final InvoiceError error;
  private final String refusal;

  private NotIssued(InvoiceError error, String refusal, String detail) {
    super(detail);
    this.error = error;
    this.refusal = refusal;
  }

  /**
   * It will not be issued as it is.
   *
   * @param reason what the authority said
   */
  static NotIssued refused(String reason) {
    return new NotIssued(InvoiceError.GATEWAY_REFUSED, reason, "Refused");
  }

  /**
   * It was not taken now, and may be later.
   *
   * @param detail for the log, without what the invoice says
   */
  static NotIssued now(InvoiceError error, String detail) {
    return new NotIssued(error, null, detail);
  }

  boolean isRefused() {
    return refusal != null;
  }

  /** Whether no other invoice would be taken either. */
  boolean isClosed() {
    return error == InvoiceError.GATEWAY_CLOSED;
  }

  InvoiceError error() {
    return error;
  }

  String refusal() {
    return refusal;
  }
}
