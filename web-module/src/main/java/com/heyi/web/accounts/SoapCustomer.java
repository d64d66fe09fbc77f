package com.heyi.web.accounts;

import com.heyi.accounts.CustomerView;
import com.heyi.accounts.IdentityView;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;

/** A customer as SOAP tells him; the fields are those of {@link CustomerView}. */
@XmlType(name = "Customer", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapCustomer {
  @XmlElement(required = true)
  private String id;

  private long version;

  @XmlElement(required = true)
  private String number;

  @XmlElement(required = true)
  private String name;

  private String residentId;
  private String gender;
  private Integer age;
  private String phone;
  private long phoneSharedWith;
  private String address;
  private String homeBranch;

  @XmlElement(required = true)
  private String identityStatus;

  /** ISO 8601, UTC. */
  @XmlElement(required = true)
  private String registeredAt;

  @XmlElement(name = "identity")
  private List<Linked> identities;

  @XmlElement(name = "account")
  private List<SoapAccount> accounts;

  SoapCustomer() {}

  SoapCustomer(CustomerView customer) {
    id = customer.id().toString();
    version = customer.version();
    number = customer.number();
    name = customer.name();
    residentId = customer.residentId();
    gender = customer.gender() == null ? null : customer.gender().name();
    age = customer.age();
    phone = customer.phone();
    phoneSharedWith = customer.phoneSharedWith();
    address = customer.address();
    homeBranch = customer.homeBranch();
    identityStatus = customer.identityStatus().name();
    registeredAt = customer.registeredAt().toString();
    identities = customer.identities().stream().map(Linked::new).toList();
    accounts = customer.accounts().stream().map(SoapAccount::new).toList();
  }

  /** An app that knows the customer. */
  @XmlType(name = "Identity", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  static class Linked {
    @XmlElement(required = true)
    private String app;

    @XmlElement(required = true)
    private String externalId;

    /** ISO 8601, UTC. */
    @XmlElement(required = true)
    private String linkedAt;

    Linked() {}

    Linked(IdentityView identity) {
      app = identity.app();
      externalId = identity.externalId();
      linkedAt = identity.linkedAt().toString();
    }
  }
}
