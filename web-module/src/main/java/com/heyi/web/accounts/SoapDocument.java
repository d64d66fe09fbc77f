package com.heyi.web.accounts;

import com.heyi.accounts.DocumentView;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** A document as SOAP tells it; its number masked, days and times in ISO 8601. */
@XmlType(name = "CustomerDocument", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapDocument {
  @XmlElement(required = true)
  private String documentKind;

  private String documentNumber;
  private String expiresOn;
  private boolean valid;

  @XmlElement(required = true)
  private String recordedAt;

  SoapDocument() {}

  SoapDocument(DocumentView document) {
    documentKind = document.kind().name();
    documentNumber = document.number();
    expiresOn = document.expiresOn() == null ? null : document.expiresOn().toString();
    valid = document.valid();
    recordedAt = document.recordedAt().toString();
  }
}
