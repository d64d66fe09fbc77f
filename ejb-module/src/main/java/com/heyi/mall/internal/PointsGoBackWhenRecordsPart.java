package com.heyi.mall.internal;

import com.heyi.accounts.CustomerUnmerged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Two records that are parted have each what was its own, as far as it is not spent. */
@ApplicationScoped
public class PointsGoBackWhenRecordsPart {
  @Inject private RecordMoves moves;

  void on(@Observes CustomerUnmerged parted) {
    moves.back(parted.customerId(), parted.from(), parted.reason());
  }
}
