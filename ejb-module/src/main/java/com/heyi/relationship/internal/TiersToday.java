package com.heyi.relationship.internal;

import com.heyi.relationship.CustomerTiers;
import com.heyi.relationship.TierRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Tells the tiers as they are today: what ended at midnight is over, though no batch has run. */
@ApplicationScoped
public class TiersToday implements CustomerTiers {
  private Standings standings;
  private RuleBook rules;
  private Clock clock;

  protected TiersToday() {}

  @Inject
  public TiersToday(Standings standings, RuleBook rules, Clock clock) {
    this.standings = standings;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public Map<UUID, Tier> tiersOf(Collection<UUID> customerIds) {
    LocalDate today = LocalDate.now(clock);
    TierSet set = rules.on(today);
    Map<UUID, Tier> tiers = new HashMap<>();
    standings
        .of(customerIds)
        .forEach(
            (customer, standing) -> {
              String code = standing.tierOn(today);
              tiers.put(customer, new Tier(code, set.find(code).map(TierRule::rank).orElse(0)));
            });
    return tiers;
  }
}
