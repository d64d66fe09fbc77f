package com.heyi.family.internal;

import com.heyi.deposits.DepositsError;
import com.heyi.deposits.MovementView;
import com.heyi.deposits.Payments;
import com.heyi.family.FamilyError;
import com.heyi.family.NoticeKind;
import com.heyi.family.StartAllowance;
import com.heyi.family.StopAllowance;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Allowances: started, stopped, and paid once for each day on which they are due. */
@ApplicationScoped
public class Allowances {
  private static final int MOST = 1000;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Kin kin;
  @Inject private Notices notices;
  @Inject private Payments payments;
  @Inject private Clock clock;

  protected Allowances() {}

  public Allowances(EntityManager em, Kin kin, Notices notices, Payments payments, Clock clock) {
    this.em = em;
    this.kin = kin;
    this.notices = notices;
    this.payments = payments;
    this.clock = clock;
  }

  /** Starts one. Only a guardian does, from an account of his own. */
  public void start(StartAllowance command) {
    kin.await(command.householdId());
    kin.requireGuardian(command.householdId(), command.guardianId());
    kin.requireChild(command.householdId(), command.childId());
    kin.requireAccount(command.fromAccount(), command.guardianId());
    kin.requireAccount(command.toAccount(), command.childId());
    Kin.requirePositive("amount", command.amount());
    ChangeLog.weigh(command.amount().smallestUnits());
    if (command.onDay() > command.rhythm().days()) {
      throw CommonError.invalid("onDay", FamilyError.DAY, command.rhythm().days());
    }
    boolean over = command.endsOn() != null && command.endsOn().isBefore(command.startsOn());
    if (command.startsOn().isBefore(LocalDate.now(clock)) || over) {
      throw CommonError.invalid("startsOn", FamilyError.DATES);
    }
    requireNone(command);
    kin.add(Allowance.started(command));
    kin.flush();
  }

  private void requireNone(StartAllowance command) {
    kin.of(command.householdId(), Allowance.class, "x.nextOn, x.id", MOST).stream()
        .filter(running -> running.doubles(command))
        .findFirst()
        .ifPresent(
            running -> {
              throw new HeyiException(
                  FamilyError.ALLOWANCE_RUNS, running.amount().amount(), running.nextOn());
            });
  }

  /** Stops one. */
  public void stop(StopAllowance command) {
    kin.household(command.householdId());
    kin.requireGuardian(command.householdId(), command.guardianId());
    Allowance allowance = hold(command.allowanceId());
    if (!allowance.householdId().equals(command.householdId())) {
      throw new HeyiException(CommonError.NOT_FOUND, command.allowanceId());
    }
    allowance.stop(command.expectedVersion());
    kin.flush();
  }

  /** The allowances that are due, the longest first. */
  public List<UUID> due(int most) {
    return em.createQuery(
            "select a.id from Allowance a where a.active = true and a.nextOn <= :today"
                + " and (a.putOffTo is null or a.putOffTo <= :today)"
                + " order by a.nextOn, a.id",
            UUID.class)
        .setParameter("today", LocalDate.now(clock))
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * Pays an allowance for the first day on which it is due, and goes on to the next. Whoever comes
   * second finds it gone on.
   *
   * @return the movement, or empty when it is no longer due, or only from when the child is of age
   * @throws HeyiException when it cannot be paid
   */
  public Optional<MovementView> pay(UUID allowanceId) {
    Allowance allowance = hold(allowanceId);
    if (!allowance.isDue(LocalDate.now(clock))) {
      return Optional.empty();
    }
    // Even when the run that ends guardianships has not come to the child.
    kin.birthDate(allowance.childId())
        .map(AChildIsUnderEighteen::lastDay)
        .ifPresent(allowance::endWith);
    if (!allowance.isDue(LocalDate.now(clock))) {
      kin.flush();
      return Optional.empty();
    }
    MovementView movement =
        payments.transfer(
            allowance.fromAccount(),
            allowance.toAccount(),
            allowance.amount(),
            Texts.get(Texts.DEFAULT, "family.memo.allowance"));
    record(allowance, movement.movementId(), null);
    ChangeLog.note(
        "movement",
        movement.movementId(),
        "amount",
        null,
        movement.amount().amount().toPlainString());
    return Optional.of(movement);
  }

  /** What becomes of an allowance that could not be paid. */
  public enum Failure {
    /** It is no longer due: somebody else was first. */
    NOT_DUE,
    /** A limit of the day stopped it: it is tried again tomorrow. */
    PUT_OFF,
    /** It is not paid for this day; the guardians are told. */
    GIVEN_UP
  }

  /** Whether only a limit of the day stops it, and it was not put off often enough. */
  boolean mayBePutOff(UUID allowanceId, HeyiException why) {
    return DepositsError.mayPassTomorrow(why) && hold(allowanceId).mayBePutOff();
  }

  /**
   * Puts an allowance off that only a limit of the day has stopped, as when several missed days are
   * caught up on one; of any other notes that it could not be paid, tells the guardians, and goes
   * on to the next day.
   */
  public Failure failed(UUID allowanceId, HeyiException why) {
    Allowance allowance = hold(allowanceId);
    LocalDate today = LocalDate.now(clock);
    if (!allowance.isDue(today)) {
      return Failure.NOT_DUE;
    }
    ChangeLog.note("allowance", allowance.id(), "error", null, why.code());
    if (mayBePutOff(allowanceId, why)) {
      ChangeLog.note("allowance", allowance.id(), "dueOn", null, allowance.nextOn());
      allowance.putOff(today);
      kin.flush();
      return Failure.PUT_OFF;
    }
    notices.tell(
        allowance.householdId(),
        allowance.childId(),
        NoticeKind.ALLOWANCE_FAILED,
        allowance.amount(),
        why.code());
    record(allowance, null, why.code());
    return Failure.GIVEN_UP;
  }

  private void record(Allowance allowance, UUID movement, String code) {
    em.createNativeQuery(
            "insert into family.allowance_run"
                + " (allowance_id, due_on, ran_at, movement_id, error_code)"
                + " values (:id, :due, :now, cast(:movement as uuid), :code)")
        .setParameter("id", allowance.id())
        .setParameter("due", allowance.nextOn())
        .setParameter("now", clock.instant())
        .setParameter("movement", movement == null ? null : movement.toString())
        .setParameter("code", code)
        .executeUpdate();
    allowance.goOn();
    kin.flush();
  }

  /** What the trail says an allowance is about. */
  String target(UUID allowanceId) {
    return "household:" + kin.require(Allowance.class, allowanceId).householdId();
  }

  private Allowance hold(UUID id) {
    // Found and locked at once: whoever waits reads what the holder before has written.
    Allowance allowance = em.find(Allowance.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (allowance == null) {
      throw new HeyiException(CommonError.NOT_FOUND, id);
    }
    return allowance;
  }
}
