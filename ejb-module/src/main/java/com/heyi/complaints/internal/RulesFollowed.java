package com.heyi.complaints.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;

/** The version of the rules, and of their calendar, that a complaint follows for good. */
@Embeddable
class RulesFollowed {
  @Column(name = "rule_pack", updatable = false)
  private String rulePack;

  @Column(name = "rule_version", updatable = false)
  private int ruleVersion;

  @Column(name = "calendar_version", updatable = false)
  private Integer calendarVersion;

  protected RulesFollowed() {}

  /** Those in force when the complaint begins. */
  RulesFollowed(Deadlines deadlines) {
    this.rulePack = deadlines.rules().key().code();
    this.ruleVersion = deadlines.rules().key().version();
    this.calendarVersion = deadlines.calendarVersion();
  }

  RulePack.Key key() {
    return new RulePack.Key(rulePack, ruleVersion);
  }

  /** The version of their calendar, or empty where none counts. */
  Optional<Integer> calendarVersion() {
    return Optional.ofNullable(calendarVersion);
  }
}
