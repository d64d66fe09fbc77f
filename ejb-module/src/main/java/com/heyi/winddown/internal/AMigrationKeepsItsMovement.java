package com.heyi.winddown.internal;

import com.heyi.deposits.MovementOwner;
import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The proof of a migration says for good what it has paid into which account. */
@ApplicationScoped
public class AMigrationKeepsItsMovement implements MovementOwner {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected AMigrationKeepsItsMovement() {}

  public AMigrationKeepsItsMovement(EntityManager em) {
    this.em = em;
  }

  @Override
  public Set<UUID> own(Collection<UUID> movementIds) {
    return new HashSet<>(
        NamedSql.values(
                em,
                "select entry_id from winddown.move where outcome = 'DEPOSITED'"
                    + " and entry_id in (:ids)",
                UUID.class)
            .setParameter("ids", movementIds)
            .getResultList());
  }
}
