package com.heyi.web.learning;

import com.heyi.learning.AccountabilityFacade;
import com.heyi.learning.Consequence;
import com.heyi.learning.DecideAppeal;
import com.heyi.learning.SetThreshold;
import com.heyi.learning.SetViolationRule;
import com.heyi.learning.ThresholdView;
import com.heyi.learning.ViolationRuleView;
import com.heyi.learning.ViolationStatus;
import com.heyi.learning.ViolationView;
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
import java.util.List;
import java.util.UUID;

/** All points that were given, their appeals, and the rules by which they are given. */
@PageAt(
    value = "/learning/accountability.xhtml",
    facade = AccountabilityFacade.class,
    needs = "list")
@Named
@ViewScoped
public class AccountabilityPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String HERE = "/learning/accountability";

  @Inject private AccountabilityFacade accountability;

  private final FormKey key = new FormKey();
  private LazyList<ViolationView> list;
  private transient List<ViolationRuleView> rules;
  private transient List<ThresholdView> thresholds;
  private UUID chosen;
  private long chosenVersion;
  private boolean upheld;
  private String decision;
  private String code;
  private String name;
  private Integer points;
  private Integer lapseMonths;
  private LocalDate validFrom;
  private String source;
  private Integer sum;
  private Consequence consequence;

  /** Reads the list. */
  public void open() {
    list = LazyList.of(accountability::list, "staff", "status");
  }

  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  /** Whether the caller may decide this appeal: neither his own nor one against what he gave. */
  public boolean decidable(ViolationView violation) {
    String me = CallContext.current().user();
    return isChangeable()
        && violation.status() == ViolationStatus.APPEALED
        && !me.equals(violation.staff())
        && !me.equals(violation.givenBy());
  }

  /** Chooses the appeal that the dialog decides. */
  public void choose(ViolationView violation) {
    chosen = violation.id();
    chosenVersion = violation.version();
    upheld = true;
    decision = null;
  }

  public String decide() {
    DecideAppeal command = new DecideAppeal(chosen, chosenVersion, upheld, decision);
    return Commands.run(key, () -> accountability.decide(command))
        .map(done -> Go.saying("page.learning.violation.decided").to(HERE))
        .orElse(Go.STAY);
  }

  public String setRule() {
    SetViolationRule command =
        new SetViolationRule(code, validFrom, name, orNone(points), orNone(lapseMonths), source);
    return Commands.run(key, () -> accountability.set(command))
        .map(done -> Go.saying("page.learning.rule.saved").to(HERE))
        .orElse(Go.STAY);
  }

  public String setThreshold() {
    SetThreshold command = new SetThreshold(orNone(sum), validFrom, consequence, source);
    return Commands.run(key, () -> accountability.set(command))
        .map(done -> Go.saying("page.learning.threshold.saved").to(HERE))
        .orElse(Go.STAY);
  }

  private static int orNone(Integer number) {
    return number == null ? 0 : number;
  }

  public List<ViolationRuleView> getRules() {
    if (rules == null) {
      rules = accountability.rules();
    }
    return rules;
  }

  public List<ThresholdView> getThresholds() {
    if (thresholds == null) {
      thresholds = accountability.thresholds();
    }
    return thresholds;
  }

  public ViolationStatus[] getStatuses() {
    return ViolationStatus.values();
  }

  public Consequence[] getConsequences() {
    return Consequence.values();
  }

  public LazyList<ViolationView> getList() {
    return list;
  }

  public FormKey getKey() {
    return key;
  }

  public boolean isUpheld() {
    return upheld;
  }

  public void setUpheld(boolean upheld) {
    this.upheld = upheld;
  }

  public String getDecision() {
    return decision;
  }

  public void setDecision(String decision) {
    this.decision = decision;
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

  public Integer getPoints() {
    return points;
  }

  public void setPoints(Integer points) {
    this.points = points;
  }

  public Integer getLapseMonths() {
    return lapseMonths;
  }

  public void setLapseMonths(Integer lapseMonths) {
    this.lapseMonths = lapseMonths;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }

  public Integer getSum() {
    return sum;
  }

  public void setSum(Integer sum) {
    this.sum = sum;
  }

  public Consequence getConsequence() {
    return consequence;
  }

  public void setConsequence(Consequence consequence) {
    this.consequence = consequence;
  }
}
