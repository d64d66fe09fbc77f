package com.heyi.web.giftcards;

import com.heyi.giftcards.CardBalance;
import com.heyi.giftcards.GiftCardView;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.math.BigDecimal;

/** A gift card, for a branch system. */
@XmlType(name = "GiftCard", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapGiftCard {
  @XmlElement(required = true)
  private String cardId;

  @XmlElement(required = true)
  private String number;

  /** ISSUED, ACTIVE, BLOCKED, REPLACED or EXPIRED. */
  @XmlElement(required = true)
  private String status;

  /** Yuan that are left on it. */
  @XmlElement(required = true)
  private BigDecimal balance;

  /** The last day on which it pays. */
  @XmlElement(required = true)
  private String expiresOn;

  /** For changes; absent in the answer to a code. */
  private Long version;

  /** Its code, once, when it is handed over. */
  private String code;

  SoapGiftCard() {}

  SoapGiftCard(CardBalance card) {
    cardId = card.cardId().toString();
    number = card.number();
    status = card.status().name();
    balance = card.balance().amount();
    expiresOn = card.expiresOn().toString();
  }

  SoapGiftCard(GiftCardView card, String code) {
    cardId = card.id().toString();
    number = card.number();
    status = card.status().name();
    balance = card.balance().amount();
    expiresOn = card.expiresOn().toString();
    version = card.version();
    this.code = code;
  }
}
