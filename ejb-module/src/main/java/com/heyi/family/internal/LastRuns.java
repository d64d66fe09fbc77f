package com.heyi.family.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How allowances fared the last time; one query for all of a household. */
final class LastRuns {
  private final Map<UUID, Tuple> byAllowance = new HashMap<>();

  @SuppressWarnings("unchecked")
  LastRuns(EntityManager em, Collection<Allowance> allowances) {
    if (allowances.isEmpty()) {
      return;
    }
    List<Tuple> rows =
        em.createNativeQuery(
                "select a.id, paid.due_on, last.error_code from family.allowance a"
                    + " left join lateral (select r.due_on from family.allowance_run r"
                    + " where r.allowance_id = a.id and r.movement_id is not null"
                    + " order by r.due_on desc limit 1) paid on true"
                    + " left join lateral (select r.error_code from family.allowance_run r"
                    + " where r.allowance_id = a.id order by r.due_on desc limit 1) last on true"
                    + " where a.id in (:ids)",
                Tuple.class)
            .setParameter("ids", allowances.stream().map(Allowance::id).toList())
            .getResultList();
    rows.forEach(row -> byAllowance.put(row.get("id", UUID.class), row));
  }

  /** The day for which it was paid last, or null. */
  LocalDate paidOn(Allowance allowance) {
    return of(allowance)
        .map(row -> row.get("due_on", Date.class))
        .map(Date::toLocalDate)
        .orElse(null);
  }

  /** Why the very last run failed; null when it did not. */
  String error(Allowance allowance) {
    return of(allowance).map(row -> row.get("error_code", String.class)).orElse(null);
  }

  private Optional<Tuple> of(Allowance allowance) {
    return Optional.ofNullable(byAllowance.get(allowance.id()));
  }
}
