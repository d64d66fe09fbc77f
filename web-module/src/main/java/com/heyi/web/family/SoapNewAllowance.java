package com.heyi.web.family;

import com.heyi.family.AllowanceKind;
import com.heyi.family.Rhythm;
import com.heyi.family.StartAllowance;
import com.heyi.web.soap.SoapFaults;
import com.heyi.web.soap.SoapInput;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.math.BigDecimal;
import java.util.UUID;

/** An allowance to be started, as SOAP tells it. */
@XmlType(name = "NewAllowance", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapNewAllowance {
  @XmlElement(required = true)
  private String guardianId;

  @XmlElement(required = true)
  private String childId;

  /** POCKET_MONEY or LIVING. */
  @XmlElement(required = true)
  private String purpose;

  @XmlElement(required = true)
  private String fromAccount;

  @XmlElement(required = true)
  private String toAccount;

  /** In CNY, each time. */
  @XmlElement(required = true)
  private BigDecimal amount;

  /** WEEKLY or MONTHLY. */
  @XmlElement(required = true)
  private String rhythm;

  /** Day of the week, 1 for Monday, or of the month. */
  private int onDay;

  /** ISO 8601. */
  @XmlElement(required = true)
  private String startsOn;

  /** ISO 8601; may be left out. */
  private String endsOn;

  StartAllowance command(UUID householdId) {
    return new StartAllowance(
        householdId,
        SoapInput.id("guardianId", guardianId),
        SoapInput.id("childId", childId),
        SoapInput.oneOf("purpose", AllowanceKind.class, purpose),
        SoapInput.id("fromAccount", fromAccount),
        SoapInput.id("toAccount", toAccount),
        SoapInput.money("amount", amount),
        SoapInput.oneOf("rhythm", Rhythm.class, rhythm),
        onDay,
        SoapInput.day("startsOn", startsOn),
        SoapInput.day("endsOn", endsOn));
  }
}
