package com.heyi.web.mall;

import com.heyi.invoices.InvoicesFacade;
import com.heyi.invoices.OrderInvoices;
import com.heyi.mall.AdvanceOrder;
import com.heyi.mall.CancelOrder;
import com.heyi.mall.OrderFacade;
import com.heyi.mall.OrderStage;
import com.heyi.mall.OrderStep;
import com.heyi.mall.OrderView;
import com.heyi.mall.ReturnSummary;
import com.heyi.mall.ReturnsFacade;
import com.heyi.mall.ShipOrder;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Formats;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import com.heyi.web.ui.Step;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** An order: how far it is, its lines, what was given back to which lot, and its next step. */
@PageAt(value = "/mall/order.xhtml", facade = OrderFacade.class, needs = "view")
@Named
@ViewScoped
public class OrderPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private OrderFacade orders;
  @Inject private ReturnsFacade returns;
  @Inject private InvoicesFacade invoicing;
  @Inject private transient Formats formats;

  private final FormKey stepKey = new FormKey();
  private final FormKey wholeKey = new FormKey();
  private final FormKey lineKey = new FormKey();
  private String id;
  private transient OrderView order;
  private long version;
  private UUID lineId;
  private Long quantity;
  private String reason;
  private String carrier;
  private String trackingNumber;
  private transient List<ReturnSummary> goods;
  private transient OrderInvoices invoices;

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

  public String confirm() {
    return step(() -> orders.confirm(new AdvanceOrder(Param.id(id), version)));
  }

  public String pack() {
    return step(() -> orders.pack(new AdvanceOrder(Param.id(id), version)));
  }

  public String ship() {
    return step(() -> orders.ship(new ShipOrder(Param.id(id), version, carrier, trackingNumber)));
  }

  public String deliver() {
    return step(() -> orders.deliver(new AdvanceOrder(Param.id(id), version)));
  }

  private String step(Callable<OrderView> command) {
    return Commands.run(stepKey, command)
        .map(
            done ->
                Go.saying("page.mall.order.is-now." + done.stage(), done.number()).again("id", id))
        .orElse(Go.STAY);
  }

  /** The one step that brings the order further and that this person may take, or null. */
  public String getNext() {
    Caller caller = CallContext.current();
    return caller.has(Role.HEAD_OFFICE_ADMIN) || caller.has(Role.OPERATOR)
        ? getOrder().possibleSteps().stream()
            .filter(step -> step != OrderStep.CANCEL && step != OrderStep.RETURN)
            .findFirst()
            .map(Enum::name)
            .orElse(null)
        : null;
  }

  /** Whether this person may ask for goods of this order to come back. */
  public boolean isReturnable() {
    Caller caller = CallContext.current();
    return getOrder().possibleSteps().contains(OrderStep.RETURN)
        && (caller.has(Role.HEAD_OFFICE_ADMIN) || caller.has(Role.OPERATOR));
  }

  /** The bar of the order's life; a cancelled order has none. */
  public List<Step> getProgress() {
    List<OrderStep> life =
        List.of(
            OrderStep.PLACE, OrderStep.CONFIRM, OrderStep.PACK, OrderStep.SHIP, OrderStep.DELIVER);
    OrderView seen = getOrder();
    List<Step> bar = new ArrayList<>();
    boolean open = seen.stage() != OrderStage.CANCELLED;
    for (OrderStep step : life) {
      Optional<OrderView.Event> taken =
          seen.timeline().stream().filter(event -> event.step() == step).findFirst();
      String note = taken.map(event -> formats.time(event.at()) + " " + event.who()).orElse(null);
      Step.State state =
          taken.isPresent() ? Step.State.DONE : open ? Step.State.CURRENT : Step.State.AHEAD;
      open = open && taken.isPresent();
      bar.add(new Step(Texts.of(CallContext.current().locale(), step), note, state));
    }
    return bar;
  }

  /** What happened, the latest first. */
  public List<OrderView.Event> getTimeline() {
    List<OrderView.Event> events = new ArrayList<>(getOrder().timeline());
    Collections.reverse(events);
    return events;
  }

  /** Returns of this order. */
  public List<ReturnSummary> getReturns() {
    if (goods == null) {
      goods =
          returns
              .list(PageRequest.after(null, 50, null, Map.of("orderId", Param.id(id).toString())))
              .items();
    }
    return goods;
  }

  /** What of this order is invoiced. */
  public OrderInvoices getInvoices() {
    if (invoices == null) {
      invoices = invoicing.ofOrder(Param.id(id));
    }
    return invoices;
  }

  /** Whether this person may make invoices. */
  public boolean isInvoicing() {
    Caller caller = CallContext.current();
    return caller.has(Role.HEAD_OFFICE_ADMIN) || caller.has(Role.OPERATOR);
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

  public FormKey getStepKey() {
    return stepKey;
  }

  public String getCarrier() {
    return carrier;
  }

  public void setCarrier(String carrier) {
    this.carrier = carrier;
  }

  public String getTrackingNumber() {
    return trackingNumber;
  }

  public void setTrackingNumber(String trackingNumber) {
    this.trackingNumber = trackingNumber;
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
