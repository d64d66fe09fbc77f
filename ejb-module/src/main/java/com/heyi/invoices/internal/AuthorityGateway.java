package com.heyi.invoices.internal;

import com.heyi.invoices.InvoiceView;

/** Hands invoices over to the tax authority (电子发票服务平台), or to whoever does for the bank. */
interface AuthorityGateway {
  /** Whether it is set up. */
  boolean isReady();

  /**
   * Has an invoice issued. It may be handed over twice when the server dies between this and the
   * commit, so the other side is told a key, under which it must give the same answer again.
   *
   * @param invoice what it says; of a red one also the authority's number of its blue one
   * @param key the same as long as it may have been issued, another once it was refused and mended
   * @return the authority's number, 20 digits
   * @throws NotIssued when it was not issued
   */
  String issue(InvoiceView invoice, String key);
}
