package com.heyi.web.mall;

import com.heyi.mall.PointsView;
import com.heyi.mall.Statement;
import com.heyi.mall.StatementRow;
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

/** What came to and went from the points of a branch's own customers. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface StatementOperations {

  /**
   * A part of a customer's statement, latest first unless asked otherwise, with his points per last
   * day as they are now. What stands under records that were merged into his is in it too.
   *
   * @param kind only entries of this kind; absent for all
   * @param sort entryNo or recordedAt, with - in front for the latest first; may be absent
   * @param cursor where the last part ended; absent for the first
   * @param limit entries wanted, 1 to 200; absent for 50
   */
  @WebMethod
  @WebResult(name = "statement")
  PointsStatement getPointsStatement(
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "kind") String kind,
      @WebParam(name = "sort") String sort,
      @WebParam(name = "cursor") String cursor,
      @WebParam(name = "limit") Integer limit);

  /** A part of a statement, and what expires when. */
  @XmlType(name = "PointsStatement", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class PointsStatement {
    @XmlElement(required = true)
    private String customerId;

    private long usable;

    /** Usable points per last day, soonest first; those that never expire are left out. */
    @XmlElement(name = "expiring")
    private List<MallOperations.ExpiringPoints> expiring;

    @XmlElement(name = "entry")
    private List<PointsEntry> entries;

    /** Where to go on; absent at the end. */
    private String nextCursor;

    PointsStatement() {}

    PointsStatement(Statement statement, PointsView points) {
      customerId = statement.customerId().toString();
      usable = points.usable().amount();
      expiring = points.expiring().stream().map(MallOperations.ExpiringPoints::new).toList();
      entries = statement.page().items().stream().map(PointsEntry::new).toList();
      nextCursor = statement.page().nextCursor();
    }
  }

  /** An entry of a statement. */
  @XmlType(name = "PointsEntry", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class PointsEntry {
    @XmlElement(required = true)
    private String entryId;

    /** Number of the merged record under which it stands; absent for the customer's own. */
    private String record;

    private long entryNo;

    /**
     * GRANT, REVOKE, REDEEM, CANCEL, EXPIRE, HOLD, RELEASE, ACTIVATE, ADJUST, SEND, RECEIVE,
     * MERGE_OUT or MERGE_IN.
     */
    @XmlElement(required = true)
    private String kind;

    /** Points more (positive) or fewer (negative). */
    private long amount;

    private long balanceAfter;

    /** Absent when it belongs to no order. */
    private String orderId;

    private String orderNumber;

    /** Absent when none was given. */
    private String reason;

    /** The day for which it counts. */
    @XmlElement(required = true)
    private String effectiveOn;

    @XmlElement(required = true)
    private String recordedAt;

    @XmlElement(required = true)
    private String recordedBy;

    PointsEntry() {}

    PointsEntry(StatementRow row) {
      entryId = row.entryId().toString();
      record = row.record();
      entryNo = row.entryNo();
      kind = row.kind().name();
      amount = row.amount();
      balanceAfter = row.balanceAfter();
      orderId = row.orderId() == null ? null : row.orderId().toString();
      orderNumber = row.orderNumber();
      reason = row.reason();
      effectiveOn = row.effectiveOn().toString();
      recordedAt = row.recordedAt().toString();
      recordedBy = row.recordedBy();
    }
  }
}
