package com.heyi.family.internal;

import com.heyi.family.AllowanceKind;
import com.heyi.family.FamilyError;
import com.heyi.family.HouseholdView;
import com.heyi.family.Rhythm;
import com.heyi.family.StartAllowance;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.envers.Audited;

/** Money that a guardian gives a child on a schedule. */
@Entity
@Audited
@Table(schema = "family", name = "allowance")
public class Allowance {
  private static final int DAYS_SHOWN = 3;

  /** On so many days after the first is it tried to pay what a limit of the day has stopped. */
  private static final int MOST_PUT_OFFS = 7;

  @Id private UUID id;
  @Version private long version;

  @Column(name = "household_id", updatable = false)
  private UUID householdId;

  @Column(name = "guardian_id", updatable = false)
  private UUID guardianId;

  @Column(name = "child_id", updatable = false)
  private UUID childId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private AllowanceKind kind;

  @Column(name = "from_account", updatable = false)
  private UUID fromAccount;

  @Column(name = "to_account", updatable = false)
  private UUID toAccount;

  @Convert(converter = CnyConverter.class)
  @Column(updatable = false)
  private Money amount;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Rhythm rhythm;

  @Column(name = "on_day", updatable = false)
  private int onDay;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Column(name = "next_on")
  private LocalDate nextOn;

  /** From when on what is due is tried again, after a limit of the day stopped it; or null. */
  @Column(name = "put_off_to")
  private LocalDate putOffTo;

  @Column(name = "put_offs")
  private int putOffs;

  private boolean active;

  protected Allowance() {}

  static Allowance started(StartAllowance command) {
    Allowance allowance = new Allowance();
    allowance.id = Ids.next();
    allowance.householdId = command.householdId();
    allowance.guardianId = command.guardianId();
    allowance.childId = command.childId();
    allowance.kind = command.kind();
    allowance.fromAccount = command.fromAccount();
    allowance.toAccount = command.toAccount();
    allowance.amount = command.amount();
    allowance.rhythm = command.rhythm();
    allowance.onDay = command.onDay();
    allowance.endsOn = command.endsOn();
    allowance.active = true;
    allowance.nextOn = command.rhythm().onOrAfter(command.startsOn(), command.onDay());
    allowance.endWhenOver();
    return allowance;
  }

  /** Whether it pays for the same purpose into the same account on a day of the other's. */
  boolean doubles(StartAllowance other) {
    return active
        && guardianId.equals(other.guardianId())
        && childId.equals(other.childId())
        && kind == other.kind()
        && toAccount.equals(other.toAccount())
        && rhythm == other.rhythm()
        && onDay == other.onDay()
        && (endsOn == null || !endsOn.isBefore(other.startsOn()))
        && (other.endsOn() == null || !other.endsOn().isBefore(nextOn));
  }

  /** The day for which it is paid next. */
  LocalDate nextOn() {
    return nextOn;
  }

  boolean isDue(LocalDate today) {
    return active && !nextOn.isAfter(today) && (putOffTo == null || !putOffTo.isAfter(today));
  }

  /** False when it was put off often enough. */
  boolean mayBePutOff() {
    return putOffs < MOST_PUT_OFFS;
  }

  /** Puts what is due off to tomorrow. */
  void putOff(LocalDate today) {
    putOffs++;
    putOffTo = today.plusDays(1);
  }

  /** Goes on to the next day, whether or not it was paid for this one. */
  void goOn() {
    nextOn = rhythm.onOrAfter(nextOn.plusDays(1), onDay);
    putOffTo = null;
    putOffs = 0;
    endWhenOver();
  }

  /**
   * Ends it.
   *
   * @throws HeyiException {@link FamilyError#STOPPED}, {@link CommonError#VERSION_MOVED}
   */
  void stop(long expectedVersion) {
    SeenVersion.require(expectedVersion, version);
    if (!active) {
      throw new HeyiException(FamilyError.STOPPED);
    }
    active = false;
  }

  /** Ends it because there is nobody any more to give or to get it. */
  void end() {
    active = false;
  }

  /** Ends it with this day; what was missed until then is still paid. */
  void endWith(LocalDate lastDay) {
    endsOn = endsOn == null || endsOn.isAfter(lastDay) ? lastDay : endsOn;
    endWhenOver();
  }

  private void endWhenOver() {
    active = active && (endsOn == null || !nextOn.isAfter(endsOn));
  }

  private List<LocalDate> upcoming() {
    return Stream.iterate(nextOn, day -> rhythm.onOrAfter(day.plusDays(1), onDay))
        .limit(active ? DAYS_SHOWN : 0)
        .filter(day -> endsOn == null || !day.isAfter(endsOn))
        .toList();
  }

  /** Whether he gives or gets it. */
  boolean concerns(UUID customerId) {
    return guardianId.equals(customerId) || childId.equals(customerId);
  }

  UUID id() {
    return id;
  }

  UUID householdId() {
    return householdId;
  }

  UUID childId() {
    return childId;
  }

  UUID fromAccount() {
    return fromAccount;
  }

  UUID toAccount() {
    return toAccount;
  }

  Money amount() {
    return amount;
  }

  HouseholdView.Allowance view(LocalDate lastPaidOn, String lastError) {
    return new HouseholdView.Allowance(
        id,
        version,
        guardianId,
        childId,
        kind,
        amount,
        rhythm,
        onDay,
        active ? nextOn : null,
        upcoming(),
        endsOn,
        active,
        lastPaidOn,
        lastError,
        active ? putOffTo : null);
  }
}
