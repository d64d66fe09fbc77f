package com.heyi.web.complaints;

import com.heyi.complaints.TaskView;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** A task for a complaint as SOAP tells it; the fields are those of {@link TaskView}. */
@XmlType(name = "ComplaintTask", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapComplaintTask {
  @XmlElement(required = true)
  private String id;

  @XmlElement(required = true)
  private String complaintId;

  @XmlElement(required = true)
  private String number;

  /** ASK for something to be done or found out, CALL for a call that was promised. */
  @XmlElement(required = true)
  private String kind;

  /** Who is asked; absent for a call. */
  private String department;

  private String ask;

  /** Last day, ISO 8601. */
  @XmlElement(required = true)
  private String dueOn;

  /** When the call was promised for, ISO 8601, UTC; absent when it is none. */
  private String callAt;

  private boolean overdue;
  private String answer;

  /** REACHED or NOT_REACHED; absent when it is no call or is open. */
  private String outcome;

  /** ISO 8601, UTC; absent while it is open. */
  private String doneAt;

  SoapComplaintTask() {}

  SoapComplaintTask(TaskView task) {
    id = task.id().toString();
    complaintId = task.complaintId().toString();
    number = task.number();
    kind = task.kind().name();
    department = task.department();
    ask = task.ask();
    dueOn = task.dueOn().toString();
    callAt = text(task.callAt());
    overdue = task.overdue();
    answer = task.answer();
    outcome = text(task.outcome());
    doneAt = text(task.doneAt());
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
