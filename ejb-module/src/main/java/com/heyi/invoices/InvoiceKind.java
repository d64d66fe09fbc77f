package com.heyi.invoices;

/** Which of the two kinds an invoice is. */
public enum InvoiceKind {
  /** 蓝字: for what was sold. */
  BLUE,
  /** 红字: takes back a blue one, in whole or in part; its amounts are negative. */
  RED
}
