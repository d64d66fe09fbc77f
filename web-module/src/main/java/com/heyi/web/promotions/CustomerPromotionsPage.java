package com.heyi.web.promotions;

import com.heyi.promotions.BenefitFacade;
import com.heyi.promotions.BenefitToday;
import com.heyi.promotions.CheckIn;
import com.heyi.promotions.CompletionView;
import com.heyi.promotions.CouponFacade;
import com.heyi.promotions.CouponView;
import com.heyi.promotions.EarningFacade;
import com.heyi.promotions.IssueCoupon;
import com.heyi.promotions.MembershipView;
import com.heyi.promotions.TakeBenefit;
import com.heyi.promotions.TaskKind;
import com.heyi.promotions.TaskView;
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
import java.util.List;
import java.util.concurrent.Callable;

/** What a customer has of promotions: coupons, benefits of today, membership, earnings. */
@PageAt(value = "/promotions/customer.xhtml", facade = CouponFacade.class, needs = "ofCustomer")
@Named
@ViewScoped
public class CustomerPromotionsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CouponFacade coupons;
  @Inject private BenefitFacade benefits;
  @Inject private EarningFacade earnings;
  private final FormKey key = new FormKey();
  private transient List<CouponView> held;
  private transient List<BenefitToday> today;
  private transient List<MembershipView> memberships;
  private transient List<CompletionView> earned;
  private transient List<TaskView> checkIns;
  private String id;
  private String template;
  private String campaign;
  private String reason;

  /** Reads what the customer has whom the address names. */
  public void load() {
    held = coupons.ofCustomer(Param.id(id));
    today = benefits.today(Param.id(id));
    memberships = benefits.memberships(Param.id(id));
    earned = earnings.ofCustomer(Param.id(id));
    checkIns = earnings.list().stream().filter(task -> task.kind() == TaskKind.CHECK_IN).toList();
  }

  public String issue() {
    IssueCoupon command = new IssueCoupon(Param.id(id), template, campaign, reason);
    return does("page.promotions.issued", () -> coupons.issue(command));
  }

  public String take(String benefit) {
    TakeBenefit command = new TakeBenefit(Param.id(id), benefit);
    return does("page.promotions.taken", () -> benefits.take(command));
  }

  public String checkIn(String task) {
    CheckIn command = new CheckIn(Param.id(id), task);
    return does("page.promotions.checked-in", () -> earnings.checkIn(command));
  }

  private String does(String said, Callable<?> command) {
    return Commands.run(key, command).map(done -> Go.saying(said).again("id", id)).orElse(Go.STAY);
  }

  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN)
        || CallContext.current().has(Role.OPERATOR);
  }

  public List<CouponView> getHeld() {
    readAgain();
    return held;
  }

  public List<BenefitToday> getToday() {
    readAgain();
    return today;
  }

  public List<MembershipView> getMemberships() {
    readAgain();
    return memberships;
  }

  public List<CompletionView> getEarned() {
    readAgain();
    return earned;
  }

  public List<TaskView> getCheckIns() {
    readAgain();
    return checkIns;
  }

  /** A session that was put away has lost what was read. */
  private void readAgain() {
    if (held == null) {
      load();
    }
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

  public String getTemplate() {
    return template;
  }

  public void setTemplate(String template) {
    this.template = template;
  }

  public String getCampaign() {
    return campaign;
  }

  public void setCampaign(String campaign) {
    this.campaign = campaign;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
