package com.heyi.promotions.internal;

import com.heyi.shared.history.Relations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Coupons belong to customers and to the orders that they were used for. */
@ApplicationScoped
public class PromotionRelations implements Relations {
  private static final String COUPON = "coupon";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected PromotionRelations() {}

  PromotionRelations(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<String> find(String number) {
    return em.createQuery("select c.id from Coupon c where c.code = :code", UUID.class)
        .setParameter("code", number)
        .getResultStream()
        .findFirst()
        .map(id -> COUPON + ":" + id);
  }

  @Override
  public Set<String> belongingTo(String target) {
    Set<String> targets =
        new LinkedHashSet<>(
            Relations.ofCustomer(
                em,
                target,
                COUPON,
                "select c.id from Coupon c where c.customerId = :customer"
                    + " order by c.issuedAt desc, c.id"));
    targets.addAll(
        Relations.of(
            em,
            target,
            "order",
            COUPON,
            "select distinct m.couponId from CouponMove m where m.orderId = :order"));
    return targets;
  }
}
