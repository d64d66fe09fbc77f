package com.heyi.web.giftcards;

import com.heyi.giftcards.Funding;
import com.heyi.giftcards.GiftCardsFacade;
import com.heyi.giftcards.IssueCard;
import com.heyi.shared.value.Money;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;

/** Issues a gift card; for the customer whom the address names, if it names one. */
@PageAt(value = "/giftcards/issue.xhtml", facade = GiftCardsFacade.class, needs = "issue")
@Named
@ViewScoped
public class NewGiftCardPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private GiftCardsFacade cards;
  private final FormKey key = new FormKey();
  private String customerId;
  private BigDecimal amount;
  private Funding funding = Funding.CASH;
  private String reason;

  public String issue() {
    boolean known = customerId != null && !customerId.isBlank();
    IssueCard command =
        new IssueCard(
            amount == null ? null : new Money(amount, Money.CNY),
            funding,
            known ? Param.id(customerId) : null,
            reason);
    return Commands.run(key, () -> cards.issue(command))
        .map(
            card ->
                Go.saying("page.gift-card.issued", card.number())
                    .to("/giftcards/card", "id", card.id()))
        .orElse(Go.STAY);
  }

  public Funding[] getFundings() {
    return Funding.values();
  }

  public FormKey getKey() {
    return key;
  }

  public String getCustomerId() {
    return customerId;
  }

  public void setCustomerId(String customerId) {
    this.customerId = customerId;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public Funding getFunding() {
    return funding;
  }

  public void setFunding(Funding funding) {
    this.funding = funding;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
