package com.heyi.web.mall;

import com.heyi.mall.PayByCard;
import com.heyi.mall.PayCash;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.web.soap.SoapFaults;
import com.heyi.web.soap.SoapInput;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.math.BigDecimal;

/** How a customer pays what goods cost in money, in calls of a branch's system. */
@XmlType(name = "CashToPay", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class CashToPay {
  /** Yuan that the customer has agreed to pay. */
  @XmlElement(required = true)
  private BigDecimal amount;

  /** The account of his that pays; absent when a gift card pays all. */
  private String accountId;

  /** Code of a gift card that pays first; absent for none. */
  private String giftCardCode;

  /** Yuan that the gift card pays; absent for as much as is left on it and needed. */
  private BigDecimal giftCardAmount;

  CashToPay() {}

  /** What it says; absent values and amounts that are none stay so, for validation to name them. */
  static PayCash read(CashToPay pay) {
    if (pay == null) {
      return null;
    }
    boolean byCard = pay.giftCardCode != null && !pay.giftCardCode.isBlank();
    return new PayCash(
        money(pay.amount),
        pay.accountId == null ? null : Ids.parse(pay.accountId),
        byCard ? new PayByCard(pay.giftCardCode, cardAmount(pay.giftCardAmount)) : null);
  }

  private static Money cardAmount(BigDecimal amount) {
    return amount == null ? null : SoapInput.money("giftCardAmount", amount);
  }

  private static Money money(BigDecimal amount) {
    boolean isMoney =
        amount != null
            && amount.stripTrailingZeros().scale() <= Money.CNY.getDefaultFractionDigits();
    return isMoney ? new Money(amount, Money.CNY) : null;
  }
}
