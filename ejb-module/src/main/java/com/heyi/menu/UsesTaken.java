package com.heyi.menu;

import java.util.List;
import java.util.UUID;

/**
 * What came of a report.
 *
 * @param customerId the customer
 * @param taken how many uses are new
 * @param known how many were reported before
 * @param help the help that is offered to him now
 */
public record UsesTaken(UUID customerId, int taken, int known, List<HelpView> help) {
  public UsesTaken {
    help = List.copyOf(help);
  }
}
