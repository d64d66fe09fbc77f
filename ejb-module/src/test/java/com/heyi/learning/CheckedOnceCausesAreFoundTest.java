package com.heyi.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.value.Ids;
import com.heyi.testing.MigratedOnceMore;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckedOnceCausesAreFoundTest {
  private final UUID problem = Ids.next();

  @Test
  void whatWasDoneBeforeTheSixtyDaysWereAddedIsLookedAtSixtyDaysLaterAndTheRestWhenItWas() {
    assertThat(
            MigratedOnceMore.by(
                "learning/V13__checked_once_causes_are_found.sql",
                "insert into learning.problem (id, version, number, title, description, owner,"
                    + " status, opened_by, opened_at) values ('"
                    + problem
                    + "', 0, '"
                    + problem.toString().substring(13)
                    + "', 'x', 'x', 'x', 'OPEN', 'x', now());"
                    + done("before", "DONE", "2026-04-03")
                    + done("since", "DONE", "2026-06-02")
                    + done("judged", "EFFECTIVE", "2026-04-03"),
                "select what || ' ' || check_on || ' ' || version from learning.action"
                    + " where problem_id = '"
                    + problem
                    + "' order by what"))
        .containsExactly("before 2026-06-02 1", "judged 2026-04-03 0", "since 2026-06-02 0");
  }

  /** Done on the second of March 2026, to be looked at a month later. */
  private String done(String what, String status, String checkOn) {
    return """
    insert into learning.action (id, version, problem_id, what, department, owner, due_on,
        status, round, check_months, planned_by, planned_at, evidence, done_by, done_at,
        check_on)
    values ('%s', 0, '%s', '%s', 'x', 'x', '2026-03-02', '%s', 1, 1, 'x', now(), 'x', 'x',
        '2026-03-02T02:00:00Z', '%s');
    """
        .formatted(Ids.next(), problem, what, status, checkOn);
  }
}
