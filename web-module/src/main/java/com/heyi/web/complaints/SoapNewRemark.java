package com.heyi.web.complaints;

import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.RecordRemark;
import com.heyi.complaints.RemarkKind;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;

/** A suggestion or praise to be recorded; the fields are those of {@link RecordRemark}. */
@XmlType(name = "NewRemark", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapNewRemark {
  /** SUGGESTION or PRAISE. */
  @XmlElement(required = true)
  private String kind;

  /** COUNTER, HOTLINE, APP, WEB, LETTER, CALLBACK, SOCIAL or REGULATOR. */
  @XmlElement(required = true)
  private String channel;

  /** Number or id of the customer. */
  private String customer;

  private String name;
  private String contact;
  private String branch;
  private String product;

  @XmlElement(required = true)
  private String narrative;

  /** Account name of who is praised. */
  private String staff;

  SoapNewRemark() {}

  RecordRemark command() {
    return new RecordRemark(
        constant("kind", RemarkKind.class, kind),
        constant("channel", ComplaintChannel.class, channel),
        customer,
        name,
        contact,
        branch,
        product,
        narrative,
        staff,
        null);
  }

  private static <E extends Enum<E>> E constant(String field, Class<E> type, String text) {
    try {
      return text == null || text.isBlank() ? null : Enum.valueOf(type, text.strip());
    } catch (IllegalArgumentException e) {
      throw HeyiException.ofFields(
          CommonError.INVALID, List.of(FieldError.of(field, "constraint.Pattern")));
    }
  }
}
