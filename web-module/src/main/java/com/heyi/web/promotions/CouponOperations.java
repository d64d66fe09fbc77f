package com.heyi.web.promotions;

import com.heyi.promotions.CouponView;
import com.heyi.web.soap.SoapFaults;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;

/** Coupons of a branch's own customers. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface CouponOperations {

  /** A customer's coupons, newest first. */
  @WebMethod
  @WebResult(name = "coupon")
  List<CustomerCoupon> getCoupons(@WebParam(name = "customerId") String customerId);

  /**
   * Gives a customer a coupon.
   *
   * @param template code of its kind; absent when a campaign is named
   * @param campaign code of the campaign that pays for it, or absent
   */
  @WebMethod
  @WebResult(name = "coupon")
  CustomerCoupon issueCoupon(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "template") String template,
      @WebParam(name = "campaign") String campaign,
      @WebParam(name = "reason") String reason);

  /** A coupon. */
  @XmlType(name = "CustomerCoupon", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class CustomerCoupon {
    @XmlElement(required = true)
    private String couponId;

    /** What the customer names at the checkout. */
    @XmlElement(required = true)
    private String code;

    @XmlElement(required = true)
    private String template;

    @XmlElement(required = true)
    private String name;

    /** AVAILABLE, RESERVED, TAKEN, FORFEITED or REVOKED. */
    @XmlElement(required = true)
    private String status;

    @XmlElement(required = true)
    private String validFrom;

    @XmlElement(required = true)
    private String validUntil;

    private boolean expired;

    CustomerCoupon() {}

    CustomerCoupon(CouponView coupon) {
      couponId = coupon.id().toString();
      code = coupon.code();
      template = coupon.template();
      name = coupon.name();
      status = coupon.status().name();
      validFrom = coupon.validFrom().toString();
      validUntil = coupon.validUntil().toString();
      expired = coupon.expired();
    }
  }
}
