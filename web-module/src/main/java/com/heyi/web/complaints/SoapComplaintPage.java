package com.heyi.web.complaints;

import com.heyi.complaints.ComplaintRow;
import com.heyi.shared.paging.Page;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;

/** A part of the complaints as SOAP tells it. */
@XmlType(name = "ComplaintPage", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapComplaintPage {
  @XmlElement(name = "complaint")
  private List<Row> rows;

  /** Where to go on; absent on the last page. */
  private String nextCursor;

  SoapComplaintPage() {}

  SoapComplaintPage(Page<ComplaintRow> page) {
    rows = page.items().stream().map(Row::new).toList();
    nextCursor = page.nextCursor();
  }

  /** A complaint in the list. */
  @XmlType(name = "ComplaintRow", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  static class Row {
    @XmlElement(required = true)
    private String id;

    private long version;

    @XmlElement(required = true)
    private String number;

    @XmlElement(required = true)
    private String status;

    @XmlElement(required = true)
    private String channel;

    @XmlElement(required = true)
    private String product;

    private String issue;
    private String branch;
    private String customerNumber;
    private String handlerName;

    /** ISO 8601, UTC. */
    @XmlElement(required = true)
    private String receivedAt;

    /** Last day that is in time, ISO 8601. */
    @XmlElement(required = true)
    private String dueOn;

    /** Negative when overdue; absent when no answer is owed. */
    private Integer daysLeft;

    private boolean overdue;

    Row() {}

    Row(ComplaintRow row) {
      id = row.id().toString();
      version = row.version();
      number = row.number();
      status = row.status().name();
      channel = row.channel().name();
      product = row.product();
      issue = row.issue();
      branch = row.branch();
      customerNumber = row.customerNumber();
      handlerName = row.handlerName();
      receivedAt = row.receivedAt().toString();
      dueOn = row.dueOn().toString();
      daysLeft = row.daysLeft();
      overdue = row.overdue();
    }
  }
}
