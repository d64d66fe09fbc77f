package com.heyi.relationship.internal;

import com.heyi.shared.history.Relations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Alerts and follow-ups belong to the customers whom they are about. They have no number. */
@ApplicationScoped
public class CareRelations implements Relations {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected CareRelations() {}

  public CareRelations(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<String> find(String number) {
    return Optional.empty();
  }

  @Override
  public Set<String> belongingTo(String target) {
    Set<String> all =
        new LinkedHashSet<>(
            Relations.ofCustomer(
                em,
                target,
                "follow_up",
                "select f.id from FollowUp f where f.customerId = :customer"
                    + " order by f.openedAt desc, f.id"));
    all.addAll(
        Relations.ofCustomer(
            em,
            target,
            "alert",
            "select a.id from Alert a where a.customerId = :customer"
                + " order by a.openedAt desc, a.id"));
    return all;
  }
}
