package com.heyi.family.internal;

import com.heyi.deposits.MovementOwner;
import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A task that was approved and a run of an allowance say for good that they were paid. */
@ApplicationScoped
public class ATaskOrAllowanceKeepsItsMovement implements MovementOwner {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected ATaskOrAllowanceKeepsItsMovement() {}

  public ATaskOrAllowanceKeepsItsMovement(EntityManager em) {
    this.em = em;
  }

  @Override
  public Set<UUID> own(Collection<UUID> movementIds) {
    return new HashSet<>(
        NamedSql.values(
                em,
                "select movement_id from family.task where movement_id in (:ids)"
                    + " union select movement_id from family.allowance_run"
                    + " where movement_id in (:ids)",
                UUID.class)
            .setParameter("ids", movementIds)
            .getResultList());
  }
}
