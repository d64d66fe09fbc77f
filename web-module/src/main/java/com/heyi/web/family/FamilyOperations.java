package com.heyi.web.family;

import com.heyi.web.soap.SoapFaults;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import java.math.BigDecimal;

/**
 * Households for branch systems: those whose guardians are the branch's own customers. Every change
 * names the member who wants it, and answers the household as it is then.
 */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface FamilyOperations {

  /** A household with all that runs in it. */
  @WebMethod
  @WebResult(name = "household")
  SoapHousehold getHousehold(@WebParam(name = "householdId") String householdId);

  /** The household to which a customer belongs. */
  @WebMethod
  @WebResult(name = "household")
  SoapHousehold getHouseholdOfCustomer(@WebParam(name = "customerId") String customerId);

  /** Founds a household with its first guardian. */
  @WebMethod
  @WebResult(name = "household")
  SoapHousehold foundHousehold(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "guardianId") String guardianId,
      @WebParam(name = "name") String name);

  /** Takes somebody into a household; role is GUARDIAN or CHILD. */
  @WebMethod
  @WebResult(name = "household")
  SoapHousehold addHouseholdMember(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "householdId") String householdId,
      @WebParam(name = "expectedVersion") long expectedVersion,
      @WebParam(name = "guardianId") String guardianId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "role") String role);

  /** Lets somebody go; what runs for him ends. */
  @WebMethod
  @WebResult(name = "household")
  SoapHousehold removeHouseholdMember(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "householdId") String householdId,
      @WebParam(name = "expectedVersion") long expectedVersion,
      @WebParam(name = "guardianId") String guardianId,
      @WebParam(name = "customerId") String customerId);

  /** Sets how much a child may pay, in CNY. */
  @WebMethod
  @WebResult(name = "household")
  SoapHousehold setSpendingLimit(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "householdId") String householdId,
      @WebParam(name = "guardianId") String guardianId,
      @WebParam(name = "childId") String childId,
      @WebParam(name = "perPayment") BigDecimal perPayment,
      @WebParam(name = "perDay") BigDecimal perDay);

  /** Starts an allowance; only a guardian does. */
  @WebMethod
  @WebResult(name = "household")
  SoapHousehold startAllowance(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "householdId") String householdId,
      @WebParam(name = "allowance") SoapNewAllowance allowance);

  /** Stops an allowance; the version is the allowance's. */
  @WebMethod
  @WebResult(name = "household")
  SoapHousehold stopAllowance(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "householdId") String householdId,
      @WebParam(name = "allowanceId") String allowanceId,
      @WebParam(name = "expectedVersion") long expectedVersion,
      @WebParam(name = "guardianId") String guardianId);

  /** Asks something of a child for a reward in CNY. */
  @WebMethod
  @WebResult(name = "household")
  SoapHousehold setTask(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "householdId") String householdId,
      @WebParam(name = "guardianId") String guardianId,
      @WebParam(name = "childId") String childId,
      @WebParam(name = "title") String title,
      @WebParam(name = "reward") BigDecimal reward,
      @WebParam(name = "fromAccount") String fromAccount,
      @WebParam(name = "toAccount") String toAccount);

  /** The child says that a task is done; the version is the task's. */
  @WebMethod
  @WebResult(name = "household")
  SoapHousehold markTaskDone(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "householdId") String householdId,
      @WebParam(name = "taskId") String taskId,
      @WebParam(name = "expectedVersion") long expectedVersion,
      @WebParam(name = "childId") String childId);

  /** A guardian decides on a task: APPROVE, which moves the reward, RETURN or CANCEL. */
  @WebMethod
  @WebResult(name = "household")
  SoapHousehold decideTask(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "householdId") String householdId,
      @WebParam(name = "taskId") String taskId,
      @WebParam(name = "expectedVersion") long expectedVersion,
      @WebParam(name = "guardianId") String guardianId,
      @WebParam(name = "decision") String decision);

  /** Gives a red packet in CNY to somebody of the household. */
  @WebMethod
  @WebResult(name = "household")
  SoapHousehold giveRedPacket(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "householdId") String householdId,
      @WebParam(name = "giverId") String giverId,
      @WebParam(name = "receiverId") String receiverId,
      @WebParam(name = "fromAccount") String fromAccount,
      @WebParam(name = "toAccount") String toAccount,
      @WebParam(name = "amount") BigDecimal amount,
      @WebParam(name = "greeting") String greeting);

  /** Sets something for a child to save for, in CNY. */
  @WebMethod
  @WebResult(name = "household")
  SoapHousehold setGoal(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "householdId") String householdId,
      @WebParam(name = "memberId") String memberId,
      @WebParam(name = "childId") String childId,
      @WebParam(name = "accountId") String accountId,
      @WebParam(name = "title") String title,
      @WebParam(name = "target") BigDecimal target);

  /** Pays into the account in which a child saves for a goal, in CNY. */
  @WebMethod
  @WebResult(name = "household")
  SoapHousehold payIntoGoal(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "householdId") String householdId,
      @WebParam(name = "goalId") String goalId,
      @WebParam(name = "memberId") String memberId,
      @WebParam(name = "fromAccount") String fromAccount,
      @WebParam(name = "amount") BigDecimal amount);

  /** Gives a goal up; the version is the goal's. */
  @WebMethod
  @WebResult(name = "household")
  SoapHousehold giveUpGoal(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "householdId") String householdId,
      @WebParam(name = "goalId") String goalId,
      @WebParam(name = "expectedVersion") long expectedVersion,
      @WebParam(name = "memberId") String memberId);
}
