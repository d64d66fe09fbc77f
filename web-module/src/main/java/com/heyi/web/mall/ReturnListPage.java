package com.heyi.web.mall;

import com.heyi.mall.ReturnStatus;
import com.heyi.mall.ReturnSummary;
import com.heyi.mall.ReturnsFacade;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Returns as a list. */
@PageAt(value = "/mall/returns.xhtml", facade = ReturnsFacade.class, needs = "list")
@Named
@ViewScoped
public class ReturnListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ReturnsFacade returns;
  private LazyList<ReturnSummary> list;

  /** Reads the list that the address asks for. */
  public void open() {
    list =
        LazyList.of(returns::list, "number", "order", "customer", "status", "branch", "from", "to");
  }

  public void export() {
    XlsxExport.of("page.mall.returns", list)
        .column("page.mall.return.number", ReturnSummary::number)
        .column("page.mall.order.number", ReturnSummary::orderNumber)
        .column("page.mall.customer.number", ReturnSummary::customerNumber)
        .column("page.mall.customer.name", ReturnSummary::customerName)
        .column("page.mall.branch", ReturnSummary::branch)
        .column("page.mall.status", ReturnSummary::status)
        .column("page.mall.return.requested-at", ReturnSummary::requestedAt)
        .send();
  }

  public LazyList<ReturnSummary> getList() {
    return list;
  }

  public ReturnStatus[] getStatuses() {
    return ReturnStatus.values();
  }
}
