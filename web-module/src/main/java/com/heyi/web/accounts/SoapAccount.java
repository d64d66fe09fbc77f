package com.heyi.web.accounts;

import com.heyi.accounts.AccountView;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** An account as SOAP tells it; the fields are those of {@link AccountView}. */
@XmlType(name = "Account", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapAccount {
  @XmlElement(required = true)
  private String id;

  private long version;

  @XmlElement(required = true)
  private String number;

  @XmlElement(required = true)
  private String customerId;

  @XmlElement(required = true)
  private String type;

  @XmlElement(required = true)
  private String currency;

  @XmlElement(required = true)
  private String branch;

  @XmlElement(required = true)
  private String status;

  /** ISO 8601, UTC. */
  @XmlElement(required = true)
  private String openedAt;

  SoapAccount() {}

  SoapAccount(AccountView account) {
    id = account.id().toString();
    version = account.version();
    number = account.number();
    customerId = account.customerId().toString();
    type = account.type().name();
    currency = account.currency();
    branch = account.branch();
    status = account.status().name();
    openedAt = account.openedAt().toString();
  }
}
