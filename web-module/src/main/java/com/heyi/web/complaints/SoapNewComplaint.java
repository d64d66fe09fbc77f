package com.heyi.web.complaints;

import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.Complexity;
import com.heyi.complaints.RecordComplaint;
import com.heyi.web.soap.SoapFaults;
import com.heyi.web.soap.SoapInput;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** A complaint to be recorded; the fields are those of {@link RecordComplaint}. */
@XmlType(name = "NewComplaint", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapNewComplaint {
  /** COUNTER, HOTLINE, APP, WEB, LETTER, CALLBACK, SOCIAL or REGULATOR. */
  @XmlElement(required = true)
  private String channel;

  /** Number or id of the customer. */
  private String customer;

  private String complainantName;
  private String complainantContact;
  private String branch;

  @XmlElement(required = true)
  private String product;

  private String subProduct;
  private String issue;
  private String subIssue;

  @XmlElement(required = true)
  private String narrative;

  /** SIMPLE or COMPLEX. */
  private String complexity;

  /** ISO 8601 with offset; left out for now. */
  private String receivedAt;

  private String externalSource;
  private String externalReference;

  /** When the complainant was promised a call, ISO 8601 with offset; left out for none. */
  private String callBackAt;

  SoapNewComplaint() {}

  RecordComplaint command() {
    return new RecordComplaint(
        SoapInput.oneOf("channel", ComplaintChannel.class, channel),
        customer,
        complainantName,
        complainantContact,
        branch,
        product,
        subProduct,
        issue,
        subIssue,
        narrative,
        SoapInput.oneOf("complexity", Complexity.class, complexity),
        SoapInput.moment("receivedAt", receivedAt),
        externalSource,
        externalReference,
        SoapInput.moment("callBackAt", callBackAt));
  }
}
