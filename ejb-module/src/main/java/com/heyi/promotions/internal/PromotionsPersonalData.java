package com.heyi.promotions.internal;

import com.heyi.shared.privacy.Forgetting;
import com.heyi.shared.privacy.KeptForATime;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What is kept of a customer in promotions: his coupons, benefits, memberships and earnings. They
 * stay when he is erased, for campaigns and orders add up with them; what was written about him
 * goes, then or when its time is over.
 */
@ApplicationScoped
public class PromotionsPersonalData implements PersonalData, KeptForATime {
  private static final String WORDS = "promotion-words";
  private static final Forgetting FORGETTING =
      new Forgetting(Map.of(WORDS, "promotions.empty_old_words"));

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected PromotionsPersonalData() {}

  public PromotionsPersonalData(EntityManager em) {
    this.em = em;
  }

  @Override
  public String holder() {
    return "promotions";
  }

  @Override
  public void export(Person person, Sections out) {
    out.tell(
        em,
        person,
        "coupons",
        "select c.code, t.code as template, t.name, c.status, c.valid_from as \"validFrom\","
            + " c.valid_until as \"validUntil\", c.issued_at as \"recordedAt\""
            + " from promotions.coupon c join promotions.coupon_template t on t.id = c.template_id"
            + " where c.customer_id = :customer order by c.issued_at, c.id");
    out.tell(
        em,
        person,
        "couponSteps",
        "select c.code, m.step, m.points_off as \"pointsOff\", m.reason, m.at as \"recordedAt\""
            + " from promotions.coupon_move m join promotions.coupon c on c.id = m.coupon_id"
            + " where c.customer_id = :customer order by m.at, m.id");
    out.tell(
        em,
        person,
        "benefits",
        "select b.name as benefit, t.day, t.taken_at as \"recordedAt\""
            + " from promotions.benefit_take t join promotions.benefit b on b.id = t.benefit_id"
            + " where t.customer_id = :customer order by t.taken_at, t.id");
    out.tell(
        em,
        person,
        "memberships",
        "select l.name as level, m.starts_on as \"startsOn\","
            + " coalesce(m.ended_on, m.ends_on) as \"endsOn\", m.fee, m.refunded,"
            + " m.cash as \"yuan\", m.cash_refunded as \"yuanReturned\","
            + " m.bought_at as \"recordedAt\" from promotions.membership m"
            + " join promotions.membership_level l on l.id = m.level_id"
            + " where m.customer_id = :customer order by m.starts_on");
    out.tell(
        em,
        person,
        "earnings",
        "select t.name as task, c.day, c.source, c.points, u.taken_back as \"takenBack\","
            + " u.reason, c.completed_at as \"recordedAt\" from promotions.completion c"
            + " join promotions.task t on t.id = c.task_id"
            + " left join promotions.completion_undone u on u.completion_id = c.id"
            + " where c.customer_id = :customer order by c.completed_at, c.id");
  }

  @Override
  public long erase(Erasure erasure) {
    return erasure.by(em, "promotions.erase_customer");
  }

  @Override
  public long remaining(Person person) {
    return person.count(
        em,
        "select cast(sum(n) as bigint) from (select count(*) as n from"
            + " promotions.coupon_move m join promotions.coupon c on c.id = m.coupon_id"
            + " where c.customer_id = :customer and m.reason is not null union all select"
            + " count(*) from promotions.completion_undone u join promotions.completion c"
            + " on c.id = u.completion_id where c.customer_id = :customer and u.reason <>"
            + " '—') each");
  }

  @Override
  public Set<String> kinds() {
    return FORGETTING.kinds();
  }

  @Override
  public int forget(String kind, Instant before, int most) {
    return FORGETTING.some(em, kind, before, most);
  }
}
