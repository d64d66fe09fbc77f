package com.heyi.web.mall;

import com.heyi.mall.PayCash;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.web.soap.SoapFaults;
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

  /** The account of his that pays. */
  private String accountId;

  CashToPay() {}

  /** What it says; absent values and amounts that are none stay so, for validation to name them. */
  static PayCash read(CashToPay pay) {
    if (pay == null) {
      return null;
    }
    boolean isMoney =
        pay.amount != null
            && pay.amount.stripTrailingZeros().scale() <= Money.CNY.getDefaultFractionDigits();
    return new PayCash(
        isMoney ? new Money(pay.amount, Money.CNY) : null,
        pay.accountId == null ? null : Ids.parse(pay.accountId));
  }
}
