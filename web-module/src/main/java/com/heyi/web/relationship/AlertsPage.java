package com.heyi.web.relationship;

import com.heyi.relationship.AlertStatus;
import com.heyi.relationship.AlertView;
import com.heyi.relationship.AlertsFacade;
import com.heyi.relationship.FlowDirection;
import com.heyi.relationship.FlowThresholdView;
import com.heyi.relationship.SetFlowThreshold;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Money;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Alerts on large sums, and from how much on there is one. */
@PageAt(value = "/relationship/alerts.xhtml", facade = AlertsFacade.class, needs = "list")
@Named
@ViewScoped
public class AlertsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What waits for somebody; lists of managers and customers lead here with it. */
  private static final String NOT_HANDLED = "OPEN,SEEN";

  @Inject private AlertsFacade alerts;
  @Inject private TierNames names;

  private final FormKey key = new FormKey();
  private LazyList<AlertView> list;
  private transient List<FlowThresholdView> thresholds;
  private FlowDirection direction;
  private String tier;
  private LocalDate validFrom;
  private BigDecimal amount;
  private String source;

  /** Reads the alerts and the thresholds. */
  public void open() {
    list = LazyList.of(alerts::list, "status", "direction", "manager", "customer");
    thresholds = alerts.thresholds();
  }

  /** Sets the threshold of the form. */
  public String setThreshold() {
    SetFlowThreshold command =
        new SetFlowThreshold(
            direction,
            tier == null || tier.isBlank() ? null : tier,
            validFrom,
            amount == null ? null : new Money(amount, Money.CNY),
            source);
    return Commands.run(key, () -> alerts.setThreshold(command))
        .map(done -> Go.saying("page.alerts.threshold.saved").to("/relationship/alerts"))
        .orElse(Go.STAY);
  }

  /** Sends the list as a workbook. */
  public void export() {
    XlsxExport.of("page.alerts.title", list)
        .column("page.alerts.day", AlertView::day)
        .column("page.tiers.customer", AlertView::customerNumber)
        .column("page.tiers.name", AlertView::customerName)
        .column("page.alerts.direction", AlertView::direction)
        .column("page.alerts.amount", AlertView::amount)
        .column("page.alerts.movements", AlertView::movements)
        .column("page.alerts.threshold", AlertView::threshold)
        .column("page.managers.manager", AlertView::manager)
        .column("page.alerts.status", AlertView::status)
        .column("page.alerts.outcome", AlertView::outcome)
        .send();
  }

  /** Whether the caller's role may set thresholds. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  /** The tiers to choose from. */
  public List<SelectItem> getTiers() {
    return names.getCodes().stream().map(code -> new SelectItem(code, names.of(code))).toList();
  }

  public FlowDirection[] getDirections() {
    return FlowDirection.values();
  }

  /** The statuses to choose from; what is not handled first. */
  public List<String> getStatuses() {
    return Stream.concat(
            Stream.of(NOT_HANDLED), Arrays.stream(AlertStatus.values()).map(Enum::name))
        .toList();
  }

  public List<FlowThresholdView> getThresholds() {
    if (thresholds == null) {
      thresholds = alerts.thresholds();
    }
    return thresholds;
  }

  public LazyList<AlertView> getList() {
    return list;
  }

  public FormKey getKey() {
    return key;
  }

  public FlowDirection getDirection() {
    return direction;
  }

  public void setDirection(FlowDirection direction) {
    this.direction = direction;
  }

  public String getTier() {
    return tier;
  }

  public void setTier(String tier) {
    this.tier = tier;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }
}
