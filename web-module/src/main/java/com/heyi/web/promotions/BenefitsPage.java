package com.heyi.web.promotions;

import com.heyi.promotions.BenefitFacade;
import com.heyi.promotions.BenefitView;
import com.heyi.promotions.CreateBenefit;
import com.heyi.promotions.EndBenefit;
import com.heyi.promotions.LevelView;
import com.heyi.promotions.Rhythm;
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
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** Benefits and levels of membership, the form that defines a benefit, and its end. */
@PageAt(value = "/promotions/benefits.xhtml", facade = BenefitFacade.class, needs = "list")
@Named
@ViewScoped
public class BenefitsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private BenefitFacade benefits;
  @Inject private transient Clock clock;
  private final FormKey key = new FormKey();
  private final EndDialog ending = new EndDialog();
  private transient List<BenefitView> list;
  private transient List<LevelView> levels;
  private String code;
  private String name;
  private Rhythm rhythm;
  private DayOfWeek weekday;
  private String template;
  private Long points;
  private String level;
  private String branch;
  private LocalDate startsOn;
  private LocalDate endsOn;

  public String create() {
    CreateBenefit command =
        new CreateBenefit(
            code, name, rhythm, weekday, template, points, level, branch, startsOn, endsOn);
    return Commands.run(key, () -> benefits.create(command))
        .map(done -> Go.saying("page.benefit.created", done.code()).to("/promotions/benefits"))
        .orElse(Go.STAY);
  }

  /** Names the benefit that the dialog asks about. */
  public void choose(BenefitView benefit) {
    ending.ask(benefit.id(), benefit.code());
  }

  public String end() {
    return ending
        .end((id, reason) -> benefits.end(new EndBenefit(id, reason)))
        .map(done -> Go.saying("page.benefit.ended", done.code()).to("/promotions/benefits"))
        .orElse(Go.STAY);
  }

  /** Whether it can be taken after today, so that ending it changes something. */
  public boolean goesOn(BenefitView benefit) {
    return benefit.endsOn().isAfter(LocalDate.now(clock));
  }

  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public List<BenefitView> getList() {
    if (list == null) {
      list = benefits.list();
    }
    return list;
  }

  public List<LevelView> getLevels() {
    if (levels == null) {
      levels = benefits.levels();
    }
    return levels;
  }

  /** Codes of the levels. */
  public List<String> getLevelCodes() {
    return getLevels().stream().map(LevelView::code).toList();
  }

  public Rhythm[] getRhythms() {
    return Rhythm.values();
  }

  public DayOfWeek[] getWeekdays() {
    return DayOfWeek.values();
  }

  public FormKey getKey() {
    return key;
  }

  public EndDialog getEnding() {
    return ending;
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

  public Rhythm getRhythm() {
    return rhythm;
  }

  public void setRhythm(Rhythm rhythm) {
    this.rhythm = rhythm;
  }

  public DayOfWeek getWeekday() {
    return weekday;
  }

  public void setWeekday(DayOfWeek weekday) {
    this.weekday = weekday;
  }

  public String getTemplate() {
    return template;
  }

  public void setTemplate(String template) {
    this.template = template;
  }

  public Long getPoints() {
    return points;
  }

  public void setPoints(Long points) {
    this.points = points;
  }

  public String getLevel() {
    return level;
  }

  public void setLevel(String level) {
    this.level = level;
  }

  public String getBranch() {
    return branch;
  }

  public void setBranch(String branch) {
    this.branch = branch;
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
}
