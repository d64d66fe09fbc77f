/**
 * Invoices (数电发票) for what orders cost in money: one blue invoice for what was delivered, made on
 * request or in batches, and red ones by themselves when money was given back for what was
 * invoiced. They are handed to the tax authority after the transaction that made them, again and
 * again until it answers.
 *
 * <p>Edges use {@link com.heyi.invoices.InvoicesFacade}. May use {@link com.heyi.shared}; of {@link
 * com.heyi.accounts} the customer directory; of {@link com.heyi.mall} {@link
 * com.heyi.mall.CashSales} and its events; and {@link com.heyi.imports} for batches.
 */
package com.heyi.invoices;
