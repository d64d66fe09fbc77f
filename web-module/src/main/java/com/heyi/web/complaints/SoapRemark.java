package com.heyi.web.complaints;

import com.heyi.complaints.RemarkRow;
import com.heyi.complaints.RemarkView;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** A suggestion or praise as SOAP tells it. */
@XmlType(name = "Remark", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapRemark {
  @XmlElement(required = true)
  private String id;

  private int version;

  @XmlElement(required = true)
  private String number;

  @XmlElement(required = true)
  private String kind;

  @XmlElement(required = true)
  private String status;

  private String branch;
  private String product;
  private String staff;
  private String department;

  /** ISO 8601, UTC. */
  @XmlElement(required = true)
  private String receivedAt;

  /** Absent in lists, and before it is answered. */
  private String answer;

  SoapRemark() {}

  SoapRemark(RemarkRow row) {
    id = row.id().toString();
    version = row.version();
    number = row.number();
    kind = row.kind().name();
    status = row.status().name();
    branch = row.branch();
    product = row.product();
    staff = row.staff();
    department = row.department();
    receivedAt = row.receivedAt().toString();
  }

  SoapRemark(RemarkView remark) {
    this(remark.row());
    answer = remark.answer();
  }
}
