package com.heyi.family.internal;

import com.heyi.mall.Households;
import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Tells the mall whether two customers are members of one household today. */
@ApplicationScoped
public class TheMallAsksWhoLivesTogether implements Households {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected TheMallAsksWhoLivesTogether() {}

  public TheMallAsksWhoLivesTogether(EntityManager em) {
    this.em = em;
  }

  @Override
  public boolean share(UUID one, UUID other) {
    // Both rows are kept as they are to the end of the transaction: nobody leaves in between.
    List<UUID> households =
        NamedSql.values(
                em,
                "select household_id from family.member where customer_id in (:one, :other)"
                    + " and left_on is null order by customer_id for share",
                UUID.class)
            .setParameter("one", one)
            .setParameter("other", other)
            .getResultList();
    return households.size() == 2 && households.get(0).equals(households.get(1));
  }
}
