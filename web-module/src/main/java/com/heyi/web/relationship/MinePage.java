package com.heyi.web.relationship;

import com.heyi.relationship.CareView;
import com.heyi.relationship.FollowUpView;
import com.heyi.relationship.FollowUpsFacade;
import com.heyi.relationship.ManagersFacade;
import com.heyi.shared.paging.PageRequest;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** The customers whom a manager looks after, with their tiers and what waits about them. */
@PageAt(value = "/relationship/mine.xhtml", facade = ManagersFacade.class, needs = "customers")
@Named
@ViewScoped
public class MinePage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How many of those to speak to next are shown. */
  private static final int NEXT = 10;

  @Inject private ManagersFacade managers;
  @Inject private FollowUpsFacade followUps;
  @Inject private TierNames names;

  private LazyList<CareView> list;
  private transient List<FollowUpView> next;

  /** Reads the list and whom to speak to next. */
  public void open() {
    getNext();
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

  /** The follow-ups that are not closed, the nearest due first. */
  public List<FollowUpView> getNext() {
    if (next == null) {
      next =
          followUps
              .list(PageRequest.after(null, NEXT, null, Map.of("status", "OPEN,CLAIMED")))
              .items();
    }
    return next;
  }

  public LazyList<CareView> getList() {
    return list;
  }
}
