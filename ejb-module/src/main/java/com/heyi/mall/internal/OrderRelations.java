package com.heyi.mall.internal;

import com.heyi.shared.history.Relations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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
    return Relations.ofCustomer(
        em,
        target,
        "order",
        "select o.id from OrderRow o where o.customerId = :customer order by o.placedAt desc,"
            + " o.id");
  }
}
