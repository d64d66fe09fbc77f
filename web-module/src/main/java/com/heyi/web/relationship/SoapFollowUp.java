package com.heyi.web.relationship;

import com.heyi.relationship.FollowUpView;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlType;

/** Why somebody should speak to a customer, and until when. */
@XmlType(name = "FollowUp", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapFollowUp {
  private String id;
  private String reason;
  private String status;
  private String dueOn;
  private boolean overdue;
  private String manager;
  private String claimedBy;
  private long version;

  SoapFollowUp() {}

  SoapFollowUp(FollowUpView followUp) {
    id = followUp.id().toString();
    reason = followUp.reason().name();
    status = followUp.status().name();
    dueOn = followUp.dueOn().toString();
    overdue = followUp.overdue();
    manager = followUp.manager();
    claimedBy = followUp.claimedBy();
    version = followUp.version();
  }
}
