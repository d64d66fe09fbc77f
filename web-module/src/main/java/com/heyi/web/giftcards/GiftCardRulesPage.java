package com.heyi.web.giftcards;

import com.heyi.giftcards.CardRule;
import com.heyi.giftcards.GiftCardsFacade;
import com.heyi.giftcards.SetCardRule;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Money;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** How long gift cards last and how much they may hold, from which day on. */
@PageAt(value = "/giftcards/rules.xhtml", facade = GiftCardsFacade.class, needs = "rules")
@Named
@ViewScoped
public class GiftCardRulesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private GiftCardsFacade cards;
  private final FormKey key = new FormKey();
  private transient List<CardRule> rules;
  private LocalDate validFrom;
  private Integer months;
  private Integer refundDays;
  private BigDecimal most;
  private String source;

  /** Reads the rules. */
  public void load() {
    rules = cards.rules();
  }

  /** Sets the rule of the form. */
  public String set() {
    SetCardRule command =
        new SetCardRule(
            validFrom,
            months == null ? 0 : months,
            refundDays == null ? 0 : refundDays,
            most == null ? null : new Money(most, Money.CNY),
            source);
    return Commands.run(key, () -> cards.setRule(command))
        .map(
            done -> Go.saying("page.gift-card.rule.saved", done.validFrom()).to("/giftcards/rules"))
        .orElse(Go.STAY);
  }

  /** Whether the caller's role may set rules. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public List<CardRule> getRules() {
    if (rules == null) {
      load();
    }
    return rules;
  }

  public FormKey getKey() {
    return key;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public Integer getMonths() {
    return months;
  }

  public void setMonths(Integer months) {
    this.months = months;
  }

  public Integer getRefundDays() {
    return refundDays;
  }

  public void setRefundDays(Integer refundDays) {
    this.refundDays = refundDays;
  }

  public BigDecimal getMost() {
    return most;
  }

  public void setMost(BigDecimal most) {
    this.most = most;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }
}
