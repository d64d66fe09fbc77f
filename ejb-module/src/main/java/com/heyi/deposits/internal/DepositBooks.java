package com.heyi.deposits.internal;

import com.heyi.deposits.DepositsTrialBalance;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Proves the books of money from their postings. */
@ApplicationScoped
public class DepositBooks {
  private static final String TOTALS =
      """
      select (select coalesce(sum(amount), 0) from deposits.balance) as customers,
             coalesce(-sum(amount) filter (where system_account = 'CASH'), 0) as cash,
             coalesce(-sum(amount) filter (where system_account = 'CLEARING'), 0) as clearing,
             coalesce(-sum(amount) filter (where system_account = 'REDRESS'), 0) as redress,
             coalesce(-sum(amount) filter (where system_account = 'MALL'), 0) as mall,
             (select count(*) from deposits.entry) as entries
        from deposits.posting
      """;
  private static final String WRONG_BALANCES =
      """
      select count(*)
        from deposits.balance b
        left join (select account_id, sum(amount) as amount, count(*) as movements
                     from deposits.posting where account_id is not null group by account_id) p
          using (account_id)
       where b.amount <> coalesce(p.amount, 0) or b.movements <> coalesce(p.movements, 0)
      """;

  /** What is taken or given back counts no more, whichever day that was booked on. */
  private static final String WRONG_USES =
      """
      select count(*)
        from deposits.day_use u
        full join (select p.account_id, p.booked_on as day,
                          coalesce(sum(p.amount) filter (where p.amount > 0), 0) as inflow,
                          coalesce(sum(-p.amount - coalesce(g.given, 0))
                                     filter (where p.amount < 0), 0) as outflow
                     from deposits.posting p
                     left join deposits.entry r on r.reverses = p.entry_id
                     left join (select refunds, sum(amount) as given from deposits.entry
                                 where refunds is not null group by refunds) g
                       on g.refunds = p.entry_id
                    where p.counts and r.id is null
                    group by p.account_id, p.booked_on) s
          using (account_id, day)
       where coalesce(u.inflow, 0) <> coalesce(s.inflow, 0)
          or coalesce(u.outflow, 0) <> coalesce(s.outflow, 0)
      """;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected DepositBooks() {}

  public DepositBooks(EntityManager em) {
    this.em = em;
  }

  /** Sums everything anew. */
  public DepositsTrialBalance trialBalance() {
    Row totals = NamedSql.rows(em, TOTALS).getSingleResult();
    Money customers = totals.cny("customers");
    Money cash = totals.cny("cash");
    Money clearing = totals.cny("clearing");
    Money redress = totals.cny("redress");
    Money mall = totals.cny("mall");
    return new DepositsTrialBalance(
        customers,
        cash,
        clearing,
        redress,
        mall,
        customers.minus(cash).minus(clearing).minus(redress).minus(mall),
        totals.number("entries"),
        count(WRONG_BALANCES),
        count(WRONG_USES));
  }

  private long count(String sql) {
    return NamedSql.values(em, sql, Long.class).getSingleResult();
  }
}
