package com.heyi.web.promotions;

import com.heyi.accounts.CustomersFacade;
import com.heyi.promotions.CouponFacade;
import com.heyi.promotions.PriceExplained;
import com.heyi.promotions.PriceRule;
import com.heyi.promotions.SimulatePrice;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.web.errors.FacesErrors;
import com.heyi.web.ui.PageAt;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The rules of prices, and what they say of a cart. */
@PageAt(value = "/promotions/price.xhtml", facade = CouponFacade.class, needs = "explain")
@Named
@ViewScoped
public class PricePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CouponFacade coupons;
  @Inject private CustomersFacade customers;
  @Inject private Clock clock;
  private String customer;
  private String lines;
  private String codes;
  private LocalDate day;
  private transient PriceExplained explained;

  /** Asks what the cart of the form would cost. */
  public void explain() {
    try {
      explained = coupons.explain(question());
    } catch (HeyiException e) {
      FacesErrors.tell(FacesContext.getCurrentInstance(), e);
    }
  }

  private SimulatePrice question() {
    boolean now = day == null || day.equals(LocalDate.now(clock));
    Instant at = now ? null : day.atTime(12, 0).atZone(clock.getZone()).toInstant();
    return new SimulatePrice(customerId(), bought(), words(codes), at);
  }

  private UUID customerId() {
    return customers.findByNumber(customer == null ? "" : customer.strip()).id();
  }

  /** Codes, each with its pieces after a star. */
  private List<SimulatePrice.Line> bought() {
    List<SimulatePrice.Line> bought = new ArrayList<>();
    for (String word : words(lines)) {
      String[] parts = word.split("[*×xX](?=[0-9]+$)");
      try {
        bought.add(
            new SimulatePrice.Line(parts[0], parts.length > 1 ? Long.parseLong(parts[1]) : 1));
      } catch (NumberFormatException e) {
        throw CommonError.invalid("lines", "page.price.lines.form");
      }
    }
    return bought;
  }

  private static List<String> words(String text) {
    return text == null || text.isBlank()
        ? List.of()
        : Arrays.stream(text.strip().split("[,，\\s]+")).toList();
  }

  public PriceRule[] getRules() {
    return PriceRule.values();
  }

  /** Key of the text that says what a rule asks. */
  public String meaning(PriceRule rule) {
    return "page.price.rule." + rule.name();
  }

  public PriceExplained getExplained() {
    return explained;
  }

  public String getCustomer() {
    return customer;
  }

  public void setCustomer(String customer) {
    this.customer = customer;
  }

  public String getLines() {
    return lines;
  }

  public void setLines(String lines) {
    this.lines = lines;
  }

  public String getCodes() {
    return codes;
  }

  public void setCodes(String codes) {
    this.codes = codes;
  }

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }
}
