package com.heyi.web.promotions;

import com.heyi.promotions.PriceExplained;
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

/** What goods would cost a branch's own customers. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface PriceOperations {

  /**
   * What a cart would cost a customer, and why: each coupon with what each rule says of it. The
   * rules are those of the checkout; nothing changes.
   *
   * @param lines what is bought; none for his cart
   * @param coupons codes of coupons; none for all that he has
   * @param at the moment, ISO 8601 with its offset; absent for now
   */
  @WebMethod
  @WebResult(name = "price")
  PriceSimulation simulatePrice(
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "line") List<PricedItem> lines,
      @WebParam(name = "coupon") List<String> coupons,
      @WebParam(name = "at") String at);

  /** What would be bought. */
  @XmlType(name = "PricedItem", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class PricedItem {
    @XmlElement(required = true)
    private String sku;

    private long quantity;

    String sku() {
      return sku;
    }

    long quantity() {
      return quantity;
    }
  }

  /** What a cart costs, and why. */
  @XmlType(name = "PriceSimulation", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class PriceSimulation {
    @XmlElement(required = true)
    private String customerId;

    /** The bank's day for which it was worked out. */
    @XmlElement(required = true)
    private String day;

    /** Points before anything is taken off. */
    private long before;

    /** Points that bundles take off. */
    private long bundles;

    /** Points with bundles and the coupons that apply. */
    private long total;

    /** Yuan, of which nothing is taken off. */
    private BigDecimal cash;

    @XmlElement(name = "line")
    private List<PriceSimulationLine> lines;

    /** Each coupon that was looked at, in the order in which it was applied. */
    @XmlElement(name = "coupon")
    private List<JudgedCoupon> coupons;

    PriceSimulation() {}

    PriceSimulation(PriceExplained price) {
      customerId = price.customerId().toString();
      day = price.day().toString();
      before = price.before().amount();
      bundles = price.bundles().amount();
      total = price.total().amount();
      cash = price.cash().amount();
      lines = price.lines().stream().map(PriceSimulationLine::new).toList();
      coupons = price.coupons().stream().map(JudgedCoupon::new).toList();
    }
  }

  /** A line of the cart. */
  @XmlType(name = "PriceSimulationLine", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class PriceSimulationLine {
    @XmlElement(required = true)
    private String sku;

    /** Points for one piece. */
    private long price;

    /** Yuan for one piece, beside the points. */
    private BigDecimal cash;

    private long quantity;

    /** Points taken off the whole line, by bundles and coupons. */
    private long off;

    /** Points for the whole line. */
    private long total;

    PriceSimulationLine() {}

    PriceSimulationLine(PriceExplained.Line line) {
      sku = line.sku();
      price = line.price().amount();
      cash = line.cash().amount();
      quantity = line.quantity();
      off = line.off().amount();
      total = line.total().amount();
    }
  }

  /** A coupon and what each rule says of it. */
  @XmlType(name = "JudgedCoupon", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class JudgedCoupon {
    @XmlElement(required = true)
    private String code;

    @XmlElement(required = true)
    private String name;

    private boolean applied;

    /** Points that it takes off. */
    private long off;

    /** In words of the caller's language, why it applies or does not. */
    @XmlElement(required = true)
    private String why;

    @XmlElement(name = "rule")
    private List<JudgedRule> rules;

    JudgedCoupon() {}

    JudgedCoupon(PriceExplained.Coupon coupon) {
      code = coupon.code();
      name = coupon.name();
      applied = coupon.applied();
      off = coupon.off().amount();
      why = coupon.why();
      rules = coupon.rules().stream().map(JudgedRule::new).toList();
    }
  }

  /** What a rule says of a coupon. */
  @XmlType(name = "JudgedRule", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class JudgedRule {
    /**
     * HIS_OWN, NOT_USED, ON_ITS_DAYS, IN_ITS_BRANCH, ON_ITS_ITEMS, MINIMUM_SPEND, COMBINES,
     * CAMPAIGN_RUNS, WITHIN_BUDGET or TAKES_SOMETHING.
     */
    @XmlElement(required = true)
    private String rule;

    private boolean held;

    /** In words of the caller's language. */
    @XmlElement(required = true)
    private String why;

    JudgedRule() {}

    JudgedRule(PriceExplained.Rule judged) {
      rule = judged.rule().name();
      held = judged.held();
      why = judged.why();
    }
  }
}
