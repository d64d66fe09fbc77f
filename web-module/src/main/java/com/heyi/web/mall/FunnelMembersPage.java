package com.heyi.web.mall;

import com.heyi.mall.FunnelMember;
import com.heyi.mall.FunnelStep;
import com.heyi.mall.SalesFacade;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The customers behind a step of the funnel. */
@PageAt(value = "/mall/funnel-members.xhtml", facade = SalesFacade.class, needs = "members")
@Named
@ViewScoped
public class FunnelMembersPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private SalesFacade sales;
  private LazyList<FunnelMember> list;

  /** Reads the list that the address asks for. */
  public void open() {
    list = LazyList.of(sales::members, "step", "from", "to");
  }

  /** Sends the list as a workbook. */
  public void export() {
    XlsxExport.of("page.mall.sales.funnel.members", list)
        .column("page.mall.customer.number", FunnelMember::customerNumber)
        .column("page.mall.customer.name", FunnelMember::customerName)
        .column("page.mall.sales.since", FunnelMember::since)
        .column("page.mall.orders", FunnelMember::orders)
        .column("page.mall.points", FunnelMember::value)
        .column("page.mall.order.cash", FunnelMember::cash)
        .send();
  }

  public FunnelStep[] getSteps() {
    return FunnelStep.values();
  }

  public LazyList<FunnelMember> getList() {
    return list;
  }
}
