package com.heyi.accounts.internal;

import com.heyi.accounts.CustomerBase;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Hands out the register slice by slice; each answer is a fixed number of statements. */
@ApplicationScoped
public class RegisterInSlices implements CustomerBase {
  private static final String SERVED =
      " from accounts.customer c where c.merged_into is null and c.identity_status <> 'ERASED'";
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected RegisterInSlices() {}

  public RegisterInSlices(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  @Override
  public long count() {
    return NamedSql.values(em, "select count(*)" + SERVED, Long.class).getSingleResult();
  }

  @Override
  public List<UUID> after(UUID after, int most) {
    return NamedSql.values(
            em, "select c.id" + SERVED + " and c.id > :after order by c.id", UUID.class)
        .setParameter("after", after == null ? BEFORE_ALL : after)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public Map<UUID, Member> members(Collection<UUID> customerIds) {
    Map<UUID, Set<UUID>> records =
        sets(
            "select coalesce(c.merged_into, c.id) as owner, c.id as thing from accounts.customer c"
                + " where c.id = any(cast(:ids as uuid[]))"
                + " or c.merged_into = any(cast(:ids as uuid[]))",
            customerIds);
    Map<UUID, Set<UUID>> accounts =
        sets(
            "select coalesce(c.merged_into, c.id) as owner, a.id as thing from accounts.account a"
                + " join accounts.customer c on c.id = a.customer_id"
                + " where c.id = any(cast(:ids as uuid[]))"
                + " or c.merged_into = any(cast(:ids as uuid[]))",
            customerIds);
    Map<UUID, Member> members = new HashMap<>();
    List<Row> rows =
        NamedSql.rows(
                em,
                "select c.id, c.registered_at, p.months_on_book, p.transaction_count, p.attrition"
                    + " from accounts.customer c"
                    + " left join accounts.card_profile p on p.customer_id = c.id"
                    + " where c.id = any(cast(:ids as uuid[])) and c.merged_into is null"
                    + " and c.identity_status <> 'ERASED'")
            .setParameter("ids", NamedSql.uuids(customerIds))
            .getResultList();
    for (Row row : rows) {
      UUID id = row.uuid("id");
      members.put(
          id,
          new Member(
              id,
              LocalDate.ofInstant(row.instant("registered_at"), clock.getZone()),
              records.getOrDefault(id, Set.of(id)),
              accounts.getOrDefault(id, Set.of()),
              card(row)));
    }
    return members;
  }

  @Override
  public Set<UUID> keep(Collection<UUID> customerIds) {
    // In the order of the ids, as every slice does it, so that no two wait for each other.
    return new HashSet<>(
        NamedSql.values(
                em,
                "select c.id"
                    + SERVED
                    + " and c.id = any(cast(:ids as uuid[])) order by c.id for share",
                UUID.class)
            .setParameter("ids", NamedSql.uuids(customerIds))
            .getResultList());
  }

  @Override
  public Map<UUID, UUID> survivors(Collection<UUID> customerIds) {
    Map<UUID, UUID> survivors = new HashMap<>();
    List<Row> rows =
        NamedSql.rows(
                em,
                "select c.id, coalesce(c.merged_into, c.id) as survivor from accounts.customer c"
                    + " where c.id = any(cast(:ids as uuid[]))")
            .setParameter("ids", NamedSql.uuids(customerIds))
            .getResultList();
    rows.forEach(row -> survivors.put(row.uuid("id"), row.uuid("survivor")));
    return survivors;
  }

  private Map<UUID, Set<UUID>> sets(String sql, Collection<UUID> ids) {
    Map<UUID, Set<UUID>> sets = new HashMap<>();
    List<Row> rows =
        NamedSql.rows(em, sql).setParameter("ids", NamedSql.uuids(ids)).getResultList();
    rows.forEach(
        row ->
            sets.computeIfAbsent(row.uuid("owner"), owner -> new HashSet<>())
                .add(row.uuid("thing")));
    return sets;
  }

  private static Card card(Row row) {
    return row.text("attrition") == null
        ? null
        : new Card(
            row.whole("months_on_book"),
            row.number("transaction_count"),
            "ATTRITED".equals(row.text("attrition")));
  }
}
