package com.heyi.family.internal;

import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How allowances fared the last time; one query for all of a household. */
final class LastRuns {
  private final Map<UUID, Row> byAllowance = new HashMap<>();

  LastRuns(EntityManager em, Collection<Allowance> allowances) {
    if (allowances.isEmpty()) {
      return;
    }
    List<Row> rows =
        NamedSql.rows(
                em,
                "select a.id, paid.due_on, last.error_code from family.allowance a"
                    + " left join lateral (select r.due_on from family.allowance_run r"
                    + " where r.allowance_id = a.id and r.movement_id is not null"
                    + " order by r.due_on desc limit 1) paid on true"
                    + " left join lateral (select r.error_code from family.allowance_run r"
                    + " where r.allowance_id = a.id order by r.due_on desc limit 1) last on true"
                    + " where a.id in (:ids)")
            .setParameter("ids", allowances.stream().map(Allowance::id).toList())
            .getResultList();
    rows.forEach(row -> byAllowance.put(row.uuid("id"), row));
  }

  /** The day for which it was paid last, or null. */
  LocalDate paidOn(Allowance allowance) {
    return of(allowance).map(row -> row.day("due_on")).orElse(null);
  }

  /** Why the very last run failed; null when it did not. */
  String error(Allowance allowance) {
    return of(allowance).map(row -> row.text("error_code")).orElse(null);
  }

  private Optional<Row> of(Allowance allowance) {
    return Optional.ofNullable(byAllowance.get(allowance.id()));
  }
}
