package com.heyi.learning.internal;

import com.heyi.learning.EffectView;
import com.heyi.learning.internal.AnActionHelpedWhenFewerComplain.Cases;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Whether an action helped in one of its rounds, with the figures. Written once. */
@Entity
@Immutable
@Table(schema = "learning", name = "effect")
public class Effect {
  @EmbeddedId private Key key;

  @Column(name = "checked_at")
  private Instant checkedAt;

  @Column(name = "checked_by")
  private String checkedBy;

  private int months;
  private String cause;

  @Column(name = "done_on")
  private LocalDate doneOn;

  @Column(name = "cases_before")
  private long casesBefore;

  @Column(name = "cases_after")
  private long casesAfter;

  @Column(name = "repeats_before")
  private long repeatsBefore;

  @Column(name = "repeats_after")
  private long repeatsAfter;

  private boolean effective;

  /**
   * @param actionId the action
   * @param round its round
   */
  @Embeddable
  public record Key(@Column(name = "action_id") UUID actionId, @Column(name = "round") int round) {}

  protected Effect() {}

  Effect(
      CorrectiveAction action,
      String cause,
      LocalDate doneOn,
      Cases before,
      Cases after,
      String who,
      Instant now) {
    this.key = new Key(action.id(), action.round());
    this.checkedAt = now;
    this.checkedBy = who;
    this.months = action.checkMonths();
    this.cause = cause;
    this.doneOn = doneOn;
    this.casesBefore = before.all();
    this.repeatsBefore = before.repeats();
    this.casesAfter = after.all();
    this.repeatsAfter = after.repeats();
    this.effective = AnActionHelpedWhenFewerComplain.holds(before, after);
  }

  UUID actionId() {
    return key.actionId();
  }

  boolean isEffective() {
    return effective;
  }

  EffectView view() {
    return new EffectView(
        key.round(),
        checkedAt,
        checkedBy,
        months,
        cause,
        doneOn,
        casesBefore,
        casesAfter,
        repeatsBefore,
        repeatsAfter,
        effective);
  }
}
