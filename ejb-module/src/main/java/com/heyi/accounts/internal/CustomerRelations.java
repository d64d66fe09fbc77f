package com.heyi.accounts.internal;

import com.heyi.shared.history.Relations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Customers are known by their number; accounts belong to customers, and are not looked for by
 * theirs, because what is looked for stands in the address.
 */
@ApplicationScoped
public class CustomerRelations implements Relations {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected CustomerRelations() {}

  public CustomerRelations(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<String> find(String number) {
    return em.createQuery("select c.id from Customer c where c.number = :number", UUID.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .map(id -> "customer:" + id);
  }

  /** The records that point to a customer: what was done under them was done for him. */
  @Override
  public Set<String> sameAs(String target) {
    return Relations.ofCustomer(
        em,
        target,
        "customer",
        "select c.id from Customer c where c.mergedInto = :customer order by c.number");
  }

  @Override
  public Set<String> belongingTo(String target) {
    return Relations.ofCustomer(
        em,
        target,
        "account",
        "select a.id from Account a where a.customerId = :customer order by a.openedAt desc");
  }
}
