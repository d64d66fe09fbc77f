package com.heyi.web.complaints;

import com.heyi.complaints.ComplaintView;
import com.heyi.complaints.StepView;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;

/** A complaint as SOAP tells it; the fields are those of {@link ComplaintView}. */
@XmlType(name = "Complaint", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapComplaint {
  @XmlElement(required = true)
  private String id;

  private long version;

  @XmlElement(required = true)
  private String number;

  @XmlElement(required = true)
  private String status;

  @XmlElement(required = true)
  private String channel;

  private String branch;
  private String customerNumber;
  private String complainantName;
  private String complainantContact;

  @XmlElement(required = true)
  private String product;

  private String subProduct;
  private String issue;
  private String subIssue;
  private String narrative;

  @XmlElement(required = true)
  private String complexity;

  /** ISO 8601, UTC. */
  @XmlElement(required = true)
  private String receivedAt;

  @XmlElement(required = true)
  private String rulePack;

  /** Last day that is in time, ISO 8601. */
  @XmlElement(required = true)
  private String dueOn;

  /** Negative when overdue; absent when no answer is owed. */
  private Integer daysLeft;

  private boolean overdue;

  /** Absent while it is open. */
  private Boolean onTime;

  private String handlerName;
  private String resolution;
  private String answer;

  /** ISO 8601, UTC. */
  private String answeredAt;

  /** ISO 8601, UTC. */
  private String closedAt;

  @XmlElement(name = "step")
  private List<Taken> steps;

  SoapComplaint() {}

  SoapComplaint(ComplaintView complaint) {
    id = complaint.id().toString();
    version = complaint.version();
    number = complaint.number();
    status = complaint.status().name();
    channel = complaint.channel().name();
    branch = complaint.branch();
    customerNumber = complaint.customerNumber();
    complainantName = complaint.complainantName();
    complainantContact = complaint.complainantContact();
    product = complaint.product();
    subProduct = complaint.subProduct();
    issue = complaint.issue();
    subIssue = complaint.subIssue();
    narrative = complaint.narrative();
    complexity = complaint.complexity().name();
    receivedAt = complaint.receivedAt().toString();
    rulePack = complaint.rulePack();
    dueOn = complaint.dueOn().toString();
    daysLeft = complaint.daysLeft();
    overdue = complaint.overdue();
    onTime = complaint.onTime();
    handlerName = complaint.handlerName();
    resolution = text(complaint.resolution());
    answer = complaint.answer();
    answeredAt = text(complaint.answeredAt());
    closedAt = text(complaint.closedAt());
    steps = complaint.steps().stream().map(Taken::new).toList();
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  /** A step that was taken. */
  @XmlType(name = "ComplaintStep", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  static class Taken {
    @XmlElement(required = true)
    private String step;

    private String from;

    @XmlElement(required = true)
    private String to;

    /** ISO 8601, UTC. */
    @XmlElement(required = true)
    private String takenAt;

    @XmlElement(required = true)
    private String whoName;

    Taken() {}

    Taken(StepView view) {
      step = view.step().name();
      from = text(view.from());
      to = view.to().name();
      takenAt = view.takenAt().toString();
      whoName = view.whoName();
    }
  }
}
