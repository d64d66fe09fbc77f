package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerUnmerged;
import com.heyi.accounts.CustomersMerged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * One customer stands in one tier. Where a record stood that is merged into another is kept, for
 * the two may be parted again, but it is neither counted nor listed.
 */
@ApplicationScoped
public class StandingsOfMergedRecords {
  @Inject private Standings standings;

  protected StandingsOfMergedRecords() {}

  public StandingsOfMergedRecords(Standings standings) {
    this.standings = standings;
  }

  public void merged(@Observes CustomersMerged event) {
    standings.findHeld(event.customerId()).ifPresent(Standing::merge);
  }

  public void parted(@Observes CustomerUnmerged event) {
    standings.findHeld(event.customerId()).ifPresent(Standing::part);
  }
}
