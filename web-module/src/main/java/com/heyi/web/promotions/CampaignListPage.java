package com.heyi.web.promotions;

import com.heyi.promotions.BudgetUnit;
import com.heyi.promotions.CampaignFacade;
import com.heyi.promotions.CampaignStatus;
import com.heyi.promotions.CampaignView;
import com.heyi.promotions.CreateCampaign;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;

/** Campaigns, and the form that defines one. */
@PageAt(value = "/promotions/campaigns.xhtml", facade = CampaignFacade.class, needs = "list")
@Named
@ViewScoped
public class CampaignListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CampaignFacade campaigns;
  private final FormKey key = new FormKey();
  private LazyList<CampaignView> list;
  private String code;
  private String name;
  private LocalDate startsOn;
  private LocalDate endsOn;
  private String branch;
  private LocalDate registeredSince;
  private String template;
  private BudgetUnit unit;

  /** Reads the list that the address asks for. */
  public void open() {
    list = LazyList.of(campaigns::list, "code", "name", "status", "unit");
  }

  public String create() {
    CreateCampaign command =
        new CreateCampaign(code, name, startsOn, endsOn, branch, registeredSince, template, unit);
    return Commands.run(key, () -> campaigns.create(command))
        .map(
            done ->
                Go.saying("page.campaign.created", done.code())
                    .to("/promotions/campaign", "id", done.id()))
        .orElse(Go.STAY);
  }

  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public LazyList<CampaignView> getList() {
    return list;
  }

  public CampaignStatus[] getStatuses() {
    return CampaignStatus.values();
  }

  public BudgetUnit[] getUnits() {
    return BudgetUnit.values();
  }

  public FormKey getKey() {
    return key;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public LocalDate getStartsOn() {
    return startsOn;
  }

  public void setStartsOn(LocalDate startsOn) {
    this.startsOn = startsOn;
  }

  public LocalDate getEndsOn() {
    return endsOn;
  }

  public void setEndsOn(LocalDate endsOn) {
    this.endsOn = endsOn;
  }

  public String getBranch() {
    return branch;
  }

  public void setBranch(String branch) {
    this.branch = branch;
  }

  public LocalDate getRegisteredSince() {
    return registeredSince;
  }

  public void setRegisteredSince(LocalDate registeredSince) {
    this.registeredSince = registeredSince;
  }

  public String getTemplate() {
    return template;
  }

  public void setTemplate(String template) {
    this.template = template;
  }

  public BudgetUnit getUnit() {
    return unit;
  }

  public void setUnit(BudgetUnit unit) {
    this.unit = unit;
  }
}
