package com.heyi.accounts.internal;

import com.heyi.accounts.CustomerBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
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
    return (Long) em.createNativeQuery("select count(*)" + SERVED, Long.class).getSingleResult();
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<UUID> after(UUID after, int most) {
    return em.createNativeQuery(
            "select c.id" + SERVED + " and c.id > :after order by c.id", UUID.class)
        .setParameter("after", after == null ? BEFORE_ALL : after)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  @SuppressWarnings("unchecked")
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
    List<Tuple> rows =
        em.createNativeQuery(
                "select c.id, c.registered_at, p.months_on_book, p.transaction_count, p.attrition"
                    + " from accounts.customer c"
                    + " left join accounts.card_profile p on p.customer_id = c.id"
                    + " where c.id = any(cast(:ids as uuid[])) and c.merged_into is null"
                    + " and c.identity_status <> 'ERASED'",
                Tuple.class)
            .setParameter("ids", texts(customerIds))
            .getResultList();
    for (Tuple row : rows) {
      UUID id = row.get("id", UUID.class);
      members.put(
          id,
          new Member(
              id,
              LocalDate.ofInstant(row.get("registered_at", Instant.class), clock.getZone()),
              records.getOrDefault(id, Set.of(id)),
              accounts.getOrDefault(id, Set.of()),
              card(row)));
    }
    return members;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Set<UUID> keep(Collection<UUID> customerIds) {
    // In the order of the ids, as every slice does it, so that no two wait for each other.
    return new HashSet<>(
        em.createNativeQuery(
                "select c.id"
                    + SERVED
                    + " and c.id = any(cast(:ids as uuid[])) order by c.id for share",
                UUID.class)
            .setParameter("ids", texts(customerIds))
            .getResultList());
  }

  @Override
  @SuppressWarnings("unchecked")
  public Map<UUID, UUID> survivors(Collection<UUID> customerIds) {
    Map<UUID, UUID> survivors = new HashMap<>();
    List<Tuple> rows =
        em.createNativeQuery(
                "select c.id, coalesce(c.merged_into, c.id) as survivor from accounts.customer c"
                    + " where c.id = any(cast(:ids as uuid[]))",
                Tuple.class)
            .setParameter("ids", texts(customerIds))
            .getResultList();
    rows.forEach(row -> survivors.put(row.get("id", UUID.class), row.get("survivor", UUID.class)));
    return survivors;
  }

  @SuppressWarnings("unchecked")
  private Map<UUID, Set<UUID>> sets(String sql, Collection<UUID> ids) {
    Map<UUID, Set<UUID>> sets = new HashMap<>();
    List<Tuple> rows =
        em.createNativeQuery(sql, Tuple.class).setParameter("ids", texts(ids)).getResultList();
    rows.forEach(
        row ->
            sets.computeIfAbsent(row.get("owner", UUID.class), owner -> new HashSet<>())
                .add(row.get("thing", UUID.class)));
    return sets;
  }

  private static Card card(Tuple row) {
    return row.get("attrition") == null
        ? null
        : new Card(
            row.get("months_on_book", Number.class).intValue(),
            row.get("transaction_count", Number.class).longValue(),
            "ATTRITED".equals(row.get("attrition", String.class)));
  }

  private static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
