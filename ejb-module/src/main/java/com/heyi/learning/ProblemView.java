package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import java.util.List;
import java.util.UUID;

/**
 * A problem, the complaints behind it and what is done against it.
 *
 * @param row as in the list
 * @param description more about it
 * @param causeName name of its root cause, or null
 * @param openedBy account name of who opened it
 * @param conclusion why it was closed, or null
 * @param cases the complaints, the latest linked first
 * @param actions what is done, the first planned first
 * @param version for the next change
 */
public record ProblemView(
    ProblemRow row,
    String description,
    String causeName,
    String openedBy,
    String conclusion,
    List<ProblemCase> cases,
    List<ActionView> actions,
    int version)
    implements Targeted {
  /** The problem's id. */
  public UUID id() {
    return row.id();
  }

  @Override
  public String auditTarget() {
    return "problem:" + row.id();
  }
}
