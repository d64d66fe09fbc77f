package com.heyi.web.mall;

import com.heyi.mall.CancelOrder;
import com.heyi.mall.CatalogueFacade;
import com.heyi.mall.CorrectionsFacade;
import com.heyi.mall.DecideReturn;
import com.heyi.mall.HoldFacade;
import com.heyi.mall.HoldPoints;
import com.heyi.mall.ItemStatus;
import com.heyi.mall.OrderFacade;
import com.heyi.mall.PlaceOrder;
import com.heyi.mall.PointsFacade;
import com.heyi.mall.PostHold;
import com.heyi.mall.RequestReturn;
import com.heyi.mall.ReturnsFacade;
import com.heyi.mall.TransferPoints;
import com.heyi.mall.VoidHold;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import com.heyi.web.common.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Answers {@link MallOperations}. */
@ApplicationScoped
public class MallOperationsBean implements MallOperations {
  @Inject private PointsFacade points;
  @Inject private CatalogueFacade catalogue;
  @Inject private OrderFacade orders;
  @Inject private HoldFacade holds;
  @Inject private ReturnsFacade returns;
  @Inject private CorrectionsFacade corrections;

  @Override
  public PointsBalance getPoints(String customerId) {
    return new PointsBalance(points.view(id(customerId)));
  }

  @Override
  public CataloguePart listItems(String name, String cursor, Integer limit) {
    Map<String, String> filters =
        Map.of("status", ItemStatus.ON_SALE.name(), "name", name == null ? "" : name);
    String wanted = limit == null ? null : limit.toString();
    return new CataloguePart(
        catalogue.list(
            PageRequest.after(
                cursor == null || cursor.isBlank() ? null : cursor,
                Lists.limit(wanted),
                null,
                filters)));
  }

  @Override
  public MallOrder redeem(
      String requestId, String customerId, List<LineToRedeem> lines, CashToPay pay) {
    List<PlaceOrder.Line> wanted =
        lines == null
            ? List.of()
            : lines.stream().map(line -> new PlaceOrder.Line(line.sku(), line.quantity())).toList();
    return new MallOrder(orders.place(new PlaceOrder(id(customerId), wanted, CashToPay.read(pay))));
  }

  @Override
  public MallOrder getOrder(String idOrNumber) {
    boolean isNumber = idOrNumber != null && idOrNumber.startsWith("M");
    return new MallOrder(isNumber ? orders.viewByNumber(idOrNumber) : orders.view(id(idOrNumber)));
  }

  @Override
  public MallOrder cancelOrder(
      String requestId, String orderId, String reason, List<LineToCancel> lines) {
    List<CancelOrder.Line> wanted =
        lines == null
            ? List.of()
            : lines.stream()
                .map(line -> new CancelOrder.Line(id(line.lineId()), line.quantity()))
                .toList();
    return new MallOrder(orders.cancel(new CancelOrder(id(orderId), null, reason, wanted)));
  }

  @Override
  public SoapHold holdPoints(
      String requestId, String customerId, long points, int minutes, String reason) {
    return new SoapHold(
        holds.place(new HoldPoints(id(customerId), points(points), minutes, reason)));
  }

  @Override
  public SoapHold getHold(String holdId) {
    return new SoapHold(holds.view(id(holdId)));
  }

  @Override
  public SoapHold postHold(String requestId, String holdId, long points, String reason) {
    return new SoapHold(holds.post(new PostHold(id(holdId), points(points), reason)));
  }

  @Override
  public SoapHold voidHold(String requestId, String holdId, String reason) {
    return new SoapHold(holds.release(new VoidHold(id(holdId), reason)));
  }

  @Override
  public PointsBalance transferPoints(
      String requestId, String customerId, String toCustomerId, long points, String reason) {
    corrections.transfer(
        new TransferPoints(id(customerId), id(toCustomerId), points(points), reason));
    return new PointsBalance(this.points.view(id(customerId)));
  }

  /** Absent when it cannot be one, so that validation tells which field is wrong. */
  private static Points points(long amount) {
    return amount < 0 ? null : Points.of(amount);
  }

  @Override
  public MallReturn requestReturn(
      String requestId, String orderId, String reason, List<LineToReturn> lines) {
    List<RequestReturn.Line> wanted =
        lines == null
            ? List.of()
            : lines.stream()
                .map(line -> new RequestReturn.Line(id(line.lineId()), line.quantity()))
                .toList();
    return new MallReturn(returns.request(new RequestReturn(id(orderId), reason, wanted)));
  }

  @Override
  public MallReturn getReturn(String returnId) {
    return new MallReturn(returns.view(id(returnId)));
  }

  @Override
  public MallReturn withdrawReturn(
      String requestId, String returnId, Long expectedVersion, String reason) {
    return new MallReturn(
        returns.withdraw(new DecideReturn(id(returnId), expectedVersion, reason)));
  }

  private static UUID id(String text) {
    return Ids.parse(text == null ? "" : text);
  }
}
