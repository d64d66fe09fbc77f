package com.heyi.family.internal;

import com.heyi.shared.persistence.NamedSql;
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
import java.util.UUID;

/**
 * What families hold about a customer: where he belongs and the words that were chosen for him. To
 * erase him he leaves, and the words are emptied; amounts and days name nobody.
 */
@ApplicationScoped
public class FamilyPersonalData implements PersonalData, KeptForATime {
  private static final String NOTICES = "family-notices";
  private static final String TEXTS = "family-texts";
  private static final Forgetting FORGETTING =
      new Forgetting(Map.of(NOTICES, "family.forget_notices", TEXTS, "family.empty_old_titles"));
  private static final String EMPTIED = "—";
  private static final String HIS_WORDS =
      " where title <> :emptied and (child_id = :customer or household_id in"
          + " (select household_id from family.member where customer_id = :customer"
          + " and role = 'GUARDIAN' and left_on is null))";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected FamilyPersonalData() {}

  public FamilyPersonalData(EntityManager em) {
    this.em = em;
  }

  @Override
  public String holder() {
    return "family";
  }

  @Override
  public void export(Person person, Sections out) {
    out.tell(
        em,
        person,
        "households",
        "select h.name as household, m.role, m.joined_on as \"joinedOn\", m.left_on as"
            + " \"leftOn\" from family.member m join family.household h on h.id ="
            + " m.household_id where m.customer_id = :customer order by m.joined_on, m.id");
    out.tell(
        em,
        person,
        "allowances",
        "select kind, amount, rhythm, on_day as \"onDay\", next_on as \"nextOn\", active"
            + " from family.allowance where child_id = :customer or guardian_id = :customer"
            + " order by id");
    out.tell(
        em,
        person,
        "tasks",
        "select title, reward, status, set_at as \"setAt\", decided_at as \"decidedAt\""
            + " from family.task where child_id = :customer or guardian_id = :customer"
            + " order by set_at, id");
    out.tell(
        em,
        person,
        "goals",
        "select title, target, set_at as \"setAt\" from family.goal"
            + " where child_id = :customer order by set_at, id");
    out.tell(
        em,
        person,
        "notices",
        "select kind, amount, told_at as \"toldAt\" from family.notice"
            + " where child_id = :customer order by told_at, id");
  }

  @Override
  public long erase(Erasure erasure) {
    UUID customer = erasure.customerId();
    int emptied =
        update("update family.task set title = :emptied" + HIS_WORDS, customer)
            + update("update family.goal set title = :emptied" + HIS_WORDS, customer)
            + update(
                "update family.household set name = :emptied where name <> :emptied and id in"
                    + " (select household_id from family.member where customer_id = :customer)",
                customer);
    int ended =
        em.createNativeQuery(
                "update family.allowance set active = false, version = version + 1"
                    + " where active and (child_id = :customer or guardian_id = :customer)")
            .setParameter("customer", customer)
            .executeUpdate();
    int left =
        em.createNativeQuery(
                "update family.member set left_on = greatest(joined_on, current_date),"
                    + " version = version + 1 where customer_id = :customer and left_on is null")
            .setParameter("customer", customer)
            .executeUpdate();
    return (long) emptied + ended + left;
  }

  @Override
  public long remaining(Person person) {
    return NamedSql.values(
            em,
            "select count(*) from family.member m join family.household h"
                + " on h.id = m.household_id where m.customer_id = :customer"
                + " and (m.left_on is null or h.name <> :emptied)",
            Long.class)
        .setParameter("customer", person.customerId())
        .setParameter("emptied", EMPTIED)
        .getSingleResult();
  }

  @Override
  public Set<String> kinds() {
    return FORGETTING.kinds();
  }

  @Override
  public int forget(String kind, Instant before, int most) {
    return FORGETTING.some(em, kind, before, most);
  }

  private int update(String sql, UUID customer) {
    return em.createNativeQuery(sql)
        .setParameter("emptied", EMPTIED)
        .setParameter("customer", customer)
        .executeUpdate();
  }
}
