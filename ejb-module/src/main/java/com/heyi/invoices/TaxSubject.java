package com.heyi.invoices;

/** What a rate of tax is for, from the widest to the narrowest; the narrowest that fits counts. */
public enum TaxSubject {
  EVERYTHING,
  /** A category of the mall and all below it. */
  CATEGORY,
  ITEM
}
