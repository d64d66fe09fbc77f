package com.heyi.relationship.internal;

import com.heyi.mall.CustomerTiers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells the mall the tiers as they are today: what ended at midnight is over before any batch. */
@ApplicationScoped
public class TiersToday implements CustomerTiers {
  private Standings standings;
  private Clock clock;

  protected TiersToday() {}

  @Inject
  public TiersToday(Standings standings, Clock clock) {
    this.standings = standings;
    this.clock = clock;
  }

  @Override
  public Optional<String> tierOf(UUID customerId) {
    LocalDate today = LocalDate.now(clock);
    return standings.find(customerId).map(standing -> standing.tierOn(today));
  }

  /** The tiers of these customers, by customer; who was not placed yet is left out. */
  Map<UUID, String> tiersOf(Collection<UUID> customerIds) {
    LocalDate today = LocalDate.now(clock);
    Map<UUID, String> tiers = new HashMap<>();
    standings.of(customerIds).forEach((id, standing) -> tiers.put(id, standing.tierOn(today)));
    return tiers;
  }
}
