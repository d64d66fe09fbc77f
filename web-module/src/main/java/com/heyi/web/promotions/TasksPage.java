package com.heyi.web.promotions;

import com.heyi.promotions.CreateTask;
import com.heyi.promotions.EarningFacade;
import com.heyi.promotions.EndTask;
import com.heyi.promotions.TaskKind;
import com.heyi.promotions.TaskView;
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
import java.time.LocalDate;
import java.util.List;

/** Tasks that earn points, the form that defines one, and its end. */
@PageAt(value = "/promotions/tasks.xhtml", facade = EarningFacade.class, needs = "list")
@Named
@ViewScoped
public class TasksPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private EarningFacade earnings;
  @Inject private transient Clock clock;
  private final FormKey key = new FormKey();
  private final EndDialog ending = new EndDialog();
  private transient List<TaskView> list;
  private String code;
  private String name;
  private TaskKind kind;
  private Long points;
  private Integer perDay = 1;
  private Integer perMonth;
  private Integer inAll;
  private Integer streakDays;
  private Long streakBonus;
  private String campaign;
  private LocalDate startsOn;
  private LocalDate endsOn;

  public String create() {
    CreateTask command =
        new CreateTask(
            code,
            name,
            kind,
            points == null ? 0 : points,
            perDay == null ? 0 : perDay,
            perMonth,
            inAll,
            streakDays,
            streakBonus,
            campaign,
            startsOn,
            endsOn);
    return Commands.run(key, () -> earnings.create(command))
        .map(done -> Go.saying("page.task.created", done.code()).to("/promotions/tasks"))
        .orElse(Go.STAY);
  }

  /** Names the task that the dialog asks about. */
  public void choose(TaskView task) {
    ending.ask(task.id(), task.code());
  }

  public String end() {
    return ending
        .end((id, reason) -> earnings.end(new EndTask(id, reason)))
        .map(done -> Go.saying("page.task.ended", done.code()).to("/promotions/tasks"))
        .orElse(Go.STAY);
  }

  /** Whether it earns after today, so that ending it changes something. */
  public boolean goesOn(TaskView task) {
    return task.endsOn().isAfter(LocalDate.now(clock));
  }

  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public List<TaskView> getList() {
    if (list == null) {
      list = earnings.list();
    }
    return list;
  }

  public TaskKind[] getKinds() {
    return TaskKind.values();
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

  public TaskKind getKind() {
    return kind;
  }

  public void setKind(TaskKind kind) {
    this.kind = kind;
  }

  public Long getPoints() {
    return points;
  }

  public void setPoints(Long points) {
    this.points = points;
  }

  public Integer getPerDay() {
    return perDay;
  }

  public void setPerDay(Integer perDay) {
    this.perDay = perDay;
  }

  public Integer getPerMonth() {
    return perMonth;
  }

  public void setPerMonth(Integer perMonth) {
    this.perMonth = perMonth;
  }

  public Integer getInAll() {
    return inAll;
  }

  public void setInAll(Integer inAll) {
    this.inAll = inAll;
  }

  public Integer getStreakDays() {
    return streakDays;
  }

  public void setStreakDays(Integer streakDays) {
    this.streakDays = streakDays;
  }

  public Long getStreakBonus() {
    return streakBonus;
  }

  public void setStreakBonus(Long streakBonus) {
    this.streakBonus = streakBonus;
  }

  public String getCampaign() {
    return campaign;
  }

  public void setCampaign(String campaign) {
    this.campaign = campaign;
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
