package com.heyi.web.promotions;

import com.heyi.promotions.CampaignFacade;
import com.heyi.promotions.CampaignStatus;
import com.heyi.promotions.CampaignView;
import com.heyi.promotions.ChangeCampaign;
import com.heyi.promotions.SetBudget;
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
import java.util.concurrent.Callable;

/** One campaign: what it may spend, what it has spent, and its next step. */
@PageAt(value = "/promotions/campaign.xhtml", facade = CampaignFacade.class, needs = "view")
@Named
@ViewScoped
public class CampaignPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CampaignFacade campaigns;
  private final FormKey key = new FormKey();
  private transient CampaignView campaign;
  private long version;
  private String id;
  private String reason;
  private Long budget;

  /** Reads the campaign that the address names. */
  public void load() {
    campaign = campaigns.view(Param.id(id));
    version = campaign.version();
  }

  public String setBudget() {
    SetBudget command = new SetBudget(Param.id(id), version, budget == null ? 0 : budget, reason);
    return step("page.campaign.budget-set", () -> campaigns.setBudget(command));
  }

  public String start() {
    return step("page.campaign.started", () -> campaigns.start(change()));
  }

  public String stop() {
    return step("page.campaign.stopped", () -> campaigns.stop(change()));
  }

  public String issue() {
    return step("page.campaign.issuing", () -> campaigns.issue(change()));
  }

  private ChangeCampaign change() {
    return new ChangeCampaign(Param.id(id), version, reason);
  }

  private String step(String said, Callable<CampaignView> command) {
    return Commands.run(key, command)
        .map(done -> Go.saying(said, done.code()).again("id", id))
        .orElse(Go.STAY);
  }

  public boolean isMayBudget() {
    return isAdmin();
  }

  public boolean isMayStart() {
    return isAdmin() && getCampaign().status() != CampaignStatus.RUNNING;
  }

  public boolean isMayStop() {
    return getCampaign().status() == CampaignStatus.RUNNING
        && (isAdmin() || CallContext.current().has(Role.OPERATOR));
  }

  public boolean isMayIssue() {
    return isAdmin()
        && getCampaign().status() == CampaignStatus.RUNNING
        && getCampaign().template() != null;
  }

  private static boolean isAdmin() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public CampaignView getCampaign() {
    if (campaign == null) {
      campaign = campaigns.view(Param.id(id));
    }
    return campaign;
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

  public Long getBudget() {
    return budget;
  }

  public void setBudget(Long budget) {
    this.budget = budget;
  }
}
