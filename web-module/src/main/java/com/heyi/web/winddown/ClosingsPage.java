package com.heyi.web.winddown;

import com.heyi.accounts.AppStatus;
import com.heyi.accounts.AppsFacade;
import com.heyi.accounts.RegisteredApp;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.winddown.AnnounceClosing;
import com.heyi.winddown.AppImpact;
import com.heyi.winddown.NoticeStep;
import com.heyi.winddown.NoticeView;
import com.heyi.winddown.PlanRow;
import com.heyi.winddown.PlanStatus;
import com.heyi.winddown.SetNotice;
import com.heyi.winddown.WindDownFacade;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** The ends of apps, and the form that announces one after its impact has been seen. */
@PageAt(value = "/winddown/list.xhtml", facade = WindDownFacade.class, needs = "impact")
@Named
@ViewScoped
public class ClosingsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private WindDownFacade closings;
  @Inject private AppsFacade apps;

  private final FormKey key = new FormKey();
  private final FormKey noticeKey = new FormKey();
  private LazyList<PlanRow> list;
  private transient List<NoticeView> notices;
  private transient AppImpact impact;
  private String ending;
  private String into;
  private LocalDate freezeOn;
  private LocalDate migrateOn;
  private LocalDate closeOn;
  private String reason;
  private NoticeStep step;
  private LocalDate validFrom;
  private Integer days;
  private String source;

  /** Reads the list and, when the address names an app, its impact. */
  public void open() {
    list = LazyList.of(closings::list, "app", "status");
    notices = closings.notices();
    if (ending != null && !ending.isBlank()) {
      impact = closings.impact(ending);
    }
  }

  /** Announces the end of the app whose impact is shown. */
  public String announce() {
    AnnounceClosing command =
        new AnnounceClosing(ending, into, freezeOn, migrateOn, closeOn, reason);
    return Commands.run(key, () -> closings.announce(command))
        .map(
            done ->
                Go.saying("page.closing.announced", done.row().app())
                    .to("/winddown/plan", "id", done.id()))
        .orElse(Go.STAY);
  }

  /** Sets the notice of the form. */
  public String setNotice() {
    SetNotice command = new SetNotice(step, validFrom, days == null ? -1 : days, source);
    return Commands.run(noticeKey, () -> closings.setNotice(command))
        .map(done -> Go.saying("page.closing.notice.saved").to("/winddown/list"))
        .orElse(Go.STAY);
  }

  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  /** Apps that are in use, by code. */
  public List<String> getApps() {
    return apps.register().stream()
        .filter(app -> app.app().status() != AppStatus.CLOSED)
        .map(RegisteredApp::code)
        .toList();
  }

  public AppImpact getImpact() {
    if (impact == null && ending != null && !ending.isBlank()) {
      impact = closings.impact(ending);
    }
    return impact;
  }

  public List<NoticeView> getNotices() {
    if (notices == null) {
      notices = closings.notices();
    }
    return notices;
  }

  public NoticeStep[] getSteps() {
    return NoticeStep.values();
  }

  public PlanStatus[] getStatuses() {
    return PlanStatus.values();
  }

  public LazyList<PlanRow> getList() {
    return list;
  }

  public FormKey getKey() {
    return key;
  }

  public FormKey getNoticeKey() {
    return noticeKey;
  }

  public String getEnding() {
    return ending;
  }

  public void setEnding(String ending) {
    this.ending = ending;
  }

  public String getInto() {
    return into;
  }

  public void setInto(String into) {
    this.into = into;
  }

  public LocalDate getFreezeOn() {
    return freezeOn;
  }

  public void setFreezeOn(LocalDate freezeOn) {
    this.freezeOn = freezeOn;
  }

  public LocalDate getMigrateOn() {
    return migrateOn;
  }

  public void setMigrateOn(LocalDate migrateOn) {
    this.migrateOn = migrateOn;
  }

  public LocalDate getCloseOn() {
    return closeOn;
  }

  public void setCloseOn(LocalDate closeOn) {
    this.closeOn = closeOn;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public NoticeStep getStep() {
    return step;
  }

  public void setStep(NoticeStep step) {
    this.step = step;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public Integer getDays() {
    return days;
  }

  public void setDays(Integer days) {
    this.days = days;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }
}
