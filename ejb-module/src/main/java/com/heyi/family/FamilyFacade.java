package com.heyi.family;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.family.internal.Allowances;
import com.heyi.family.internal.Families;
import com.heyi.family.internal.FamilyMoney;
import com.heyi.family.internal.HouseholdList;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.WeightUnit;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Families. Whoever calls acts for a member of the household, whom the command names: a channel's
 * system has seen to it that it is he. Every answer is the household as it is then.
 */
@Facade
@Stateless
public class FamilyFacade {
  @Inject private HouseholdList households;
  @Inject private Families families;
  @Inject private Allowances allowances;
  @Inject private FamilyMoney money;

  public FamilyFacade() {}

  FamilyFacade(
      HouseholdList households, Families families, Allowances allowances, FamilyMoney money) {
    this.households = households;
    this.families = families;
    this.allowances = allowances;
    this.money = money;
  }

  /**
   * A household with all that runs in it.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "household.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true)
  public HouseholdView view(UUID householdId) {
    return families.view(householdId);
  }

  /**
   * The tasks of a household, those asked for last first, also those that are over and that {@link
   * #view} shows no longer.
   *
   * <p>Filters: {@code status} (one or more, separated by commas), {@code child} (id). Sort: {@code
   * setAt}.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "household.tasks",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true)
  public Page<HouseholdView.Task> tasks(UUID householdId, PageRequest request) {
    Page<HouseholdView.Task> tasks = families.tasks(householdId, request);
    tasks.items().stream()
        .flatMap(task -> Stream.of(task.guardianId(), task.childId()))
        .distinct()
        .forEach(ChangeLog::noteShown);
    return tasks;
  }

  /**
   * The households, latest first unless asked otherwise.
   *
   * <p>Filters: {@code name} (a part of what the family calls itself), {@code member} (the number
   * of a customer who belongs to it). Sorts: {@code foundedAt}, {@code name} (by pinyin). Branches
   * find theirs by a member, {@link #ofCustomer}.
   */
  @Query(
      value = "household.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public Page<HouseholdRow> list(PageRequest request) {
    return households.page(request);
  }

  /**
   * The household to which a customer belongs.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND} when he belongs to none, {@link
   *     CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "household.of-customer",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public HouseholdView ofCustomer(UUID customerId) {
    return families.ofCustomer(customerId);
  }

  /**
   * Whether a customer belongs to a household.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "household.membership",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public MembershipView membership(UUID customerId) {
    return families.membership(customerId);
  }

  /**
   * Founds a household with its first guardian.
   *
   * @throws HeyiException {@link FamilyError#AGE_UNKNOWN}, {@link FamilyError#GUARDIAN_MINOR},
   *     {@link FamilyError#ELSEWHERE}
   */
  @Command(
      value = "household.found",
      by = {OPERATOR, BRANCH})
  public HouseholdView found(FoundHousehold command) {
    return families.found(command);
  }

  /**
   * Takes somebody into a household.
   *
   * @throws HeyiException {@link FamilyError#NOT_GUARDIAN}, {@link FamilyError#AGE_UNKNOWN}, {@link
   *     FamilyError#GUARDIAN_MINOR}, {@link FamilyError#CHILD_OF_AGE}, {@link
   *     FamilyError#ELSEWHERE}, {@link CommonError#VERSION_MOVED}
   */
  @Command(
      value = "household.add-member",
      by = {OPERATOR, BRANCH})
  public HouseholdView addMember(AddMember command) {
    return families.add(command);
  }

  /**
   * Lets somebody go; what runs for him or by him ends.
   *
   * @throws HeyiException {@link FamilyError#NOT_GUARDIAN}, {@link FamilyError#NOT_MEMBER}, {@link
   *     FamilyError#LAST_GUARDIAN}, {@link CommonError#VERSION_MOVED}
   */
  @Command(
      value = "household.remove-member",
      by = {OPERATOR, BRANCH})
  public HouseholdView removeMember(RemoveMember command) {
    return families.remove(command);
  }

  /**
   * Sets how much a child may pay.
   *
   * @throws HeyiException {@link FamilyError#NOT_GUARDIAN}, {@link FamilyError#NOT_CHILD}
   */
  @Command(
      value = "household.limit-spending",
      by = {OPERATOR, BRANCH})
  public HouseholdView setSpendingLimit(SetSpendingLimit command) {
    return families.limit(command);
  }

  /**
   * Starts an allowance; only a guardian does. It weighs what is paid each time. A second one for
   * the same purpose, into the same account on the same days, is taken for the first one sent
   * twice.
   *
   * @throws HeyiException {@link FamilyError#NOT_GUARDIAN}, {@link FamilyError#NOT_CHILD}, {@link
   *     FamilyError#NOT_HIS_ACCOUNT}, {@link FamilyError#ALLOWANCE_RUNS}
   */
  @Command(
      value = "allowance.start",
      by = {OPERATOR, BRANCH},
      weighs = WeightUnit.FEN)
  public HouseholdView startAllowance(StartAllowance command) {
    allowances.start(command);
    return families.view(command.householdId());
  }

  /**
   * Stops an allowance.
   *
   * @throws HeyiException {@link FamilyError#NOT_GUARDIAN}, {@link FamilyError#STOPPED}, {@link
   *     CommonError#VERSION_MOVED}
   */
  @Command(
      value = "allowance.stop",
      by = {OPERATOR, BRANCH})
  public HouseholdView stopAllowance(StopAllowance command) {
    allowances.stop(command);
    return families.view(command.householdId());
  }

  /**
   * Asks something of a child for a reward.
   *
   * @throws HeyiException {@link FamilyError#NOT_GUARDIAN}, {@link FamilyError#NOT_CHILD}, {@link
   *     FamilyError#NOT_HIS_ACCOUNT}
   */
  @Command(
      value = "task.set",
      by = {OPERATOR, BRANCH})
  public HouseholdView setTask(SetTask command) {
    money.set(command);
    return families.view(command.householdId());
  }

  /**
   * The child says that a task is done.
   *
   * @throws HeyiException {@link FamilyError#NOT_CHILD}, {@link FamilyError#TASK_STATUS}, {@link
   *     CommonError#VERSION_MOVED}
   */
  @Command(
      value = "task.mark-done",
      by = {OPERATOR, BRANCH})
  public HouseholdView markTaskDone(MarkTaskDone command) {
    money.markDone(command);
    return families.view(command.householdId());
  }

  /**
   * A guardian approves a task, which moves the reward, gives it back or cancels it. It weighs the
   * reward when that moves, else nothing.
   *
   * @throws HeyiException {@link FamilyError#NOT_GUARDIAN}, {@link FamilyError#TASK_STATUS}, {@link
   *     CommonError#VERSION_MOVED}; and what the payment ends with
   */
  @Command(
      value = "task.decide",
      by = {OPERATOR, BRANCH},
      weighs = WeightUnit.FEN)
  public HouseholdView decideTask(DecideTask command) {
    money.decide(command);
    return families.view(command.householdId());
  }

  /**
   * Gives a red packet to somebody of the household. It weighs the amount.
   *
   * @throws HeyiException {@link FamilyError#NOT_GUARDIAN}, {@link FamilyError#NOT_MEMBER}, {@link
   *     FamilyError#NOT_HIS_ACCOUNT}; and what the payment ends with
   */
  @Command(
      value = "red-packet.give",
      by = {OPERATOR, BRANCH},
      weighs = WeightUnit.FEN)
  public HouseholdView giveRedPacket(GiveRedPacket command) {
    money.give(command);
    return families.view(command.householdId());
  }

  /**
   * Sets something for a child to save for.
   *
   * @throws HeyiException {@link FamilyError#NOT_CHILD}, {@link FamilyError#NOT_GUARDIAN}, {@link
   *     FamilyError#NOT_HIS_ACCOUNT}, {@link FamilyError#GOAL_THERE}
   */
  @Command(
      value = "goal.set",
      by = {OPERATOR, BRANCH})
  public HouseholdView setGoal(SetGoal command) {
    money.set(command);
    return families.view(command.householdId());
  }

  /**
   * Pays into the account in which a child saves for a goal. It weighs the amount.
   *
   * @throws HeyiException {@link FamilyError#NOT_GUARDIAN}, {@link FamilyError#GOAL_GIVEN_UP},
   *     {@link FamilyError#NOT_HIS_ACCOUNT}; and what the payment ends with
   */
  @Command(
      value = "goal.pay-in",
      by = {OPERATOR, BRANCH},
      weighs = WeightUnit.FEN)
  public HouseholdView payIntoGoal(PayIntoGoal command) {
    money.payIn(command);
    return families.view(command.householdId());
  }

  /**
   * Gives a goal up.
   *
   * @throws HeyiException {@link FamilyError#NOT_GUARDIAN}, {@link FamilyError#GOAL_GIVEN_UP},
   *     {@link CommonError#VERSION_MOVED}
   */
  @Command(
      value = "goal.give-up",
      by = {OPERATOR, BRANCH})
  public HouseholdView giveUpGoal(GiveUpGoal command) {
    money.giveUp(command);
    return families.view(command.householdId());
  }
}
