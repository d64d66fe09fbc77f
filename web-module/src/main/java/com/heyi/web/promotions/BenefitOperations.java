package com.heyi.web.promotions;

import com.heyi.promotions.BenefitToday;
import com.heyi.promotions.CompletionView;
import com.heyi.promotions.MembershipView;
import com.heyi.promotions.TakenView;
import com.heyi.web.soap.SoapFaults;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.math.BigDecimal;
import java.util.List;

/** Benefits, memberships and tasks of a branch's own customers. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface BenefitOperations {

  /** What a customer may take today, and when next. */
  @WebMethod
  @WebResult(name = "benefit")
  List<CustomerBenefit> getBenefits(@WebParam(name = "customerId") String customerId);

  /**
   * A customer takes a benefit.
   *
   * @param benefit its code
   */
  @WebMethod
  @WebResult(name = "taken")
  TakenBenefit takeBenefit(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "benefit") String benefit);

  /**
   * A customer looks in, once a day.
   *
   * @param task code of the task
   */
  @WebMethod
  @WebResult(name = "earned")
  EarnedPoints checkIn(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "task") String task);

  /**
   * A customer has done a task.
   *
   * @param task code of the task
   * @param reference what it was done by; each earns once
   */
  @WebMethod
  @WebResult(name = "earned")
  EarnedPoints completeTask(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "task") String task,
      @WebParam(name = "reference") String reference);

  /** A customer's memberships, the latest first. */
  @WebMethod
  @WebResult(name = "membership")
  List<CustomerMembership> getMemberships(@WebParam(name = "customerId") String customerId);

  /**
   * A customer buys a level for its fee in points, money or both, or renews it. Faults
   * membership.standing and membership.not-standing say that what it renews is not what he has.
   *
   * @param level code of the level
   * @param accountId the account of his that pays what it costs in money; absent for none
   * @param renews id of the membership of his that goes on; absent when he has none
   */
  @WebMethod
  @WebResult(name = "membership")
  CustomerMembership buyMembership(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "level") String level,
      @WebParam(name = "accountId") String accountId,
      @WebParam(name = "renews") String renews);

  /** A customer's time on a level. */
  @XmlType(name = "CustomerMembership", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class CustomerMembership {
    @XmlElement(required = true)
    private String level;

    @XmlElement(required = true)
    private String name;

    @XmlElement(required = true)
    private String startsOn;

    /** Its last day: as bought, or earlier when it was ended. */
    @XmlElement(required = true)
    private String endsOn;

    private long fee;

    /** Yuan that it cost beside the points. */
    private BigDecimal cash;

    private boolean inForce;

    @XmlElement(required = true)
    private String id;

    /** Whether it is neither over nor ended; the next purchase must name it. */
    private boolean goesOn;

    CustomerMembership() {}

    CustomerMembership(MembershipView membership) {
      level = membership.level();
      name = membership.name();
      startsOn = membership.startsOn().toString();
      endsOn =
          (membership.endedOn() == null ? membership.endsOn() : membership.endedOn()).toString();
      fee = membership.fee().amount();
      cash = membership.cash().amount();
      inForce = membership.inForce();
      id = membership.id().toString();
      goesOn = membership.goesOn();
    }
  }

  /** A benefit as a customer finds it today. */
  @XmlType(name = "CustomerBenefit", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class CustomerBenefit {
    @XmlElement(required = true)
    private String benefit;

    @XmlElement(required = true)
    private String name;

    private boolean mayTake;
    private long taken;

    /** The next day on which he may take it; absent when there is none. */
    private String next;

    CustomerBenefit() {}

    CustomerBenefit(BenefitToday today) {
      benefit = today.benefit().code();
      name = today.benefit().name();
      mayTake = today.mayTake();
      taken = today.taken();
      next = today.next() == null ? null : today.next().toString();
    }
  }

  /** A benefit that was taken. */
  @XmlType(name = "TakenBenefit", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class TakenBenefit {
    @XmlElement(required = true)
    private String day;

    /** Code of the coupon that it gave; absent when it gave points. */
    private String couponCode;

    private long points;
    private String next;

    TakenBenefit() {}

    TakenBenefit(TakenView taken) {
      day = taken.day().toString();
      couponCode = taken.couponCode();
      points = taken.points() == null ? 0 : taken.points().amount();
      next = taken.next() == null ? null : taken.next().toString();
    }
  }

  /** Points that a task earned. */
  @XmlType(name = "EarnedPoints", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class EarnedPoints {
    @XmlElement(required = true)
    private String day;

    private int streak;
    private long points;

    EarnedPoints() {}

    EarnedPoints(CompletionView done) {
      day = done.day().toString();
      streak = done.streak();
      points = done.points().amount();
    }
  }
}
