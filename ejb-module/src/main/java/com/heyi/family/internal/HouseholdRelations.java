package com.heyi.family.internal;

import com.heyi.shared.history.Relations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

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
    UUID customer = Relations.idIn(target, "customer").orElse(null);
    if (customer == null) {
      return Set.of();
    }
    Set<String> targets = new LinkedHashSet<>();
    em.createQuery(
            "select m.householdId from Kinsman m where m.customerId = :customer"
                + " order by m.joinedOn desc, m.id",
            UUID.class)
        .setParameter("customer", customer)
        .setMaxResults(MOST)
        .getResultList()
        .forEach(id -> targets.add("household:" + id));
    return targets;
  }
}
