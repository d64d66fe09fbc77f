package com.heyi.web.family;

import com.heyi.family.FamilyFacade;
import com.heyi.family.HouseholdView;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** A household with all that runs in it. Members act through their channels, by REST. */
@PageAt(value = "/family/household.xhtml", facade = FamilyFacade.class, needs = "view")
@Named
@ViewScoped
public class HouseholdPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private FamilyFacade family;

  private String id;
  private String customer;
  private transient HouseholdView household;

  /** Reads the household that the address names, by its own id or by one of its members. */
  public void load() {
    household = id == null ? family.ofCustomer(Param.id(customer)) : family.view(Param.id(id));
  }

  /** A member's name, or nothing when he has left. */
  public String name(UUID customerId) {
    return getHousehold().members().stream()
        .filter(member -> member.customerId().equals(customerId))
        .map(HouseholdView.Member::name)
        .findFirst()
        .orElse("");
  }

  public HouseholdView getHousehold() {
    if (household == null) {
      load();
    }
    return household;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getCustomer() {
    return customer;
  }

  public void setCustomer(String customer) {
    this.customer = customer;
  }
}
