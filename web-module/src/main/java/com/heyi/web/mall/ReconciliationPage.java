package com.heyi.web.mall;

import com.heyi.mall.LiabilityFacade;
import com.heyi.mall.Reconciliation;
import com.heyi.web.ui.PageAt;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Proves every balance from its entries when it is opened. */
@PageAt(value = "/mall/reconciliation.xhtml", facade = LiabilityFacade.class, needs = "reconcile")
@Named
@RequestScoped
public class ReconciliationPage {
  @Inject private LiabilityFacade facade;
  private Reconciliation result;

  /** Goes through all customers. */
  public void open() {
    result = facade.reconcile();
  }

  public Reconciliation getResult() {
    return result;
  }
}
