package com.heyi.giftcards.internal;

import com.heyi.shared.history.Relations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gift cards have a number, and belong to who got them from the bank. */
@ApplicationScoped
public class GiftCardRelations implements Relations {
  private static final String CARD = "gift-card";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected GiftCardRelations() {}

  GiftCardRelations(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<String> find(String number) {
    return em.createQuery("select c.id from GiftCard c where c.number = :number", UUID.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .map(id -> CARD + ":" + id);
  }

  @Override
  public Set<String> belongingTo(String target) {
    return Relations.ofCustomer(
        em,
        target,
        CARD,
        "select c.id from GiftCard c where c.customerId = :customer"
            + " order by c.issuedAt desc, c.id");
  }
}
