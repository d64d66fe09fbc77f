package com.heyi.invoices;

/** To whom an invoice is made out. */
public enum BuyerKind {
  /** A person, with a name or simply 个人. */
  PERSON,
  /** A company or institution, by its title and tax number. */
  COMPANY
}
