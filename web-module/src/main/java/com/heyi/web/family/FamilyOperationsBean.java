package com.heyi.web.family;

import com.heyi.family.AddMember;
import com.heyi.family.DecideTask;
import com.heyi.family.FamilyFacade;
import com.heyi.family.FoundHousehold;
import com.heyi.family.GiveRedPacket;
import com.heyi.family.GiveUpGoal;
import com.heyi.family.MarkTaskDone;
import com.heyi.family.MemberRole;
import com.heyi.family.PayIntoGoal;
import com.heyi.family.RemoveMember;
import com.heyi.family.SetGoal;
import com.heyi.family.SetSpendingLimit;
import com.heyi.family.SetTask;
import com.heyi.family.StopAllowance;
import com.heyi.family.TaskDecision;
import com.heyi.web.soap.SoapInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;

/** Answers {@link FamilyOperations}. */
@ApplicationScoped
public class FamilyOperationsBean implements FamilyOperations {
  @Inject private FamilyFacade family;

  @Override
  public SoapHousehold getHousehold(String householdId) {
    return new SoapHousehold(family.view(SoapInput.id("householdId", householdId)));
  }

  @Override
  public SoapHousehold getHouseholdOfCustomer(String customerId) {
    return new SoapHousehold(family.ofCustomer(SoapInput.id("customerId", customerId)));
  }

  @Override
  public SoapHousehold foundHousehold(String requestId, String guardianId, String name) {
    return new SoapHousehold(
        family.found(new FoundHousehold(SoapInput.id("guardianId", guardianId), name)));
  }

  @Override
  public SoapHousehold addHouseholdMember(
      String requestId,
      String householdId,
      long expectedVersion,
      String guardianId,
      String customerId,
      String role) {
    return new SoapHousehold(
        family.addMember(
            new AddMember(
                SoapInput.id("householdId", householdId),
                expectedVersion,
                SoapInput.id("guardianId", guardianId),
                SoapInput.id("customerId", customerId),
                SoapInput.oneOf("role", MemberRole.class, role))));
  }

  @Override
  public SoapHousehold removeHouseholdMember(
      String requestId,
      String householdId,
      long expectedVersion,
      String guardianId,
      String customerId) {
    return new SoapHousehold(
        family.removeMember(
            new RemoveMember(
                SoapInput.id("householdId", householdId),
                expectedVersion,
                SoapInput.id("guardianId", guardianId),
                SoapInput.id("customerId", customerId))));
  }

  @Override
  public SoapHousehold setSpendingLimit(
      String requestId,
      String householdId,
      String guardianId,
      String childId,
      BigDecimal perPayment,
      BigDecimal perDay) {
    return new SoapHousehold(
        family.setSpendingLimit(
            new SetSpendingLimit(
                SoapInput.id("householdId", householdId),
                SoapInput.id("guardianId", guardianId),
                SoapInput.id("childId", childId),
                SoapInput.money("perPayment", perPayment),
                SoapInput.money("perDay", perDay))));
  }

  @Override
  public SoapHousehold startAllowance(
      String requestId, String householdId, SoapNewAllowance allowance) {
    return new SoapHousehold(
        family.startAllowance(wanted(allowance).command(SoapInput.id("householdId", householdId))));
  }

  @Override
  public SoapHousehold stopAllowance(
      String requestId,
      String householdId,
      String allowanceId,
      long expectedVersion,
      String guardianId) {
    return new SoapHousehold(
        family.stopAllowance(
            new StopAllowance(
                SoapInput.id("householdId", householdId),
                SoapInput.id("allowanceId", allowanceId),
                expectedVersion,
                SoapInput.id("guardianId", guardianId))));
  }

  @Override
  public SoapHousehold setTask(
      String requestId,
      String householdId,
      String guardianId,
      String childId,
      String title,
      BigDecimal reward,
      String fromAccount,
      String toAccount) {
    return new SoapHousehold(
        family.setTask(
            new SetTask(
                SoapInput.id("householdId", householdId),
                SoapInput.id("guardianId", guardianId),
                SoapInput.id("childId", childId),
                title,
                SoapInput.money("reward", reward),
                SoapInput.id("fromAccount", fromAccount),
                SoapInput.id("toAccount", toAccount))));
  }

  @Override
  public SoapHousehold markTaskDone(
      String requestId, String householdId, String taskId, long expectedVersion, String childId) {
    return new SoapHousehold(
        family.markTaskDone(
            new MarkTaskDone(
                SoapInput.id("householdId", householdId),
                SoapInput.id("taskId", taskId),
                expectedVersion,
                SoapInput.id("childId", childId))));
  }

  @Override
  public SoapHousehold decideTask(
      String requestId,
      String householdId,
      String taskId,
      long expectedVersion,
      String guardianId,
      String decision) {
    return new SoapHousehold(
        family.decideTask(
            new DecideTask(
                SoapInput.id("householdId", householdId),
                SoapInput.id("taskId", taskId),
                expectedVersion,
                SoapInput.id("guardianId", guardianId),
                SoapInput.oneOf("decision", TaskDecision.class, decision))));
  }

  @Override
  public SoapHousehold giveRedPacket(
      String requestId,
      String householdId,
      String giverId,
      String receiverId,
      String fromAccount,
      String toAccount,
      BigDecimal amount,
      String greeting) {
    return new SoapHousehold(
        family.giveRedPacket(
            new GiveRedPacket(
                SoapInput.id("householdId", householdId),
                SoapInput.id("giverId", giverId),
                SoapInput.id("receiverId", receiverId),
                SoapInput.id("fromAccount", fromAccount),
                SoapInput.id("toAccount", toAccount),
                SoapInput.money("amount", amount),
                greeting)));
  }

  @Override
  public SoapHousehold setGoal(
      String requestId,
      String householdId,
      String memberId,
      String childId,
      String accountId,
      String title,
      BigDecimal target) {
    return new SoapHousehold(
        family.setGoal(
            new SetGoal(
                SoapInput.id("householdId", householdId),
                SoapInput.id("memberId", memberId),
                SoapInput.id("childId", childId),
                SoapInput.id("accountId", accountId),
                title,
                SoapInput.money("target", target))));
  }

  @Override
  public SoapHousehold payIntoGoal(
      String requestId,
      String householdId,
      String goalId,
      String memberId,
      String fromAccount,
      BigDecimal amount) {
    return new SoapHousehold(
        family.payIntoGoal(
            new PayIntoGoal(
                SoapInput.id("householdId", householdId),
                SoapInput.id("goalId", goalId),
                SoapInput.id("memberId", memberId),
                SoapInput.id("fromAccount", fromAccount),
                SoapInput.money("amount", amount))));
  }

  @Override
  public SoapHousehold giveUpGoal(
      String requestId, String householdId, String goalId, long expectedVersion, String memberId) {
    return new SoapHousehold(
        family.giveUpGoal(
            new GiveUpGoal(
                SoapInput.id("householdId", householdId),
                SoapInput.id("goalId", goalId),
                expectedVersion,
                SoapInput.id("memberId", memberId))));
  }

  private static SoapNewAllowance wanted(SoapNewAllowance allowance) {
    return allowance == null ? new SoapNewAllowance() : allowance;
  }
}
