package com.heyi.family;

import com.heyi.accounts.AccountType;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A household with all that runs in it.
 *
 * @param id the household
 * @param version its version
 * @param name what the family calls itself
 * @param foundedAt since when
 * @param members who belongs to it now, guardians first
 * @param allowances allowances, those that run first
 * @param limits what the children may pay
 * @param tasks the latest tasks, those that are open first
 * @param goals what is saved for
 * @param notices the latest that guardians are told
 */
public record HouseholdView(
    UUID id,
    long version,
    String name,
    Instant foundedAt,
    List<Member> members,
    List<Allowance> allowances,
    List<Limit> limits,
    List<Task> tasks,
    List<Goal> goals,
    List<Notice> notices)
    implements Targeted {
  public HouseholdView {
    members = List.copyOf(members);
    allowances = List.copyOf(allowances);
    limits = List.copyOf(limits);
    tasks = List.copyOf(tasks);
    goals = List.copyOf(goals);
    notices = List.copyOf(notices);
  }

  @Override
  public String auditTarget() {
    return "household:" + id;
  }

  /**
   * Somebody of the household.
   *
   * @param customerId who
   * @param number his number
   * @param name his name
   * @param role as what
   * @param age in full years
   * @param joinedOn since when
   * @param accounts his accounts that are open, oldest first
   */
  public record Member(
      UUID customerId,
      String number,
      String name,
      MemberRole role,
      Integer age,
      LocalDate joinedOn,
      List<Account> accounts) {
    public Member {
      accounts = List.copyOf(accounts);
    }
  }

  /**
   * An account from or to which the family may pay.
   *
   * @param id the account
   * @param number the number by which people name it
   * @param type its type
   */
  public record Account(UUID id, String number, AccountType type) {}

  /**
   * An allowance.
   *
   * @param id the allowance
   * @param version its version
   * @param guardianId who gives it
   * @param childId who gets it
   * @param kind what it is for
   * @param amount how much each time
   * @param rhythm how often
   * @param onDay on which day
   * @param nextOn when next, or null when it is over
   * @param upcoming the next days on which it is due, at most three, none when it is over
   * @param endsOn its last day, or null
   * @param active whether it runs
   * @param lastPaidOn the day for which it was paid last, or null
   * @param lastError why it was not paid the last time, or null
   * @param putOffTo the day on which what a limit of the day has stopped is tried again, or null
   */
  public record Allowance(
      UUID id,
      long version,
      UUID guardianId,
      UUID childId,
      AllowanceKind kind,
      Money amount,
      Rhythm rhythm,
      int onDay,
      LocalDate nextOn,
      List<LocalDate> upcoming,
      LocalDate endsOn,
      boolean active,
      LocalDate lastPaidOn,
      String lastError,
      LocalDate putOffTo) {
    public Allowance {
      upcoming = List.copyOf(upcoming);
    }
  }

  /**
   * What a child may pay.
   *
   * @param childId the child
   * @param perPayment at once
   * @param perDay in a day of the bank
   * @param setBy the guardian who set it
   */
  public record Limit(UUID childId, Money perPayment, Money perDay, UUID setBy) {}

  /**
   * A task.
   *
   * @param id the task
   * @param version its version
   * @param guardianId who asks
   * @param childId of whom
   * @param title what
   * @param reward what it brings
   * @param status where it stands
   * @param setAt since when
   * @param decidedAt when it was decided, or null
   * @param movementId the movement of the reward, or null
   */
  public record Task(
      UUID id,
      long version,
      UUID guardianId,
      UUID childId,
      String title,
      Money reward,
      TaskStatus status,
      Instant setAt,
      Instant decidedAt,
      UUID movementId) {}

  /**
   * A goal.
   *
   * @param id the goal
   * @param version its version
   * @param childId who saves
   * @param accountId where
   * @param title what for
   * @param target how much it takes
   * @param saved how much lies in the account
   * @param percent how far that is, 0 to 100
   */
  public record Goal(
      UUID id,
      long version,
      UUID childId,
      UUID accountId,
      String title,
      Money target,
      Money saved,
      int percent) {}

  /**
   * What guardians are told.
   *
   * @param childId about whom
   * @param kind what
   * @param amount how much was wanted, or null
   * @param code code of the error, or null; {@code family.declined-payee} stands for whatever is
   *     wrong with somebody else's account
   * @param toldAt when
   */
  public record Notice(UUID childId, NoticeKind kind, Money amount, String code, Instant toldAt) {}
}
