package com.heyi.invoices;

/** How an invoice fares with the tax authority. */
public enum InvoiceStatus {
  /** Waits to be handed over, for the first time or again. */
  WAITING,
  /** The authority has issued it and given its number; nothing of it changes any more. */
  ISSUED,
  /**
   * The authority will not issue it as it is; a person mends it and hands it over again. A red one
   * ends so with its blue one, and goes on with it.
   */
  REFUSED
}
