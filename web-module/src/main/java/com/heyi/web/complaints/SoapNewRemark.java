package com.heyi.web.complaints;

import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.RecordRemark;
import com.heyi.complaints.RemarkKind;
import com.heyi.web.soap.SoapFaults;
import com.heyi.web.soap.SoapInput;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** A suggestion or praise to be recorded; the fields are those of {@link RecordRemark}. */
@XmlType(name = "NewRemark", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapNewRemark {
  /** SUGGESTION or PRAISE. */
  @XmlElement(required = true)
  private String kind;

  /** COUNTER, HOTLINE, APP, WEB, LETTER, CALLBACK, SOCIAL or REGULATOR. */
  @XmlElement(required = true)
  private String channel;

  /** Number or id of the customer. */
  private String customer;

  private String name;
  private String contact;
  private String branch;
  private String product;

  @XmlElement(required = true)
  private String narrative;

  /** Account name of who is praised. */
  private String staff;

  SoapNewRemark() {}

  RecordRemark command() {
    return new RecordRemark(
        SoapInput.oneOf("kind", RemarkKind.class, kind),
        SoapInput.oneOf("channel", ComplaintChannel.class, channel),
        customer,
        name,
        contact,
        branch,
        product,
        narrative,
        staff,
        null);
  }
}
