package com.heyi.web.learning;

import com.heyi.complaints.WinBackOutcome;
import com.heyi.learning.CareFacade;
import com.heyi.learning.FinishWinBack;
import com.heyi.learning.WinBackMonth;
import com.heyi.learning.WinBackView;
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
import java.util.List;
import java.util.UUID;

/** Customers to be won back, and how that went. */
@PageAt(value = "/learning/win-backs.xhtml", facade = CareFacade.class, needs = "winBacks")
@Named
@ViewScoped
public class WinBacksPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CareFacade care;

  private final FormKey key = new FormKey();
  private LazyList<WinBackView> list;
  private transient List<WinBackMonth> months;
  private UUID chosen;
  private long chosenVersion;
  private WinBackOutcome outcome;
  private String result;

  /** Reads the list. */
  public void open() {
    list = LazyList.of(care::winBacks, "owner", "open");
  }

  /** Whether the caller may say what came of it. */
  public boolean finishable(WinBackView task) {
    return task.doneAt() == null
        && (CallContext.current().user().equals(task.owner())
            || CallContext.current().has(Role.HEAD_OFFICE_ADMIN));
  }

  /** Chooses the task that the dialog ends. */
  public void choose(WinBackView task) {
    chosen = task.id();
    chosenVersion = task.version();
    outcome = null;
    result = null;
  }

  public String finish() {
    FinishWinBack command = new FinishWinBack(chosen, chosenVersion, outcome, result);
    return Commands.run(key, () -> care.finish(command))
        .map(done -> Go.saying("page.learning.win-back.finished").to("/learning/win-backs"))
        .orElse(Go.STAY);
  }

  /** Whether the caller's role may see how it went. */
  public boolean isFigures() {
    return !getMonths().isEmpty();
  }

  public List<WinBackMonth> getMonths() {
    if (months == null) {
      boolean may =
          CallContext.current().has(Role.COMPLAINT_HANDLER)
              || CallContext.current().has(Role.HEAD_OFFICE_ADMIN)
              || CallContext.current().has(Role.AUDITOR);
      months = may ? care.winBackMonths() : List.of();
    }
    return months;
  }

  public List<String> getYesNo() {
    return List.of("yes", "no");
  }

  public WinBackOutcome[] getOutcomes() {
    return WinBackOutcome.values();
  }

  public LazyList<WinBackView> getList() {
    return list;
  }

  public FormKey getKey() {
    return key;
  }

  public WinBackOutcome getOutcome() {
    return outcome;
  }

  public void setOutcome(WinBackOutcome outcome) {
    this.outcome = outcome;
  }

  public String getResult() {
    return result;
  }

  public void setResult(String result) {
    this.result = result;
  }
}
