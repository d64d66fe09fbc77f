package com.heyi.promotions.internal;

import com.heyi.promotions.BudgetUnit;
import com.heyi.promotions.CampaignStatus;
import com.heyi.promotions.CouponStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Campaigns in the database. */
@ApplicationScoped
public class CampaignBook {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected CampaignBook() {}

  public CampaignBook(EntityManager em) {
    this.em = em;
  }

  void add(Campaign campaign) {
    em.persist(campaign);
  }

  void flush() {
    em.flush();
  }

  Optional<Campaign> find(String code) {
    return em.createQuery("from Campaign c where c.code = :code", Campaign.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  Optional<Campaign> find(UUID id) {
    return Optional.ofNullable(em.find(Campaign.class, id));
  }

  Map<UUID, Campaign> findAll(Collection<UUID> ids) {
    return em.createQuery("from Campaign c where c.id in :ids", Campaign.class)
        .setParameter("ids", Set.copyOf(ids))
        .getResultStream()
        .collect(Collectors.toMap(Campaign::id, Function.identity()));
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  Campaign get(UUID id) {
    return find(id).orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
  }

  /**
   * The campaign for a change, held to the end of the transaction.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}
   */
  Campaign hold(UUID id, long expectedVersion) {
    Campaign campaign = em.find(Campaign.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (campaign == null) {
      throw new HeyiException(CommonError.NOT_FOUND, id);
    }
    campaign.requireVersion(expectedVersion);
    return campaign;
  }

  Page<Campaign> page(PageRequest request) {
    return Listing.of(Campaign.class, Sort.descending("createdAt"))
        .sort("createdAt", "createdAt")
        .sort("startsOn", "startsOn")
        .sort("endsOn", "endsOn")
        .filter("code", Filter.startsWith("code"))
        .filter("name", Filter.contains("name"))
        .filter("status", Filter.oneOf("status", CampaignStatus.class))
        .filter("unit", Filter.oneOf("unit", BudgetUnit.class))
        .page(em, request, Function.identity());
  }

  /** How many coupons each campaign has issued, and how many of them are in an order. */
  Map<UUID, Issued> issued(Collection<UUID> campaigns) {
    return em.createQuery(
            "select c.campaignId, count(c), sum(case when c.status = :taken then 1 else 0 end)"
                + " from Coupon c where c.campaignId in :campaigns group by c.campaignId",
            Object[].class)
        .setParameter("taken", CouponStatus.TAKEN)
        .setParameter("campaigns", Set.copyOf(campaigns))
        .getResultStream()
        .collect(
            Collectors.toMap(
                row -> (UUID) row[0],
                row -> new Issued((Long) row[1], ((Number) row[2]).longValue())));
  }

  record Issued(long coupons, long taken) {
    static final Issued NONE = new Issued(0, 0);
  }
}
