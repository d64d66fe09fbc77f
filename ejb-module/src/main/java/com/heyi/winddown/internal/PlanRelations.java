package com.heyi.winddown.internal;

import com.heyi.shared.history.Relations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Plans belong to their apps. */
@ApplicationScoped
public class PlanRelations implements Relations {
  private static final String APP = "app:";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected PlanRelations() {}

  PlanRelations(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<String> find(String number) {
    return em.createQuery("select p.app from Plan p where p.app = :app", String.class)
        .setParameter("app", number)
        .getResultStream()
        .findFirst()
        .map(app -> APP + app);
  }

  @Override
  public Set<String> belongingTo(String target) {
    if (!target.startsWith(APP)) {
      return Set.of();
    }
    Set<String> plans = new LinkedHashSet<>();
    em.createQuery(
            "select p.id from Plan p where p.app = :app order by p.announcedAt desc",
            java.util.UUID.class)
        .setParameter("app", target.substring(APP.length()))
        .setMaxResults(MOST)
        .getResultStream()
        .forEach(id -> plans.add("plan:" + id));
    return plans;
  }
}
