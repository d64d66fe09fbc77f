package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import java.time.LocalDate;

/**
 * A node of the tree of root causes.
 *
 * @param code names it for good
 * @param parent code of the node above, or null at the top
 * @param name in the bank's words
 * @param description more about it, or null
 * @param depth 0 at the top
 * @param retiredOn since when it takes no new cases, or null
 * @param cases complaints that have this cause, without those below it
 * @param version for the next change
 */
public record CauseView(
    String code,
    String parent,
    String name,
    String description,
    int depth,
    LocalDate retiredOn,
    long cases,
    int version)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "cause:" + code;
  }
}
