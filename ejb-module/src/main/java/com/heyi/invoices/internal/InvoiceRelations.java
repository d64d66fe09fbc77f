package com.heyi.invoices.internal;

import com.heyi.shared.history.Relations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Invoices are known by their numbers, and belong to customers and to the orders they are for. */
@ApplicationScoped
public class InvoiceRelations implements Relations {
  private static final String INVOICE = "invoice";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected InvoiceRelations() {}

  InvoiceRelations(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<String> find(String number) {
    return em.createQuery(
            "select i.id from Invoice i where i.number = :number or i.officialNumber = :number"
                + " order by i.requestedAt desc",
            UUID.class)
        .setParameter("number", number)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(id -> INVOICE + ":" + id);
  }

  @Override
  public Set<String> belongingTo(String target) {
    Set<String> targets =
        new LinkedHashSet<>(
            Relations.ofCustomer(
                em,
                target,
                INVOICE,
                "select i.id from Invoice i where i.customerId = :customer"
                    + " order by i.requestedAt desc, i.id"));
    targets.addAll(
        Relations.of(
            em,
            target,
            "order",
            INVOICE,
            "select i.id from Invoice i where i.orderId = :order"
                + " order by i.requestedAt desc, i.id"));
    return targets;
  }
}
