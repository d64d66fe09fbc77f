package com.heyi.web.family;

import com.heyi.family.HouseholdView;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A household as SOAP tells it; days and times in ISO 8601. */
@XmlType(name = "Household", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapHousehold {
  @XmlElement(required = true)
  private String id;

  private long version;

  @XmlElement(required = true)
  private String name;

  @XmlElement(name = "member")
  private List<SoapMember> members = List.of();

  @XmlElement(name = "allowance")
  private List<SoapAllowance> allowances = List.of();

  @XmlElement(name = "limit")
  private List<SoapLimit> limits = List.of();

  @XmlElement(name = "task")
  private List<SoapTask> tasks = List.of();

  @XmlElement(name = "goal")
  private List<SoapGoal> goals = List.of();

  @XmlElement(name = "notice")
  private List<SoapNotice> notices = List.of();

  SoapHousehold() {}

  SoapHousehold(HouseholdView household) {
    id = household.id().toString();
    version = household.version();
    name = household.name();
    members = household.members().stream().map(SoapMember::new).toList();
    allowances = household.allowances().stream().map(SoapAllowance::new).toList();
    limits = household.limits().stream().map(SoapLimit::new).toList();
    tasks = household.tasks().stream().map(SoapTask::new).toList();
    goals = household.goals().stream().map(SoapGoal::new).toList();
    notices = household.notices().stream().map(SoapNotice::new).toList();
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  /** Somebody of the household. */
  @XmlType(name = "HouseholdMember", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class SoapMember {
    @XmlElement(required = true)
    private String customerId;

    @XmlElement(required = true)
    private String number;

    @XmlElement(required = true)
    private String name;

    @XmlElement(required = true)
    private String role;

    @XmlElement(required = true)
    private String joinedOn;

    private List<SoapMemberAccount> accounts = List.of();

    SoapMember() {}

    SoapMember(HouseholdView.Member member) {
      customerId = member.customerId().toString();
      number = member.number();
      name = member.name();
      role = member.role().name();
      joinedOn = member.joinedOn().toString();
      accounts = member.accounts().stream().map(SoapMemberAccount::new).toList();
    }
  }

  /** An account from or to which the family may pay. */
  @XmlType(name = "HouseholdAccount", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class SoapMemberAccount {
    @XmlElement(required = true)
    private String id;

    @XmlElement(required = true)
    private String number;

    @XmlElement(required = true)
    private String type;

    SoapMemberAccount() {}

    SoapMemberAccount(HouseholdView.Account account) {
      id = account.id().toString();
      number = account.number();
      type = account.type().name();
    }
  }

  /** An allowance; nextOn says when it is due next, as far as it runs. */
  @XmlType(name = "Allowance", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class SoapAllowance {
    @XmlElement(required = true)
    private String id;

    private long version;

    @XmlElement(required = true)
    private String guardianId;

    @XmlElement(required = true)
    private String childId;

    @XmlElement(required = true)
    private String purpose;

    @XmlElement(required = true)
    private BigDecimal amount;

    @XmlElement(required = true)
    private String rhythm;

    private int onDay;

    private List<String> nextOn = List.of();

    private String endsOn;

    private boolean active;

    private String lastPaidOn;

    private String lastError;

    private String putOffTo;

    SoapAllowance() {}

    SoapAllowance(HouseholdView.Allowance allowance) {
      id = allowance.id().toString();
      version = allowance.version();
      guardianId = allowance.guardianId().toString();
      childId = allowance.childId().toString();
      purpose = allowance.kind().name();
      amount = allowance.amount().amount();
      rhythm = allowance.rhythm().name();
      onDay = allowance.onDay();
      nextOn = allowance.upcoming().stream().map(LocalDate::toString).toList();
      endsOn = text(allowance.endsOn());
      active = allowance.active();
      lastPaidOn = text(allowance.lastPaidOn());
      lastError = allowance.lastError();
      putOffTo = text(allowance.putOffTo());
    }
  }

  /** What a child may pay, in CNY. */
  @XmlType(name = "SpendingLimit", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class SoapLimit {
    @XmlElement(required = true)
    private String childId;

    @XmlElement(required = true)
    private BigDecimal perPayment;

    @XmlElement(required = true)
    private BigDecimal perDay;

    SoapLimit() {}

    SoapLimit(HouseholdView.Limit limit) {
      childId = limit.childId().toString();
      perPayment = limit.perPayment().amount();
      perDay = limit.perDay().amount();
    }
  }

  /** A task. */
  @XmlType(name = "ChildTask", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class SoapTask {
    @XmlElement(required = true)
    private String id;

    private long version;

    @XmlElement(required = true)
    private String guardianId;

    @XmlElement(required = true)
    private String childId;

    @XmlElement(required = true)
    private String title;

    @XmlElement(required = true)
    private BigDecimal reward;

    @XmlElement(required = true)
    private String status;

    private String movementId;

    SoapTask() {}

    SoapTask(HouseholdView.Task task) {
      id = task.id().toString();
      version = task.version();
      guardianId = task.guardianId().toString();
      childId = task.childId().toString();
      title = task.title();
      reward = task.reward().amount();
      status = task.status().name();
      movementId = text(task.movementId());
    }
  }

  /** What a child saves for, in CNY. */
  @XmlType(name = "Goal", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class SoapGoal {
    @XmlElement(required = true)
    private String id;

    private long version;

    @XmlElement(required = true)
    private String childId;

    @XmlElement(required = true)
    private String accountId;

    @XmlElement(required = true)
    private String title;

    @XmlElement(required = true)
    private BigDecimal target;

    @XmlElement(required = true)
    private BigDecimal saved;

    private int percent;

    SoapGoal() {}

    SoapGoal(HouseholdView.Goal goal) {
      id = goal.id().toString();
      version = goal.version();
      childId = goal.childId().toString();
      accountId = goal.accountId().toString();
      title = goal.title();
      target = goal.target().amount();
      saved = goal.saved().amount();
      percent = goal.percent();
    }
  }

  /** What guardians are told. */
  @XmlType(name = "GuardianNotice", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  public static class SoapNotice {
    @XmlElement(required = true)
    private String childId;

    @XmlElement(required = true)
    private String about;

    private BigDecimal amount;

    private String code;

    @XmlElement(required = true)
    private String toldAt;

    SoapNotice() {}

    SoapNotice(HouseholdView.Notice notice) {
      childId = notice.childId().toString();
      about = notice.kind().name();
      amount = notice.amount() == null ? null : notice.amount().amount();
      code = notice.code();
      toldAt = notice.toldAt().toString();
    }
  }
}
