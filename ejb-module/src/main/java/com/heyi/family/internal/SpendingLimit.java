package com.heyi.family.internal;

import com.heyi.family.FamilyError;
import com.heyi.family.HouseholdView;
import com.heyi.family.MemberRole;
import com.heyi.family.SetSpendingLimit;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** How much a child may pay. */
@Entity
@Audited
@Table(schema = "family", name = "spending_limit")
public class SpendingLimit {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "household_id")
  private UUID householdId;

  @Column(name = "child_id", updatable = false)
  private UUID childId;

  @Column(name = "per_payment")
  @Convert(converter = CnyConverter.class)
  private Money perPayment;

  @Column(name = "per_day")
  @Convert(converter = CnyConverter.class)
  private Money perDay;

  @Column(name = "set_by")
  private UUID setBy;

  private boolean active;

  protected SpendingLimit() {}

  SpendingLimit(UUID childId) {
    this.id = Ids.next();
    this.childId = childId;
  }

  void set(SetSpendingLimit command) {
    householdId = command.householdId();
    perPayment = command.perPayment();
    perDay = command.perDay();
    setBy = command.guardianId();
    active = true;
  }

  /** Ends it because the child has left those who set it. */
  void end() {
    active = false;
  }

  /** Whether it bounds the child as a member of his household. */
  boolean holds(Kinsman member) {
    return active
        && member.role() == MemberRole.CHILD
        && member.customerId().equals(childId)
        && member.householdId().equals(householdId);
  }

  /**
   * @param paidToday what the child has paid today already
   * @throws HeyiException {@link FamilyError#LIMIT_PAYMENT}, {@link FamilyError#LIMIT_DAY}
   */
  void check(Money amount, Money paidToday) {
    if (amount.compareTo(perPayment) > 0) {
      throw new HeyiException(FamilyError.LIMIT_PAYMENT, perPayment.amount(), amount.amount());
    }
    if (paidToday.plus(amount).compareTo(perDay) > 0) {
      throw new HeyiException(
          FamilyError.LIMIT_DAY, perDay.amount(), paidToday.amount(), amount.amount());
    }
  }

  UUID householdId() {
    return householdId;
  }

  UUID childId() {
    return childId;
  }

  HouseholdView.Limit view() {
    return new HouseholdView.Limit(childId, perPayment, perDay, setBy);
  }
}
