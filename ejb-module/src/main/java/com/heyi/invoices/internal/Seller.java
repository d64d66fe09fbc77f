package com.heyi.invoices.internal;

import com.heyi.invoices.InvoiceError;
import com.heyi.shared.error.HeyiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who sells, as configured: name and tax number stand on each invoice as they were then. */
@ApplicationScoped
public class Seller {
  private Optional<String> name;
  private Optional<String> taxNumber;

  protected Seller() {}

  @Inject
  public Seller(
      @ConfigProperty(name = "heyi.invoices.seller.name") Optional<String> name,
      @ConfigProperty(name = "heyi.invoices.seller.tax-number") Optional<String> taxNumber) {
    this.name = name;
    this.taxNumber = taxNumber;
  }

  /**
   * @param name his name
   * @param taxNumber his unified social credit code
   */
  record Named(String name, String taxNumber) {}

  boolean isKnown() {
    return name.isPresent() && taxNumber.isPresent();
  }

  /**
   * @throws HeyiException {@link InvoiceError#NO_SELLER}, {@link InvoiceError#SELLER_INVALID}
   */
  Named require() {
    if (!isKnown()) {
      throw new HeyiException(InvoiceError.NO_SELLER);
    }
    return new Named(
        name.get(),
        UnifiedSocialCreditCode.parse(taxNumber.get())
            .orElseThrow(() -> new HeyiException(InvoiceError.SELLER_INVALID))
            .value());
  }
}
