package com.heyi.web.relationship;

import com.heyi.relationship.CareView;
import com.heyi.relationship.ManagersFacade;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The customers whom a manager looks after, with their tiers and what waits about them. */
@PageAt(value = "/relationship/mine.xhtml", facade = ManagersFacade.class, needs = "customers")
@Named
@ViewScoped
public class MinePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ManagersFacade managers;
  @Inject private TierNames names;

  private LazyList<CareView> list;

  /** Reads the list. */
  public void open() {
    list = LazyList.of(managers::customers, "manager", "customer");
  }

  /** Sends the list as a workbook. */
  public void export() {
    XlsxExport.of("page.managers.mine", list)
        .column("page.tiers.customer", CareView::customerNumber)
        .column("page.tiers.name", CareView::customerName)
        .column("page.tiers.tier", care -> names.of(care.tier()))
        .column("page.tiers.grace-until", CareView::graceUntil)
        .column("page.tiers.assets", CareView::assets)
        .column("page.tiers.next-percent", CareView::nextPercent)
        .column("page.managers.manager", CareView::managerName)
        .column("page.managers.acting", CareView::actingManager)
        .column("page.tiers.since", CareView::since)
        .column("page.managers.open-alerts", CareView::openAlerts)
        .send();
  }

  public LazyList<CareView> getList() {
    return list;
  }
}
