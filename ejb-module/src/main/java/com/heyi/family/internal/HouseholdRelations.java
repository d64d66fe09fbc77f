package com.heyi.family.internal;

import com.heyi.shared.history.Relations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;

/** Households belong to each of their members, those who have left too. They have no number. */
@ApplicationScoped
public class HouseholdRelations implements Relations {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected HouseholdRelations() {}

  HouseholdRelations(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<String> find(String number) {
    return Optional.empty();
  }

  @Override
  public Set<String> belongingTo(String target) {
    return Relations.ofCustomer(
        em,
        target,
        "household",
        "select m.householdId from Kinsman m where m.customerId = :customer"
            + " order by m.joinedOn desc, m.id");
  }
}
