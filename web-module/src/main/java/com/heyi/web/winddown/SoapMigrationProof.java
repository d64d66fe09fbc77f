package com.heyi.web.winddown;

import com.heyi.web.soap.SoapFaults;
import com.heyi.winddown.ProofView;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlType;
import java.math.BigDecimal;

/** Where what an app owed a customer has gone; money in CNY. */
@XmlType(name = "MigrationProof", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapMigrationProof {
  private String app;
  private String into;
  private long pointsBefore;
  private long pointsAfter;
  private long pointsRefunded;
  private long pointsExpired;
  private BigDecimal moneyBefore;
  private BigDecimal moneyAfter;
  private BigDecimal moneyRefunded;
  private BigDecimal moneyExpired;
  private long ordersBefore;
  private long ordersAfter;
  private long ordersRefunded;
  private long couponsBefore;
  private long couponsAfter;
  private long couponsExpired;
  private String migratedAt;

  SoapMigrationProof() {}

  SoapMigrationProof(ProofView proof) {
    app = proof.app();
    into = proof.into();
    pointsBefore = proof.pointsBefore().amount();
    pointsAfter = proof.pointsAfter().amount();
    pointsRefunded = proof.pointsRefunded().amount();
    pointsExpired = proof.pointsExpired().amount();
    moneyBefore = proof.moneyBefore().amount();
    moneyAfter = proof.moneyAfter().amount();
    moneyRefunded = proof.moneyRefunded().amount();
    moneyExpired = proof.moneyExpired().amount();
    ordersBefore = proof.ordersBefore();
    ordersAfter = proof.ordersAfter();
    ordersRefunded = proof.ordersRefunded();
    couponsBefore = proof.couponsBefore();
    couponsAfter = proof.couponsAfter();
    couponsExpired = proof.couponsExpired();
    migratedAt = proof.migratedAt().toString();
  }
}
