package com.heyi.web.relationship;

import com.heyi.relationship.CareView;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlType;

/** Who looks after a customer, and who sees to him today; empty while nobody does. */
@XmlType(name = "CustomerManager", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapCustomerManager {
  private String account;
  private String name;
  private String actingAccount;
  private String since;

  SoapCustomerManager() {}

  SoapCustomerManager(CareView care) {
    account = care.manager();
    name = care.managerName();
    actingAccount = care.actingManager();
    since = care.since() == null ? null : care.since().toString();
  }
}
