package com.heyi.approvals.internal;

import com.heyi.shared.facade.ApprovedRun;
import com.heyi.shared.history.Relations;
import com.heyi.shared.json.Json;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.privacy.Forgetting;
import com.heyi.shared.privacy.KeptForATime;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What requests for approval say of a customer: the arguments that would have been or were run, and
 * the reasons. To erase him those that wait end, and all are emptied but the one that erases him,
 * which knows him by id only; who decided what when stays, with the hash of the arguments.
 */
@ApplicationScoped
public class ApprovalsPersonalData implements PersonalData, KeptForATime {
  private static final String KIND = "approval-requests";
  private static final Forgetting FORGETTING =
      new Forgetting(Map.of(KIND, "approvals.empty_old_requests"));
  private static final UUID NONE = new UUID(0, 0);
  private static final String CONCERNS_HIM =
      " from approvals.request r where r.id <> :own and approvals.concerns(r, :customer,"
          + " cast(:marks as text[]), cast(:targets as text[]))";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Endings endings;
  private Iterable<Relations> relations;

  protected ApprovalsPersonalData() {}

  @Inject
  ApprovalsPersonalData(@Any Instance<Relations> relations) {
    this.relations = relations;
  }

  public ApprovalsPersonalData(EntityManager em, Endings endings, List<Relations> relations) {
    this.em = em;
    this.endings = endings;
    this.relations = relations;
  }

  @Override
  public String holder() {
    return "approvals";
  }

  @Override
  public void export(Person person, Sections out) {
    List<Row> rows =
        about(
                NamedSql.rows(
                    em,
                    "select r.action, r.target, r.status, r.made_at, r.reason,"
                        + " cast(r.shown as text) as shown, r.decided_at, r.decision_reason"
                        + CONCERNS_HIM
                        + " order by r.made_at, r.id"),
                person)
            .getResultList();
    for (Row row : rows) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("action", row.text("action"));
      fields.put("target", row.text("target"));
      fields.put("status", row.text("status"));
      fields.put("madeAt", row.instant("made_at"));
      fields.put("reason", row.text("reason"));
      fields.put("arguments", Json.read(row.text("shown"), Object.class));
      fields.put("decidedAt", row.instant("decided_at"));
      fields.put("decisionReason", row.text("decision_reason"));
      out.add("approvals", fields);
    }
  }

  @Override
  public long erase(Erasure erasure) {
    List<UUID> waiting =
        about(
                NamedSql.values(
                    em,
                    "select r.id" + CONCERNS_HIM + " and r.status = 'PENDING' order by r.id",
                    UUID.class),
                erasure.person())
            .getResultList();
    waiting.forEach(endings::erase);
    em.flush();
    return NamedSql.values(
            em,
            "select approvals.erase_customer(:erasure, cast(:marks as text[]),"
                + " cast(:targets as text[]))",
            Long.class)
        .setParameter("erasure", erasure.id())
        .setParameter("marks", marks(erasure.person()))
        .setParameter("targets", targets(erasure.customerId()))
        .getSingleResult();
  }

  @Override
  public long remaining(Person person) {
    return about(NamedSql.values(em, "select count(*)" + CONCERNS_HIM, Long.class), person)
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

  private <T> TypedQuery<T> about(TypedQuery<T> query, Person person) {
    return query
        .setParameter("own", ApprovedRun.approval().orElse(NONE))
        .setParameter("customer", person.customerId())
        .setParameter("marks", marks(person))
        .setParameter("targets", targets(person.customerId()));
  }

  /** The customer and what belongs to him, as requests name what they are about. */
  private String[] targets(UUID customerId) {
    String customer = "customer:" + customerId;
    Set<String> targets = new LinkedHashSet<>(Set.of(customer));
    relations.forEach(module -> targets.addAll(module.belongingTo(customer)));
    return targets.toArray(String[]::new);
  }

  private static String[] marks(Person person) {
    return person.marks().toArray(String[]::new);
  }
}
