package com.heyi.web.complaints;

import com.heyi.complaints.ProgressView;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.Objects;

/** How a complaint stands, as SOAP tells it; nothing of it is about a person. */
@XmlType(name = "ComplaintProgress", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapProgress {
  @XmlElement(required = true)
  private String number;

  @XmlElement(required = true)
  private String status;

  /** ISO 8601, UTC. */
  @XmlElement(required = true)
  private String receivedAt;

  /** Last day for the answer; absent when none is owed. */
  private String dueOn;

  private String answeredAt;
  private String closedAt;

  /** Number of the case that it is dealt with in. */
  private String joinedTo;

  SoapProgress() {}

  SoapProgress(ProgressView progress) {
    number = progress.number();
    status = progress.status().name();
    receivedAt = progress.receivedAt().toString();
    dueOn = Objects.toString(progress.dueOn(), null);
    answeredAt = Objects.toString(progress.answeredAt(), null);
    closedAt = Objects.toString(progress.closedAt(), null);
    joinedTo = progress.joinedTo();
  }
}
