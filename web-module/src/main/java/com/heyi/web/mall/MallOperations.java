package com.heyi.web.mall;

import com.heyi.mall.ItemView;
import com.heyi.mall.OrderStep;
import com.heyi.mall.OrderView;
import com.heyi.mall.PointsView;
import com.heyi.mall.ReturnView;
import com.heyi.shared.paging.Page;
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

/**
 * What a branch's system does in the mall for its own customers. Ids are UUIDs as text, days and
 * times ISO 8601.
 */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface MallOperations {

  /** A customer's points today. */
  @WebMethod
  @WebResult(name = "points")
  PointsBalance getPoints(@WebParam(name = "customerId") String customerId);

  /**
   * A part of the catalogue of what is on sale.
   *
   * @param name part of the name, or null for all
   * @param cursor where the last part ended, or null for the first
   * @param limit items wanted, 1 to 200; null for 50
   */
  @WebMethod
  @WebResult(name = "items")
  CataloguePart listItems(
      @WebParam(name = "name") String name,
      @WebParam(name = "cursor") String cursor,
      @WebParam(name = "limit") Integer limit);

  /**
   * Redeems a customer's points for goods, and takes the money that they cost beside them.
   *
   * @param pay how the money is paid; absent when they cost points only
   */
  @WebMethod
  @WebResult(name = "order")
  MallOrder redeem(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "line") List<LineToRedeem> lines,
      @WebParam(name = "pay") CashToPay pay);

  /** An order, by its id or its number. */
  @WebMethod
  @WebResult(name = "order")
  MallOrder getOrder(@WebParam(name = "order") String idOrNumber);

  /**
   * Cancels an order.
   *
   * @param lines what of it; none for all that is left
   */
  @WebMethod
  @WebResult(name = "order")
  MallOrder cancelOrder(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "orderId") String orderId,
      @WebParam(name = "reason") String reason,
      @WebParam(name = "line") List<LineToCancel> lines);

  /**
   * Sets a customer's points aside.
   *
   * @param minutes for how long
   * @param reason what for
   */
  @WebMethod
  @WebResult(name = "hold")
  SoapHold holdPoints(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "points") long points,
      @WebParam(name = "minutes") int minutes,
      @WebParam(name = "reason") String reason);

  /** A hold of points. */
  @WebMethod
  @WebResult(name = "hold")
  SoapHold getHold(@WebParam(name = "holdId") String holdId);

  /** Spends what is held, in whole or in part; the rest goes back. */
  @WebMethod
  @WebResult(name = "hold")
  SoapHold postHold(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "holdId") String holdId,
      @WebParam(name = "points") long points,
      @WebParam(name = "reason") String reason);

  /** Lets go what is held. */
  @WebMethod
  @WebResult(name = "hold")
  SoapHold voidHold(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "holdId") String holdId,
      @WebParam(name = "reason") String reason);

  /** Asks that goods of a delivered order may come back. */
  @WebMethod
  @WebResult(name = "return")
  MallReturn requestReturn(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "orderId") String orderId,
      @WebParam(name = "reason") String reason,
      @WebParam(name = "line") List<LineToReturn> lines);

  /** A return. */
  @WebMethod
  @WebResult(name = "return")
  MallReturn getReturn(@WebParam(name = "returnId") String returnId);

  /** The customer keeps the goods that he had asked to give back. */
  @WebMethod
  @WebResult(name = "return")
  MallReturn withdrawReturn(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "returnId") String returnId,
      @WebParam(name = "expectedVersion") Long expectedVersion,
      @WebParam(name = "reason") String reason);

  /**
   * Gives points to another member of the household; they keep their last day.
   *
   * @return what the giver has left
   */
  @WebMethod
  @WebResult(name = "points")
  PointsBalance transferPoints(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "toCustomerId") String toCustomerId,
      @WebParam(name = "points") long points,
      @WebParam(name = "reason") String reason);

  /** A customer's points. */
  @XmlType(name = "PointsBalance", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class PointsBalance {
    @XmlElement(required = true)
    private String customerId;

    @XmlElement(required = true)
    private String customerNumber;

    @XmlElement(required = true)
    private String customerName;

    private long usable;

    /** Points set aside; they are in none of the lots. */
    private long held;

    /** Points that cannot be used yet. */
    private long locked;

    /** Points in lots whose last day is over, not yet written off. */
    private long expired;

    @XmlElement(name = "lot")
    private List<PointsLot> lots;

    /** Usable points per last day, soonest first; those that never expire are left out. */
    @XmlElement(name = "expiring")
    private List<ExpiringPoints> expiring;

    /** What is set aside, the first to end first. */
    @XmlElement(name = "hold")
    private List<PointsHeld> holds;

    /** What lies under records that have turned out to be this customer. */
    @XmlElement(name = "elsewhere")
    private List<PointsElsewhere> elsewhere;

    PointsBalance() {}

    PointsBalance(PointsView view) {
      customerId = view.customerId().toString();
      customerNumber = view.customerNumber();
      customerName = view.customerName();
      usable = view.usable().amount();
      held = view.held().amount();
      locked = view.locked().amount();
      expired = view.expired().amount();
      lots = view.lots().stream().map(PointsLot::new).toList();
      expiring = view.expiring().stream().map(ExpiringPoints::new).toList();
      holds = view.holds().stream().map(PointsHeld::new).toList();
      elsewhere = view.elsewhere().stream().map(PointsElsewhere::new).toList();
    }
  }

  /** Points with the same last day. */
  @XmlType(name = "PointsLot", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class PointsLot {
    @XmlElement(required = true)
    private String lotId;

    /** GRANTED, RESTORED, ADJUSTED, TRANSFERRED or MOVED. */
    @XmlElement(required = true)
    private String source;

    private long granted;
    private long remaining;

    /** How many of it cannot be used yet, besides what is left. */
    private long locked;

    @XmlElement(required = true)
    private String grantedOn;

    /** Last day on which they can be used; absent when they never expire. */
    private String expiresOn;

    private boolean expired;

    /** First day on which locked points can be used; may be absent. */
    private String activatesOn;

    /** The event that makes them usable; may be absent. */
    private String activatesBy;

    PointsLot() {}

    PointsLot(PointsView.Lot lot) {
      lotId = lot.id().toString();
      source = lot.source().name();
      granted = lot.granted().amount();
      remaining = lot.remaining().amount();
      locked = lot.locked().amount();
      grantedOn = lot.grantedOn().toString();
      expiresOn = lot.expiresOn() == null ? null : lot.expiresOn().toString();
      expired = lot.expired();
      activatesOn = lot.activatesOn() == null ? null : lot.activatesOn().toString();
      activatesBy = lot.activatesBy();
    }
  }

  /** Points that share their last day. */
  @XmlType(name = "ExpiringPoints", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class ExpiringPoints {
    /** The last day on which they can be used. */
    @XmlElement(required = true)
    private String on;

    private long points;

    ExpiringPoints() {}

    ExpiringPoints(PointsView.Expiring expiring) {
      on = expiring.on().toString();
      points = expiring.points().amount();
    }
  }

  /** Points set aside. */
  @XmlType(name = "PointsHeld", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class PointsHeld {
    @XmlElement(required = true)
    private String holdId;

    private long points;

    /** From which moment on they can no longer be posted. */
    @XmlElement(required = true)
    private String until;

    PointsHeld() {}

    PointsHeld(PointsView.Hold hold) {
      holdId = hold.id().toString();
      points = hold.points().amount();
      until = hold.until().toString();
    }
  }

  /** Points under a record that has turned out to be this customer. */
  @XmlType(name = "PointsElsewhere", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class PointsElsewhere {
    @XmlElement(required = true)
    private String customerId;

    @XmlElement(required = true)
    private String customerNumber;

    /** Points that can be moved over. */
    private long usable;

    /** Points set aside or locked there. */
    private long waiting;

    PointsElsewhere() {}

    PointsElsewhere(PointsView.Elsewhere elsewhere) {
      customerId = elsewhere.customerId().toString();
      customerNumber = elsewhere.customerNumber();
      usable = elsewhere.usable().amount();
      waiting = elsewhere.waiting().amount();
    }
  }

  /** A part of the catalogue. */
  @XmlType(name = "CataloguePart", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class CataloguePart {
    @XmlElement(name = "item")
    private List<CatalogueItem> items;

    /** Where to go on; absent at the end. */
    private String nextCursor;

    CataloguePart() {}

    CataloguePart(Page<ItemView> page) {
      items = page.items().stream().map(CatalogueItem::new).toList();
      nextCursor = page.nextCursor();
    }
  }

  /** An item on sale. */
  @XmlType(name = "CatalogueItem", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class CatalogueItem {
    @XmlElement(required = true)
    private String sku;

    @XmlElement(required = true)
    private String name;

    private long price;

    /** Yuan for one piece, beside the points. */
    private BigDecimal cash;

    private long stock;

    CatalogueItem() {}

    CatalogueItem(ItemView item) {
      sku = item.sku();
      name = item.name();
      price = item.price().amount();
      cash = item.cash().amount();
      stock = item.stock();
    }
  }

  /** What to redeem. */
  @XmlType(name = "LineToRedeem", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class LineToRedeem {
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

  /** What to cancel. */
  @XmlType(name = "LineToCancel", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class LineToCancel {
    @XmlElement(required = true)
    private String lineId;

    /** Pieces; absent for all that are left of the line. */
    private Long quantity;

    String lineId() {
      return lineId;
    }

    Long quantity() {
      return quantity;
    }
  }

  /** What is to come back. */
  @XmlType(name = "LineToReturn", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class LineToReturn {
    @XmlElement(required = true)
    private String lineId;

    private long quantity;

    String lineId() {
      return lineId;
    }

    long quantity() {
      return quantity;
    }
  }

  /** A return. */
  @XmlType(name = "MallReturn", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class MallReturn {
    @XmlElement(required = true)
    private String returnId;

    @XmlElement(required = true)
    private String number;

    @XmlElement(required = true)
    private String orderId;

    /** REQUESTED, APPROVED, REFUSED, WITHDRAWN, RECEIVED, INSPECTED or REFUNDED. */
    @XmlElement(required = true)
    private String status;

    private long version;

    /** Points given back; absent as long as none were. */
    private Long refunded;

    MallReturn() {}

    MallReturn(ReturnView view) {
      returnId = view.id().toString();
      number = view.number();
      orderId = view.orderId().toString();
      status = view.status().name();
      version = view.version();
      refunded = view.refunded() == null ? null : view.refunded().amount();
    }
  }

  /** An order. */
  @XmlType(name = "MallOrder", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class MallOrder {
    @XmlElement(required = true)
    private String orderId;

    @XmlElement(required = true)
    private String number;

    @XmlElement(required = true)
    private String customerId;

    /** PLACED, PARTLY_CANCELLED or CANCELLED. */
    @XmlElement(required = true)
    private String status;

    /** PLACED, CONFIRMED, PACKED, SHIPPED, DELIVERED, CANCELLED or RETURNED. */
    @XmlElement(required = true)
    private String stage;

    /** Who brings it; absent before it is shipped. */
    private String carrier;

    private String trackingNumber;

    private long total;
    private long returned;

    /** Yuan that it cost beside the points. */
    private BigDecimal cash;

    /** Yuan of what was cancelled or came back. */
    private BigDecimal cashReturned;

    @XmlElement(required = true)
    private String placedAt;

    /** Absent before it is delivered. */
    private String deliveredAt;

    @XmlElement(name = "line")
    private List<MallOrderLine> lines;

    MallOrder() {}

    MallOrder(OrderView order) {
      orderId = order.id().toString();
      number = order.number();
      customerId = order.customerId().toString();
      status = order.status().name();
      stage = order.stage().name();
      order.timeline().stream()
          .filter(event -> event.step() == OrderStep.SHIP)
          .forEach(
              event -> {
                carrier = event.carrier();
                trackingNumber = event.trackingNumber();
              });
      deliveredAt = order.deliveredAt() == null ? null : order.deliveredAt().toString();
      total = order.total().amount();
      returned = order.returned().amount();
      cash = order.cash().amount();
      cashReturned = order.cashReturned().amount();
      placedAt = order.placedAt().toString();
      lines = order.lines().stream().map(MallOrderLine::new).toList();
    }
  }

  /** A line of an order. */
  @XmlType(name = "MallOrderLine", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class MallOrderLine {
    @XmlElement(required = true)
    private String lineId;

    @XmlElement(required = true)
    private String sku;

    @XmlElement(required = true)
    private String name;

    private long price;

    /** Yuan for one piece, beside the points. */
    private BigDecimal cash;

    private long quantity;
    private long cancelled;
    private long returned;

    MallOrderLine() {}

    MallOrderLine(OrderView.Line line) {
      lineId = line.id().toString();
      sku = line.sku();
      name = line.name();
      price = line.price().amount();
      cash = line.cash().amount();
      quantity = line.quantity();
      cancelled = line.cancelled();
      returned = line.returned();
    }
  }
}
