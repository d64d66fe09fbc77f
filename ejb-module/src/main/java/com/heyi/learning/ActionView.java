package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A corrective action.
 *
 * @param id the action
 * @param problemId the problem that it is against
 * @param problem number of the problem
 * @param what what is done
 * @param department whose it is
 * @param owner account name of who answers for it
 * @param dueOn the last day
 * @param overdue whether it is open and that day has passed
 * @param status where it stands
 * @param round 1, and one more each time it did not help
 * @param evidence what shows that it was done, or null
 * @param doneBy who did it, or null
 * @param doneAt when, or null
 * @param checkMonths after how many months it is looked at whether it helped
 * @param checkOn the first day for that, or null
 * @param droppedWhy why it was given up, or null
 * @param effects what was found, round by round
 * @param version for the next change
 */
public record ActionView(
    UUID id,
    UUID problemId,
    String problem,
    String what,
    String department,
    String owner,
    LocalDate dueOn,
    boolean overdue,
    ActionStatus status,
    int round,
    String evidence,
    String doneBy,
    Instant doneAt,
    int checkMonths,
    LocalDate checkOn,
    String droppedWhy,
    List<EffectView> effects,
    int version)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "action:" + id;
  }
}
