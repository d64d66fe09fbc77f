package com.heyi.web.mall;

import com.heyi.mall.OrderFacade;
import com.heyi.mall.OrderStage;
import com.heyi.mall.OrderStatus;
import com.heyi.mall.OrderSummary;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Orders as a list. */
@PageAt(value = "/mall/orders.xhtml", facade = OrderFacade.class, needs = "list")
@Named
@ViewScoped
public class OrderListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private OrderFacade orders;
  private LazyList<OrderSummary> list;

  /** Reads the list that the address asks for. */
  public void open() {
    list =
        LazyList.of(
            orders::list,
            "number",
            "externalRef",
            "customer",
            "branch",
            "status",
            "stage",
            "sku",
            "from",
            "to");
  }

  public void export() {
    XlsxExport.of("page.mall.orders", list)
        .column("page.mall.order.number", OrderSummary::number)
        .column("page.mall.order.external", OrderSummary::externalRef)
        .column("page.mall.customer.number", OrderSummary::customerNumber)
        .column("page.mall.customer.name", OrderSummary::customerName)
        .column("page.mall.branch", OrderSummary::branch)
        .column("page.mall.status", OrderSummary::status)
        .column("page.mall.stage", OrderSummary::stage)
        .column("page.mall.order.total", OrderSummary::total)
        .column("page.mall.order.cash", OrderSummary::cash)
        .column("page.mall.order.returned", OrderSummary::returned)
        .column("page.mall.order.cash-returned", OrderSummary::cashReturned)
        .column("page.mall.order.placed-at", OrderSummary::placedAt)
        .send();
  }

  public LazyList<OrderSummary> getList() {
    return list;
  }

  public OrderStage[] getStages() {
    return OrderStage.values();
  }

  public OrderStatus[] getStatuses() {
    return OrderStatus.values();
  }
}
