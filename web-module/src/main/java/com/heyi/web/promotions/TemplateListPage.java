package com.heyi.web.promotions;

import com.heyi.promotions.CouponFacade;
import com.heyi.promotions.Reduction;
import com.heyi.promotions.TemplateStatus;
import com.heyi.promotions.TemplateView;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The kinds of coupons. */
@PageAt(value = "/promotions/templates.xhtml", facade = CouponFacade.class, needs = "templates")
@Named
@ViewScoped
public class TemplateListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CouponFacade coupons;
  private LazyList<TemplateView> list;

  /** Reads the list that the address asks for. */
  public void open() {
    list = LazyList.of(coupons::templates, "code", "name", "status", "reduction");
  }

  public LazyList<TemplateView> getList() {
    return list;
  }

  public TemplateStatus[] getStatuses() {
    return TemplateStatus.values();
  }

  public Reduction[] getReductions() {
    return Reduction.values();
  }
}
