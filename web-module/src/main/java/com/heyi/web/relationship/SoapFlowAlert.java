package com.heyi.web.relationship;

import com.heyi.relationship.AlertView;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlType;
import java.math.BigDecimal;

/** A large sum that came to a customer or went from him on a day, in CNY. */
@XmlType(name = "FlowAlert", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapFlowAlert {
  private String id;
  private String direction;
  private String day;
  private BigDecimal amount;
  private long movements;
  private String status;

  SoapFlowAlert() {}

  SoapFlowAlert(AlertView alert) {
    id = alert.id().toString();
    direction = alert.direction().name();
    day = alert.day().toString();
    amount = alert.amount().amount();
    movements = alert.movements();
    status = alert.status().name();
  }
}
