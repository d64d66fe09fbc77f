package com.heyi.winddown.internal;

import com.heyi.accounts.AppRegister;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import com.heyi.shared.value.Money;
import com.heyi.winddown.WindDownError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What is kept of a customer whose app ended: what it owed him and where that went. Amounts and
 * proofs stay when he is erased; the ids that the app had for him go.
 */
@ApplicationScoped
public class WindDownPersonalData implements PersonalData {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Plans plans;
  @Inject private AppRegister apps;

  protected WindDownPersonalData() {}

  public WindDownPersonalData(EntityManager em, Plans plans, AppRegister apps) {
    this.em = em;
    this.plans = plans;
    this.apps = apps;
  }

  @Override
  public String holder() {
    return "winddown";
  }

  @Override
  public void export(Person person, Sections out) {
    out.tell(
        em,
        person,
        "migratedBalances",
        "select l.app_code as app, h.kind, h.points, h.amount, h.expires_on as"
            + " \"expiresOn\", h.ref as number, h.what, h.quantity, m.outcome,"
            + " p.migrated_at as \"recordedAt\" from winddown.proof p join winddown.plan l"
            + " on l.id = p.plan_id join winddown.move m on m.proof_id = p.id join"
            + " winddown.holding h on h.id = m.holding_id where p.customer_id = :customer"
            + " order by p.migrated_at, h.id");
  }

  @Override
  public List<Hindrance> hindrances(UUID customerId, Minimums minimums) {
    // Two apps may know two people by the same id, so only the plan's own app says who is meant.
    long left =
        plans.owing(apps.identitiesEverywhere(customerId)).stream()
            .mapToLong(plan -> unmoved(plan, customerId))
            .sum();
    List<Hindrance> found = new ArrayList<>();
    if (left > 0) {
      found.add(new Hindrance(WindDownError.ERASURE_HOLDINGS, List.of(left), null));
    }
    Money due = plans.refundsDue(customerId);
    if (!due.isZero()) {
      found.add(new Hindrance(WindDownError.ERASURE_REFUND, List.of(due.amount()), null));
    }
    return found;
  }

  private long unmoved(Plan plan, UUID customerId) {
    Set<String> his =
        apps.identities(plan.app(), List.of(customerId)).getOrDefault(customerId, Set.of());
    return his.isEmpty() ? 0 : plans.unmoved(plan.id(), his).size();
  }

  @Override
  public long erase(Erasure erasure) {
    return NamedSql.values(
            em, "select winddown.erase_customer(:erasure, cast(:ids as text[]))", Long.class)
        .setParameter("erasure", erasure.id())
        .setParameter("ids", marks(erasure.person()))
        .getSingleResult();
  }

  @Override
  public long remaining(Person person) {
    return NamedSql.values(
            em,
            "select count(*) from winddown.tells_of(:customer, cast(:ids as text[]))",
            Long.class)
        .setParameter("customer", person.customerId())
        .setParameter("ids", marks(person))
        .getSingleResult();
  }

  private static String[] marks(Person person) {
    Set<String> marks = person.marks();
    return marks.toArray(String[]::new);
  }
}
