package com.heyi.invoices;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * To whom an invoice is made out (抬头).
 *
 * @param kind person or company
 * @param title his name; may be left out for a person, who is then 个人
 * @param taxNumber unified social credit code; for a company only, and there never left out
 */
public record Buyer(
    @NotNull BuyerKind kind, @Size(max = 100) String title, @Size(max = 18) String taxNumber) {
  /** A person who wants no name on it. */
  public static final Buyer NOBODY_NAMED = new Buyer(BuyerKind.PERSON, null, null);

  public Buyer {
    title = title == null || title.isBlank() ? null : title.strip();
    taxNumber =
        taxNumber == null || taxNumber.isBlank()
            ? null
            : taxNumber.strip().toUpperCase(java.util.Locale.ROOT);
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Buyer " + kind;
  }
}
