package com.heyi.web.relationship;

import com.heyi.relationship.SetTierByHand;
import com.heyi.relationship.StandingView;
import com.heyi.relationship.TierChangeView;
import com.heyi.relationship.TiersFacade;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where one customer stands, what he lacks for the next tier, and how he came there. */
@PageAt(value = "/relationship/standing.xhtml", facade = TiersFacade.class, needs = "changes")
@Named
@ViewScoped
public class StandingPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The customer's id stands in the address like a filter, so that it outlives sorting. */
  private static final String ID = "id";

  @Inject private TiersFacade tiers;
  @Inject private TierNames names;

  private final FormKey key = new FormKey();
  private String id;
  private transient StandingView standing;
  private long version;
  private LazyList<TierChangeView> list;
  private String tier;
  private LocalDate until;
  private String reason;

  /** Reads the customer whom the address names. */
  public void load() {
    standing = tiers.standing(Param.id(id));
    version = standing.version();
    list = LazyList.of(this::page, ID);
  }

  private Page<TierChangeView> page(PageRequest request) {
    Map<String, String> filters = new LinkedHashMap<>(request.without(ID).filters());
    filters.put("customer", getStanding().customerNumber());
    return tiers.changes(request.filteredBy(filters));
  }

  /** Gives him the tier of the form. */
  public String setByHand() {
    SetTierByHand command = new SetTierByHand(Param.id(id), version, tier, until, reason);
    return Commands.run(key, () -> tiers.setByHand(command))
        .map(done -> Go.saying("page.tiers.by-hand.done", done.customerNumber()).again(ID, id))
        .orElse(Go.STAY);
  }

  /** Whether the caller's role may set a tier by hand. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN)
        || CallContext.current().has(Role.OPERATOR);
  }

  /** The tiers that can be given. */
  public List<SelectItem> getTiers() {
    return names.getCodes().stream().map(code -> new SelectItem(code, names.of(code))).toList();
  }

  public StandingView getStanding() {
    if (standing == null) {
      standing = tiers.standing(Param.id(id));
    }
    return standing;
  }

  public LazyList<TierChangeView> getList() {
    return list;
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

  public String getTier() {
    return tier;
  }

  public void setTier(String tier) {
    this.tier = tier;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
