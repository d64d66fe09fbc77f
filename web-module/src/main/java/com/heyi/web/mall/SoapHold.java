package com.heyi.web.mall;

import com.heyi.mall.HoldView;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** A hold of points. */
@XmlType(name = "PointsHold", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapHold {
  @XmlElement(required = true)
  private String holdId;

  @XmlElement(required = true)
  private String customerId;

  private long points;
  private long posted;

  /** OPEN, POSTED, VOIDED or TIMED_OUT. */
  @XmlElement(required = true)
  private String status;

  @XmlElement(required = true)
  private String until;

  SoapHold() {}

  SoapHold(HoldView hold) {
    holdId = hold.id().toString();
    customerId = hold.customerId().toString();
    points = hold.points().amount();
    posted = hold.posted().amount();
    status = hold.status().name();
    until = hold.until().toString();
  }
}
