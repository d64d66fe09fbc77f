package com.heyi.deposits.internal;

import com.heyi.deposits.DepositActivity;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.sql.Date;
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
  @SuppressWarnings("unchecked")
  public Map<UUID, InAccount> of(Collection<UUID> accounts, LocalDate from, LocalDate until) {
    if (accounts.isEmpty()) {
      return Map.of();
    }
    String[] ids = accounts.stream().map(UUID::toString).toArray(String[]::new);
    Map<UUID, Set<YearMonth>> months = new HashMap<>();
    Map<UUID, Long> movements = new HashMap<>();
    List<Tuple> byMonth =
        em.createNativeQuery(MONTHS, Tuple.class)
            .setParameter("accounts", ids)
            .setParameter("from", from)
            .setParameter("until", until)
            .getResultList();
    for (Tuple row : byMonth) {
      UUID account = row.get("account_id", UUID.class);
      months
          .computeIfAbsent(account, id -> new HashSet<>())
          .add(YearMonth.from(row.get("month", Date.class).toLocalDate()));
      movements.merge(account, row.get("movements", Number.class).longValue(), Long::sum);
    }
    Map<UUID, InAccount> found = new HashMap<>();
    List<Tuple> balances =
        em.createNativeQuery(BALANCES, Tuple.class)
            .setParameter("accounts", ids)
            .setParameter("until", until)
            .getResultList();
    for (Tuple row : balances) {
      UUID account = row.get("account_id", UUID.class);
      found.put(
          account,
          new InAccount(
              new Money(row.get("balance_after", BigDecimal.class), Money.CNY),
              movements.getOrDefault(account, 0L),
              months.getOrDefault(account, Set.of())));
    }
    return found;
  }
}
