package com.heyi.web.relationship;

import com.heyi.relationship.DryRun;
import com.heyi.relationship.SetTierRules;
import com.heyi.relationship.TierDemand;
import com.heyi.relationship.TierRule;
import com.heyi.relationship.TierRulesView;
import com.heyi.relationship.TiersFacade;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The tiers and their rules, what others would do to everybody, and setting them. */
@PageAt(value = "/relationship/rules.xhtml", facade = TiersFacade.class, needs = "tryRules")
@Named
@ViewScoped
public class TierRulesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private TiersFacade tiers;

  private final FormKey key = new FormKey();
  private final List<TierForm> rows = new ArrayList<>();
  private transient List<TierRulesView> sets;
  private transient DryRun dryRun;
  private LocalDate validFrom;
  private Integer graceDays;
  private Integer activityMonths;
  private Integer pointsMonths;
  private Integer nearPercent;
  private String source;

  /** Reads the rules; the form begins with those that are in force. */
  public void load() {
    sets = tiers.rules();
    TierRulesView now = sets.stream().filter(TierRulesView::inForce).findFirst().orElseThrow();
    graceDays = now.graceDays();
    activityMonths = now.activityMonths();
    pointsMonths = now.pointsMonths();
    nearPercent = now.nearPercent();
    rows.clear();
    now.tiers().forEach(tier -> rows.add(new TierForm(tier)));
    rows.add(new TierForm());
  }

  /** Shows what the rules of the form would do. */
  public void tryOut() {
    dryRun = Commands.run(new FormKey(), () -> tiers.tryRules(command())).orElse(null);
  }

  /** Sets the rules of the form. */
  public String set() {
    return Commands.run(key, () -> tiers.setRules(command()))
        .map(
            done -> Go.saying("page.tiers.rules.saved", done.validFrom()).to("/relationship/rules"))
        .orElse(Go.STAY);
  }

  private SetTierRules command() {
    List<TierRule> wanted = new ArrayList<>();
    rows.stream().filter(row -> !row.isEmpty()).forEach(row -> wanted.add(row.rule(wanted.size())));
    return new SetTierRules(
        validFrom, graceDays, activityMonths, pointsMonths, nearPercent, wanted, source);
  }

  /** Whether the caller's role may set the rules. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public List<TierRulesView> getSets() {
    if (sets == null) {
      sets = tiers.rules();
    }
    return sets;
  }

  public TierDemand[] getDemands() {
    return TierDemand.values();
  }

  public DryRun getDryRun() {
    return dryRun;
  }

  public List<TierForm> getRows() {
    return rows;
  }

  public FormKey getKey() {
    return key;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public Integer getGraceDays() {
    return graceDays;
  }

  public void setGraceDays(Integer graceDays) {
    this.graceDays = graceDays;
  }

  public Integer getActivityMonths() {
    return activityMonths;
  }

  public void setActivityMonths(Integer activityMonths) {
    this.activityMonths = activityMonths;
  }

  public Integer getPointsMonths() {
    return pointsMonths;
  }

  public void setPointsMonths(Integer pointsMonths) {
    this.pointsMonths = pointsMonths;
  }

  public Integer getNearPercent() {
    return nearPercent;
  }

  public void setNearPercent(Integer nearPercent) {
    this.nearPercent = nearPercent;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }
}
