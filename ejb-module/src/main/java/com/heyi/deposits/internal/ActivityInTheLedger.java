package com.heyi.deposits.internal;

import com.heyi.deposits.DepositActivity;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads what moved from the postings, as of the end of a day. */
@ApplicationScoped
public class ActivityInTheLedger implements DepositActivity {
  private static final String BALANCES =
      """
      select distinct on (account_id) account_id, balance_after
        from deposits.posting
       where account_id = any(cast(:accounts as uuid[])) and booked_on <= :until
       order by account_id, seq desc
      """;
  private static final String MONTHS =
      """
      select p.account_id, cast(date_trunc('month', p.booked_on) as date) as month,
             count(*) filter (where p.booked_on >= :from) as movements
        from deposits.posting p
        join deposits.entry e on e.id = p.entry_id
       where p.account_id = any(cast(:accounts as uuid[])) and p.booked_on <= :until
         and e.kind not in ('REVERSAL', 'REFUND')
         and not exists (select 1 from deposits.entry r
                          where r.reverses = e.id and r.booked_on <= :until)
         and not exists (select 1 from deposits.entry r
                          where r.refunds = e.id and r.amount = e.amount
                            and r.booked_on <= :until)
       group by 1, 2
      """;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected ActivityInTheLedger() {}

  public ActivityInTheLedger(EntityManager em) {
    this.em = em;
  }

  @Override
  public Map<UUID, InAccount> of(Collection<UUID> accounts, LocalDate from, LocalDate until) {
    if (accounts.isEmpty()) {
      return Map.of();
    }
    String[] ids = NamedSql.uuids(accounts);
    Map<UUID, Set<YearMonth>> months = new HashMap<>();
    Map<UUID, Long> movements = new HashMap<>();
    List<Row> byMonth =
        NamedSql.rows(em, MONTHS)
            .setParameter("accounts", ids)
            .setParameter("from", from)
            .setParameter("until", until)
            .getResultList();
    for (Row row : byMonth) {
      UUID account = row.uuid("account_id");
      months.computeIfAbsent(account, id -> new HashSet<>()).add(YearMonth.from(row.day("month")));
      movements.merge(account, row.number("movements"), Long::sum);
    }
    Map<UUID, InAccount> found = new HashMap<>();
    List<Row> balances =
        NamedSql.rows(em, BALANCES)
            .setParameter("accounts", ids)
            .setParameter("until", until)
            .getResultList();
    for (Row row : balances) {
      UUID account = row.uuid("account_id");
      found.put(
          account,
          new InAccount(
              row.cny("balance_after"),
              movements.getOrDefault(account, 0L),
              months.getOrDefault(account, Set.of())));
    }
    return found;
  }
}
