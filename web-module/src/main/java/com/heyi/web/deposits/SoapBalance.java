package com.heyi.web.deposits;

import com.heyi.deposits.AccountBalance;
import com.heyi.deposits.LimitUse;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.math.BigDecimal;
import java.util.List;

/** A balance as SOAP tells it; amounts in CNY. */
@XmlType(name = "Balance", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapBalance {
  @XmlElement(required = true)
  private String accountId;

  @XmlElement(required = true)
  private BigDecimal amount;

  private long movements;

  @XmlElement(name = "limit")
  private List<SoapLimit> limits = List.of();

  SoapBalance() {}

  SoapBalance(AccountBalance balance) {
    accountId = balance.accountId().toString();
    amount = balance.balance().amount();
    movements = balance.movements();
    limits = balance.limits().stream().map(SoapLimit::new).toList();
  }

  /** How far a limit is used. */
  @XmlType(name = "LimitUse", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class SoapLimit {
    @XmlElement(required = true)
    private String kind;

    @XmlElement(required = true)
    private BigDecimal amount;

    @XmlElement(required = true)
    private BigDecimal used;

    @XmlElement(required = true)
    private BigDecimal left;

    /** Whether more is used than the limit. */
    private boolean exceeded;

    SoapLimit() {}

    SoapLimit(LimitUse use) {
      kind = use.kind().name();
      amount = use.limit().amount();
      used = use.used().amount();
      left = use.left().amount();
      exceeded = use.isExceeded();
    }
  }
}
