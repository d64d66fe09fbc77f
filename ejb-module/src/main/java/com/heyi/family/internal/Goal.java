package com.heyi.family.internal;

import com.heyi.family.FamilyError;
import com.heyi.family.HouseholdView;
import com.heyi.family.SetGoal;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/** What a child saves for: a piggy bank is an account with a goal. */
@Entity
@Audited
@Table(schema = "family", name = "goal")
public class Goal {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Id private UUID id;
  @Version private long version;

  @Column(name = "household_id", updatable = false)
  private UUID householdId;

  @Column(name = "child_id", updatable = false)
  private UUID childId;

  @Column(name = "account_id", updatable = false)
  private UUID accountId;

  @Column(updatable = false)
  @NotAudited
  private String title;

  @Convert(converter = CnyConverter.class)
  @Column(updatable = false)
  private Money target;

  @Column(name = "set_at", updatable = false)
  private Instant setAt;

  @Column(name = "given_up")
  private boolean givenUp;

  protected Goal() {}

  static Goal set(SetGoal command, Instant now) {
    Goal goal = new Goal();
    goal.id = Ids.next();
    goal.householdId = command.householdId();
    goal.childId = command.childId();
    goal.accountId = command.accountId();
    goal.title = command.title().strip();
    goal.target = command.target();
    goal.setAt = now;
    return goal;
  }

  /**
   * @throws HeyiException {@link FamilyError#GOAL_GIVEN_UP}, {@link CommonError#VERSION_MOVED}
   */
  void giveUp(long expectedVersion) {
    SeenVersion.require(expectedVersion, version);
    requireWanted();
    givenUp = true;
  }

  /**
   * @throws HeyiException {@link FamilyError#GOAL_GIVEN_UP}
   */
  void requireWanted() {
    if (givenUp) {
      throw new HeyiException(FamilyError.GOAL_GIVEN_UP);
    }
  }

  /** Ends it because the child has left those who saw how far it is. */
  void end() {
    givenUp = true;
  }

  boolean isWanted() {
    return !givenUp;
  }

  UUID id() {
    return id;
  }

  Instant setAt() {
    return setAt;
  }

  Money target() {
    return target;
  }

  UUID householdId() {
    return householdId;
  }

  UUID childId() {
    return childId;
  }

  UUID accountId() {
    return accountId;
  }

  HouseholdView.Goal view(Money saved) {
    int percent =
        saved
            .amount()
            .multiply(HUNDRED)
            .divide(target.amount(), 0, RoundingMode.DOWN)
            .min(HUNDRED)
            .intValue();
    return new HouseholdView.Goal(id, version, childId, accountId, title, target, saved, percent);
  }
}
