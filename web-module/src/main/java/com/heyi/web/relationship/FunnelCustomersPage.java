package com.heyi.web.relationship;

import com.heyi.relationship.FunnelCustomer;
import com.heyi.relationship.LifecycleStatus;
import com.heyi.relationship.RetentionFacade;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The customers behind a figure of the funnel or of a cohort. */
@PageAt(
    value = "/relationship/funnel-customers.xhtml",
    facade = RetentionFacade.class,
    needs = "customers")
@Named
@ViewScoped
public class FunnelCustomersPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private RetentionFacade retention;

  private LazyList<FunnelCustomer> list;

  /** Reads the list that the address names. */
  public void open() {
    list = LazyList.of(this::page, "month", "status", "cohort");
  }

  private Page<FunnelCustomer> page(PageRequest request) {
    return retention.customers(MonthTexts.slice(request), MonthTexts.rest(request));
  }

  /** Sends the list as a workbook. */
  public void export() {
    XlsxExport.of("page.funnel.customers", list)
        .column("page.tiers.customer", FunnelCustomer::customerNumber)
        .column("page.tiers.name", FunnelCustomer::customerName)
        .column("page.funnel.cohort", customer -> customer.cohort().toString())
        .column("page.funnel.last-active", customer -> customer.lastActive().toString())
        .send();
  }

  public LifecycleStatus[] getStatuses() {
    return LifecycleStatus.values();
  }

  public LazyList<FunnelCustomer> getList() {
    return list;
  }
}
