package com.heyi.web.mall;

import com.heyi.mall.Liability;
import com.heyi.mall.LiabilityFacade;
import com.heyi.mall.LiabilityParameter;
import com.heyi.mall.SetLiabilityParameter;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Chart;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FileAnswers;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What the points are worth over time, and the figures by which that is reckoned. */
@PageAt(value = "/mall/liability.xhtml", facade = LiabilityFacade.class, needs = "liability")
@Named
@ViewScoped
public class LiabilityPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MONTHS = 12;

  @Inject private LiabilityFacade facade;
  @Inject private FiguresFiles files;

  private final FormKey key = new FormKey();
  private transient Liability liability;
  private transient List<LiabilityParameter> parameters;
  private LocalDate validFrom;
  private BigDecimal costPerPoint;
  private BigDecimal redemptionRate;
  private String source;

  /** Reads the figures. */
  public void load() {
    liability = facade.liability(MONTHS);
    parameters = facade.parameters();
  }

  /** Sets the figures of the form. */
  public String set() {
    SetLiabilityParameter command =
        new SetLiabilityParameter(validFrom, costPerPoint, redemptionRate, source);
    return Commands.run(key, () -> facade.set(command))
        .map(done -> Go.saying("page.mall.rules.saved", done.validFrom()).to("/mall/liability"))
        .orElse(Go.STAY);
  }

  /** Writes the figures over time into a file. */
  public void export(String format) {
    FileAnswers.send((wanted, locale) -> files.liability(MONTHS, wanted, locale), format);
  }

  /** Whether the caller's role may set the figures. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  /** Liability and breakage by month. */
  public Chart getChart() {
    List<Liability.Day> days = getLiability().days();
    return Chart.lines(days.stream().map(day -> day.on().toString()).toList())
        .series(
            text("page.mall.liability.liability"),
            days.stream().map(day -> day.liability().amount()).toList())
        .series(
            text("page.mall.liability.breakage"),
            days.stream().map(day -> day.breakage().amount()).toList());
  }

  private static String text(String key) {
    return Texts.get(CallContext.current().locale(), key);
  }

  public Liability getLiability() {
    if (liability == null) {
      load();
    }
    return liability;
  }

  public List<LiabilityParameter> getParameters() {
    if (parameters == null) {
      load();
    }
    return parameters;
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

  public BigDecimal getCostPerPoint() {
    return costPerPoint;
  }

  public void setCostPerPoint(BigDecimal costPerPoint) {
    this.costPerPoint = costPerPoint;
  }

  public BigDecimal getRedemptionRate() {
    return redemptionRate;
  }

  public void setRedemptionRate(BigDecimal redemptionRate) {
    this.redemptionRate = redemptionRate;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }
}
