package com.heyi.web.mall;

import com.heyi.mall.CancelOrder;
import com.heyi.mall.OrderFacade;
import com.heyi.mall.OrderView;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** An order: its lines, what was given back to which lot, and its cancellation. */
@PageAt(value = "/mall/order.xhtml", facade = OrderFacade.class, needs = "view")
@Named
@ViewScoped
public class OrderPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private OrderFacade orders;

  private final FormKey wholeKey = new FormKey();
  private final FormKey lineKey = new FormKey();
  private String id;
  private transient OrderView order;
  private long version;
  private UUID lineId;
  private Long quantity;
  private String reason;

  /** Reads the order that the address names. */
  public void load() {
    order = orders.view(Param.id(id));
    version = order.version();
  }

  /** Cancels all that is left of the order as it was when the page was opened. */
  public String cancelAll() {
    return cancel(wholeKey, List.of());
  }

  /** Cancels some pieces of the chosen line. */
  public String cancelLine() {
    return cancel(lineKey, List.of(new CancelOrder.Line(lineId, quantity)));
  }

  private String cancel(FormKey key, List<CancelOrder.Line> lines) {
    CancelOrder command = new CancelOrder(Param.id(id), version, reason, lines);
    return Commands.run(key, () -> orders.cancel(command))
        .map(
            done ->
                Go.saying("page.mall.order.cancelled", done.number(), done.returned().amount())
                    .again("id", id))
        .orElse(Go.STAY);
  }

  /** Takes the line that the dialog is to be about. */
  public void choose(OrderView.Line line) {
    lineId = line.id();
    quantity = line.left();
  }

  /** The line that the dialog is about, or null. */
  public OrderView.Line getLine() {
    return getOrder().lines().stream()
        .filter(line -> line.id().equals(lineId))
        .findFirst()
        .orElse(null);
  }

  /** Number of an order line in this order. */
  public int lineNo(UUID line) {
    return getOrder().lines().stream()
        .filter(one -> one.id().equals(line))
        .mapToInt(OrderView.Line::lineNo)
        .findFirst()
        .orElse(0);
  }

  /** Whether the caller's role may cancel and there is something to cancel. */
  public boolean isCancellable() {
    Caller caller = CallContext.current();
    return getOrder().cancellable()
        && (caller.has(Role.HEAD_OFFICE_ADMIN) || caller.has(Role.OPERATOR));
  }

  public OrderView getOrder() {
    if (order == null) {
      order = orders.view(Param.id(id));
    }
    return order;
  }

  public FormKey getWholeKey() {
    return wholeKey;
  }

  public FormKey getLineKey() {
    return lineKey;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public Long getQuantity() {
    return quantity;
  }

  public void setQuantity(Long quantity) {
    this.quantity = quantity;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
