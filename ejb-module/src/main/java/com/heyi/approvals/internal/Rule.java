package com.heyi.approvals.internal;

import com.heyi.shared.facade.FourEyes;
import com.heyi.shared.facade.Role;
import java.time.Duration;
import java.util.List;

/**
 * What is in force for an action.
 *
 * @param fourEyes when a call waits
 * @param checkers roles that may decide
 * @param waits how long a request waits
 */
record Rule(FourEyes fourEyes, List<Role> checkers, Duration waits) {
  /** The action that changes a rule. */
  static final String SETTING_A_RULE = "approval-rule.set";

  /** Who changes the rules for others follows one that nobody can change. */
  static final Rule FOR_RULES =
      new Rule(FourEyes.ALWAYS, List.of(Role.HEAD_OFFICE_ADMIN), Duration.ofHours(72));
}
