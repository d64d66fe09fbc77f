package com.heyi.complaints.internal;

import com.heyi.shared.history.Relations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Complaints are known by their number and belong to customers; their clocks to them. */
@ApplicationScoped
public class ComplaintRelations implements Relations {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected ComplaintRelations() {}

  ComplaintRelations(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<String> find(String number) {
    return em.createQuery("select c.id from Complaint c where c.number = :number", UUID.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .map(id -> "complaint:" + id);
  }

  @Override
  public Set<String> belongingTo(String target) {
    return Relations.ofCustomer(
        em,
        target,
        "complaint",
        "select c.id from Complaint c where c.complainant.customerId = :customer"
            + " order by c.receipt.receivedAt desc, c.id");
  }
}
