package com.heyi.invoices;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Sets the rate of value added tax for goods from a day on.
 *
 * @param subjectKind how wide
 * @param subject code of the category or item; null for everything
 * @param validFrom first day, today at the earliest
 * @param percent 0 to 99
 * @param taxCode the authority's 19 digits for the kind of goods
 * @param source where it is written
 */
public record SetTaxRate(
    @NotNull TaxSubject subjectKind,
    @Size(max = 60) String subject,
    @NotNull LocalDate validFrom,
    @NotNull @Min(0) @Max(99) @Digits(integer = 2, fraction = 2) BigDecimal percent,
    @NotNull @Pattern(regexp = "[0-9]{19}") String taxCode,
    @NotBlank @Size(max = 500) String source) {
  public SetTaxRate {
    subject = subject == null ? "" : subject.strip();
  }
}
