package com.heyi.family.internal;

import com.heyi.accounts.AccountRef;
import com.heyi.accounts.CustomerRef;
import com.heyi.deposits.MovementView;
import com.heyi.deposits.Payments;
import com.heyi.family.DecideTask;
import com.heyi.family.FamilyError;
import com.heyi.family.GiveRedPacket;
import com.heyi.family.GiveUpGoal;
import com.heyi.family.MarkTaskDone;
import com.heyi.family.PayIntoGoal;
import com.heyi.family.SetGoal;
import com.heyi.family.SetTask;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Tasks with their rewards, red packets, and goals. */
@ApplicationScoped
public class FamilyMoney {
  @Inject private Kin kin;
  @Inject private Payments payments;
  @Inject private Clock clock;

  protected FamilyMoney() {}

  public FamilyMoney(Kin kin, Payments payments, Clock clock) {
    this.kin = kin;
    this.payments = payments;
    this.clock = clock;
  }

  /** A guardian asks something of a child. */
  public void set(SetTask command) {
    kin.household(command.householdId());
    kin.requireGuardian(command.householdId(), command.guardianId());
    kin.requireChild(command.householdId(), command.childId());
    kin.requireAccount(command.fromAccount(), command.guardianId());
    kin.requireAccount(command.toAccount(), command.childId());
    Kin.requirePositive("reward", command.reward());
    kin.add(ChildTask.set(command, clock.instant()));
    kin.flush();
  }

  /** The child says that it is done. */
  public void markDone(MarkTaskDone command) {
    ChildTask task = task(command.householdId(), command.taskId());
    kin.requireChild(command.householdId(), command.childId());
    if (!task.childId().equals(command.childId())) {
      throw new HeyiException(CommonError.NOT_FOUND, command.taskId());
    }
    task.markDone(command.expectedVersion());
    kin.flush();
  }

  /** A guardian decides; if he approves, the reward moves in the same transaction. */
  public void decide(DecideTask command) {
    ChildTask task = task(command.householdId(), command.taskId());
    kin.requireGuardian(command.householdId(), command.guardianId());
    switch (command.decision()) {
      case APPROVE -> {
        kin.requireChild(command.householdId(), task.childId());
        task.requireDone(command.expectedVersion());
        ChangeLog.weigh(task.reward().smallestUnits());
        MovementView reward =
            payments.transfer(
                task.fromAccount(),
                task.toAccount(),
                task.reward(),
                Texts.get(Texts.DEFAULT, "family.memo.task"));
        task.approve(reward.movementId(), clock.instant());
      }
      case RETURN -> {
        ChangeLog.weigh(0);
        task.giveBack(command.expectedVersion());
      }
      case CANCEL -> {
        ChangeLog.weigh(0);
        task.cancel(command.expectedVersion(), clock.instant());
      }
    }
    kin.flush();
  }

  /** A guardian gives a red packet; what is said with it stands on both statements. */
  public void give(GiveRedPacket command) {
    kin.household(command.householdId());
    kin.requireGuardian(command.householdId(), command.giverId());
    if (kin.belonging(command.receiverId())
        .filter(member -> member.householdId().equals(command.householdId()))
        .isEmpty()) {
      throw new HeyiException(
          FamilyError.NOT_MEMBER,
          kin.known(command.receiverId()).map(CustomerRef::number).orElse("-"));
    }
    kin.requireAccount(command.fromAccount(), command.giverId());
    kin.requireAccount(command.toAccount(), command.receiverId());
    Kin.requirePositive("amount", command.amount());
    ChangeLog.weigh(command.amount().smallestUnits());
    boolean silent = command.greeting() == null || command.greeting().isBlank();
    payments.transfer(
        command.fromAccount(),
        command.toAccount(),
        command.amount(),
        silent ? Texts.get(Texts.DEFAULT, "family.memo.red-packet") : command.greeting().strip());
  }

  /** The child or a guardian sets a goal. */
  public void set(SetGoal command) {
    kin.household(command.householdId());
    kin.requireChild(command.householdId(), command.childId());
    requireChildOrGuardian(command.householdId(), command.childId(), command.memberId());
    AccountRef account = kin.requireAccount(command.accountId(), command.childId());
    Kin.requirePositive("target", command.target());
    if (kin.isSavedFor(account.id())) {
      throw new HeyiException(FamilyError.GOAL_THERE, account.number());
    }
    kin.add(Goal.set(command, clock.instant()));
    kin.flush();
  }

  /** The child or a guardian pays into the account in which the child saves. */
  public void payIn(PayIntoGoal command) {
    Goal goal = goal(command.householdId(), command.goalId());
    goal.requireWanted();
    requireChildOrGuardian(command.householdId(), goal.childId(), command.memberId());
    kin.requireAccount(command.fromAccount(), command.memberId());
    if (command.fromAccount().equals(goal.accountId())) {
      throw CommonError.invalid("fromAccount", FamilyError.SAME_ACCOUNT);
    }
    Kin.requirePositive("amount", command.amount());
    ChangeLog.weigh(command.amount().smallestUnits());
    payments.transfer(
        command.fromAccount(),
        goal.accountId(),
        command.amount(),
        Texts.get(Texts.DEFAULT, "family.memo.goal"));
  }

  /** The child or a guardian gives a goal up. */
  public void giveUp(GiveUpGoal command) {
    Goal goal = goal(command.householdId(), command.goalId());
    requireChildOrGuardian(command.householdId(), goal.childId(), command.memberId());
    goal.giveUp(command.expectedVersion());
    kin.flush();
  }

  private void requireChildOrGuardian(UUID householdId, UUID childId, UUID memberId) {
    if (!memberId.equals(childId)) {
      kin.requireGuardian(householdId, memberId);
    }
  }

  private Goal goal(UUID householdId, UUID goalId) {
    kin.household(householdId);
    Goal goal = kin.require(Goal.class, goalId);
    if (!goal.householdId().equals(householdId)) {
      throw new HeyiException(CommonError.NOT_FOUND, goalId);
    }
    return goal;
  }

  private ChildTask task(UUID householdId, UUID taskId) {
    kin.household(householdId);
    ChildTask task = kin.require(ChildTask.class, taskId);
    if (!task.householdId().equals(householdId)) {
      throw new HeyiException(CommonError.NOT_FOUND, taskId);
    }
    return task;
  }
}
