package com.heyi.web.mall;

import com.heyi.mall.CartView;
import com.heyi.mall.CheckoutView;
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

/** Carts and checkouts of a branch's own customers. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface CartOperations {

  /** A customer's cart at today's prices. */
  @WebMethod
  @WebResult(name = "cart")
  MallCart getCart(@WebParam(name = "customerId") String customerId);

  /**
   * Says how many pieces of an item are in the cart.
   *
   * @param quantity pieces; 0 takes it out
   */
  @WebMethod
  @WebResult(name = "cart")
  MallCart putInCart(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "sku") String sku,
      @WebParam(name = "quantity") long quantity);

  /**
   * Agrees to prices that have changed since they were shown.
   *
   * @param total what the customer was told that all of it costs
   */
  @WebMethod
  @WebResult(name = "cart")
  MallCart acceptCartPrices(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "total") long total);

  /**
   * Sets points and pieces aside for all that is in the cart, and takes the money that it costs.
   *
   * @param pay how the money is paid; absent when it costs points only
   */
  @WebMethod
  @WebResult(name = "checkout")
  MallCheckout checkOut(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "coupon") List<String> coupons,
      @WebParam(name = "pay") CashToPay pay);

  /** A checkout. */
  @WebMethod
  @WebResult(name = "checkout")
  MallCheckout getCheckout(@WebParam(name = "checkoutId") String checkoutId);

  /** Places the order with what is set aside. */
  @WebMethod
  @WebResult(name = "checkout")
  MallCheckout confirmCheckout(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "checkoutId") String checkoutId);

  /** Lets go what is set aside; the cart stays. */
  @WebMethod
  @WebResult(name = "checkout")
  MallCheckout releaseCheckout(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "checkoutId") String checkoutId);

  /** A cart. */
  @XmlType(name = "MallCart", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class MallCart {
    @XmlElement(required = true)
    private String customerId;

    private long total;

    /** Yuan, beside the points. */
    private BigDecimal cash;

    private boolean pricesChanged;

    /** The checkout that waits to be confirmed; absent when there is none. */
    private String openCheckout;

    @XmlElement(name = "line")
    private List<MallCartLine> lines;

    MallCart() {}

    MallCart(CartView cart) {
      customerId = cart.customerId().toString();
      total = cart.total().amount();
      cash = cart.cash().amount();
      pricesChanged = cart.pricesChanged();
      openCheckout = cart.openCheckout() == null ? null : cart.openCheckout().toString();
      lines = cart.lines().stream().map(MallCartLine::new).toList();
    }
  }

  /** An item in the cart. */
  @XmlType(name = "MallCartLine", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class MallCartLine {
    @XmlElement(required = true)
    private String sku;

    @XmlElement(required = true)
    private String name;

    private long quantity;
    private long priceSeen;
    private long price;

    /** Yuan for one piece, beside the points. */
    private BigDecimal cash;

    private long stock;
    private boolean onSale;

    MallCartLine() {}

    MallCartLine(CartView.Line line) {
      sku = line.sku();
      name = line.name();
      quantity = line.quantity();
      priceSeen = line.priceSeen().amount();
      price = line.price().amount();
      cash = line.cash().amount();
      stock = line.stock();
      onSale = line.onSale();
    }
  }

  /** A checkout. */
  @XmlType(name = "MallCheckout", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class MallCheckout {
    @XmlElement(required = true)
    private String checkoutId;

    @XmlElement(required = true)
    private String customerId;

    /** OPEN, CONFIRMED, RELEASED or TIMED_OUT. */
    @XmlElement(required = true)
    private String status;

    private long total;

    /** Yuan paid beside the points. */
    private BigDecimal cash;

    @XmlElement(required = true)
    private String until;

    /** Absent before it is confirmed. */
    private String orderId;

    MallCheckout() {}

    MallCheckout(CheckoutView checkout) {
      checkoutId = checkout.id().toString();
      customerId = checkout.customerId().toString();
      status = checkout.status().name();
      total = checkout.total().amount();
      cash = checkout.cash().amount();
      until = checkout.until().toString();
      orderId = checkout.orderId() == null ? null : checkout.orderId().toString();
    }
  }
}
