package com.heyi.web.family;

import com.heyi.family.DecideTask;
import com.heyi.family.FamilyFacade;
import com.heyi.family.HouseholdView;
import com.heyi.family.MarkTaskDone;
import com.heyi.family.SetTask;
import com.heyi.family.TaskDecision;
import com.heyi.family.TaskStatus;
import com.heyi.web.ui.Amounts;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Tasks of the household that is shown: set, done, decided. */
@Named("householdTasks")
@ViewScoped
public class HouseholdTasks implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private FamilyFacade family;
  @Inject private HouseholdPage page;

  private final FormKey key = new FormKey();
  private UUID chosen;
  private long chosenVersion;
  private UUID child;
  private boolean done;
  private String guardian;
  private String title;
  private BigDecimal reward;
  private String fromAccount;
  private String toAccount;
  private TaskDecision decision;

  /** Asks something of the child whose account gets the reward. */
  public String set() {
    return page.does(
        key,
        () ->
            family.setTask(
                new SetTask(
                    household(),
                    page.owner(fromAccount),
                    page.owner(toAccount),
                    title,
                    Amounts.of(reward),
                    Param.id(fromAccount),
                    Param.id(toAccount))),
        "task");
  }

  /** Says for the child that the task that was chosen is done. */
  public String markDone() {
    return page.does(
        key,
        () -> family.markTaskDone(new MarkTaskDone(household(), chosen, chosenVersion, child)),
        "done");
  }

  /** Decides on the task that was chosen. */
  public String decide() {
    return page.does(
        key,
        () ->
            family.decideTask(
                new DecideTask(household(), chosen, chosenVersion, Param.id(guardian), decision)),
        "decided." + decision);
  }

  /** Chooses the task that the next dialog is about. */
  public void choose(HouseholdView.Task task) {
    chosen = task.id();
    chosenVersion = task.version();
    child = task.childId();
    done = task.status() == TaskStatus.DONE;
    decision = done ? TaskDecision.APPROVE : TaskDecision.CANCEL;
    boolean stays = !page.name(task.guardianId()).isEmpty();
    guardian = stays ? task.guardianId().toString() : page.getGuardian();
  }

  /** What can be decided where the task stands. */
  public List<TaskDecision> getDecisions() {
    return done ? List.of(TaskDecision.values()) : List.of(TaskDecision.CANCEL);
  }

  private UUID household() {
    return page.getHousehold().id();
  }

  public FormKey getKey() {
    return key;
  }

  public String getGuardian() {
    return guardian;
  }

  public void setGuardian(String guardian) {
    this.guardian = guardian;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public BigDecimal getReward() {
    return reward;
  }

  public void setReward(BigDecimal reward) {
    this.reward = reward;
  }

  public String getFromAccount() {
    return fromAccount;
  }

  public void setFromAccount(String fromAccount) {
    this.fromAccount = fromAccount;
  }

  public String getToAccount() {
    return toAccount;
  }

  public void setToAccount(String toAccount) {
    this.toAccount = toAccount;
  }

  public TaskDecision getDecision() {
    return decision;
  }

  public void setDecision(TaskDecision decision) {
    this.decision = decision;
  }
}
