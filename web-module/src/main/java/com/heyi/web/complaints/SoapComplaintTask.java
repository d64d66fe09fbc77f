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

  @XmlElement(required = true)
  private String department;

  private String ask;

  /** Last day, ISO 8601. */
  @XmlElement(required = true)
  private String dueOn;

  private boolean overdue;
  private String answer;

  /** ISO 8601, UTC; absent while it is open. */
  private String doneAt;

  SoapComplaintTask() {}

  SoapComplaintTask(TaskView task) {
    id = task.id().toString();
    complaintId = task.complaintId().toString();
    number = task.number();
    department = task.department();
    ask = task.ask();
    dueOn = task.dueOn().toString();
    overdue = task.overdue();
    answer = task.answer();
    doneAt = task.doneAt() == null ? null : task.doneAt().toString();
  }
}
