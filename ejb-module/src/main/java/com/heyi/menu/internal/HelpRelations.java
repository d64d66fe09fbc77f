package com.heyi.menu.internal;

import com.heyi.shared.history.Relations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;

/** Offers of help belong to the customers to whom they were made. They have no number. */
@ApplicationScoped
public class HelpRelations implements Relations {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected HelpRelations() {}

  public HelpRelations(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<String> find(String number) {
    return Optional.empty();
  }

  @Override
  public Set<String> belongingTo(String target) {
    return Relations.ofCustomer(
        em,
        target,
        "help",
        "select h.id from Help h where h.customerId = :customer order by h.offeredAt desc, h.id");
  }
}
