package com.heyi.web.promotions;

import com.heyi.promotions.CouponFacade;
import com.heyi.promotions.StopTemplate;
import com.heyi.promotions.TemplateStatus;
import com.heyi.promotions.TemplateView;
import com.heyi.shared.facade.CallContext;
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

/** One kind of coupon. */
@PageAt(value = "/promotions/template.xhtml", facade = CouponFacade.class, needs = "template")
@Named
@ViewScoped
public class TemplatePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CouponFacade coupons;
  private final FormKey key = new FormKey();
  private transient TemplateView template;
  private long version;
  private String id;
  private String reason;

  /** Reads the template that the address names. */
  public void load() {
    template = coupons.template(Param.id(id));
    version = template.version();
  }

  public String stop() {
    StopTemplate command = new StopTemplate(Param.id(id), version, reason);
    return Commands.run(key, () -> coupons.stopTemplate(command))
        .map(done -> Go.saying("page.coupon-template.stopped", done.code()).again("id", id))
        .orElse(Go.STAY);
  }

  public boolean isStoppable() {
    return getTemplate().status() == TemplateStatus.ACTIVE
        && CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public TemplateView getTemplate() {
    if (template == null) {
      template = coupons.template(Param.id(id));
    }
    return template;
  }

  public FormKey getKey() {
    return key;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
