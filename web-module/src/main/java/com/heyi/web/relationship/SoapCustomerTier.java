package com.heyi.web.relationship;

import com.heyi.relationship.StandingView;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlType;
import java.math.BigDecimal;

/** A customer's tier today, and what he lacks for the next; money in CNY, days as ISO dates. */
@XmlType(name = "CustomerTier", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapCustomerTier {
  private String tier;
  private String since;
  private String graceUntil;
  private String setByHandUntil;
  private String nextTier;
  private int nextPercent;
  private BigDecimal missingAssets;
  private Long missingActivity;
  private Long missingPoints;

  SoapCustomerTier() {}

  SoapCustomerTier(StandingView standing) {
    tier = standing.tier();
    since = standing.since().toString();
    graceUntil = text(standing.graceUntil());
    setByHandUntil = text(standing.handUntil());
    nextTier = standing.next();
    nextPercent = standing.nextPercent();
    if (standing.missing() != null) {
      missingAssets =
          standing.missing().assets() == null ? null : standing.missing().assets().amount();
      missingActivity = standing.missing().activity();
      missingPoints =
          standing.missing().points() == null ? null : standing.missing().points().amount();
    }
  }

  private static String text(Object day) {
    return day == null ? null : day.toString();
  }
}
