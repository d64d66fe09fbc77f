package com.heyi.mall.internal;

import com.heyi.shared.history.Relations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Orders are known by their number and belong to customers; items are known by their code. */
@ApplicationScoped
public class OrderRelations implements Relations {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected OrderRelations() {}

  OrderRelations(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<String> find(String number) {
    return em.createQuery("select o.id from OrderRow o where o.number = :number", UUID.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .map(id -> "order:" + id)
        .or(
            () ->
                em.createQuery("select i.id from Item i where i.sku = :number", UUID.class)
                    .setParameter("number", number)
                    .getResultStream()
                    .findFirst()
                    .map(id -> "item:" + id));
  }

  @Override
  public Set<String> belongingTo(String target) {
    return belonging(
        "order:",
        "select o.id from OrderRow o where o.customerId = :customer order by o.placedAt desc, o.id",
        target);
  }

  private Set<String> belonging(String thing, String query, String target) {
    UUID customer = Relations.idIn(target, "customer").orElse(null);
    if (customer == null) {
      return Set.of();
    }
    List<UUID> ids =
        em.createQuery(query, UUID.class)
            .setParameter("customer", customer)
            .setMaxResults(MOST)
            .getResultList();
    Set<String> targets = new LinkedHashSet<>();
    ids.forEach(id -> targets.add(thing + id));
    return targets;
  }
}
