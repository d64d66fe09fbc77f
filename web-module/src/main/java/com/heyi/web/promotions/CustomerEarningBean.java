package com.heyi.web.promotions;

import com.heyi.promotions.BenefitFacade;
import com.heyi.promotions.CompleteTask;
import com.heyi.promotions.CompletionView;
import com.heyi.promotions.EarningFacade;
import com.heyi.promotions.EndMembership;
import com.heyi.promotions.MembershipView;
import com.heyi.promotions.TaskKind;
import com.heyi.promotions.TaskView;
import com.heyi.promotions.UndoCompletion;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is noted and taken back of a customer's tasks, and the early end of his memberships, on the
 * page of what he has of promotions.
 */
@Named("customerEarning")
@ViewScoped
public class CustomerEarningBean implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private EarningFacade earnings;
  @Inject private BenefitFacade benefits;
  @Inject private transient Clock clock;
  private final FormKey doneKey = new FormKey();
  private final FormKey endKey = new FormKey();
  private final FormKey undoKey = new FormKey();
  private transient List<SelectItem> tasks;
  private UUID customer;
  private String task;
  private String reference;
  private UUID chosen;
  private String chosenName;
  private long chosenVersion;
  private String reason;

  /** Tasks that somebody has to say were done, and that earn today. */
  public List<SelectItem> getTasks() {
    if (tasks == null) {
      LocalDate today = LocalDate.now(clock);
      tasks =
          earnings.list().stream()
              .filter(each -> each.kind() == TaskKind.ACTION)
              .filter(each -> !today.isBefore(each.startsOn()) && !today.isAfter(each.endsOn()))
              .map(CustomerEarningBean::option)
              .toList();
    }
    return tasks;
  }

  private static SelectItem option(TaskView task) {
    return new SelectItem(task.code(), task.name() + " (" + task.code() + ")");
  }

  /** Notes that the customer has done the chosen task. */
  public String done(String customerId) {
    CompleteTask command = new CompleteTask(UUID.fromString(customerId), task, reference);
    return Commands.run(doneKey, () -> earnings.complete(command))
        .map(done -> Go.saying("page.promotions.done", done.name()).again("id", customerId))
        .orElse(Go.STAY);
  }

  /** Names the membership that the dialog asks about. */
  public void choose(MembershipView membership) {
    choose(membership.customerId(), membership.id(), membership.name(), membership.version());
  }

  /** Names what was earned, for the dialog that takes it back. */
  public void choose(CompletionView completion) {
    choose(completion.customerId(), completion.id(), completion.name(), 0);
  }

  private void choose(UUID customerId, UUID id, String name, long version) {
    customer = customerId;
    chosen = id;
    chosenName = name;
    chosenVersion = version;
    reason = null;
  }

  public String endMembership() {
    EndMembership command = new EndMembership(chosen, chosenVersion, reason);
    return Commands.run(endKey, () -> benefits.endMembership(command))
        .map(
            done ->
                Go.saying("page.promotions.membership-ended", done.name())
                    .again("id", customer.toString()))
        .orElse(Go.STAY);
  }

  public String undo() {
    UndoCompletion command = new UndoCompletion(chosen, reason);
    return Commands.run(undoKey, () -> earnings.undo(command))
        .map(
            done ->
                Go.saying("page.promotions.taken-back", done.name())
                    .again("id", customer.toString()))
        .orElse(Go.STAY);
  }

  public FormKey getDoneKey() {
    return doneKey;
  }

  public FormKey getEndKey() {
    return endKey;
  }

  public FormKey getUndoKey() {
    return undoKey;
  }

  public String getTask() {
    return task;
  }

  public void setTask(String task) {
    this.task = task;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }

  public String getChosenName() {
    return chosenName;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
