package com.heyi.web.deposits;

import com.heyi.deposits.MovementView;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.math.BigDecimal;

/** A movement as SOAP tells it; amounts in CNY, negative out of the account. */
@XmlType(name = "Movement", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapMovement {
  @XmlElement(required = true)
  private String movementId;

  @XmlElement(required = true)
  private String accountId;

  private long seq;

  @XmlElement(required = true)
  private String kind;

  @XmlElement(required = true)
  private BigDecimal amount;

  @XmlElement(required = true)
  private BigDecimal balanceAfter;

  private String counterparty;
  private String memo;

  /** ISO 8601. */
  @XmlElement(required = true)
  private String bookedOn;

  /** ISO 8601, UTC. */
  @XmlElement(required = true)
  private String bookedAt;

  private String reverses;
  private boolean reversible;

  /** The movement that took it back; absent when none did. */
  private String reversedBy;

  SoapMovement() {}

  SoapMovement(MovementView movement) {
    movementId = movement.movementId().toString();
    accountId = movement.accountId().toString();
    seq = movement.seq();
    kind = movement.kind().name();
    amount = movement.amount().amount();
    balanceAfter = movement.balanceAfter().amount();
    counterparty = movement.counterparty();
    memo = movement.memo();
    bookedOn = movement.bookedOn().toString();
    bookedAt = movement.bookedAt().toString();
    reverses = movement.reverses() == null ? null : movement.reverses().toString();
    reversedBy = movement.reversedBy() == null ? null : movement.reversedBy().toString();
    reversible = movement.reversible();
  }
}
