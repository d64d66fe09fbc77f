package com.heyi.deposits;

import com.heyi.shared.value.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What moved in many accounts, for other modules' batches, inside their transactions. It checks no
 * role and leaves no audit row, for the job that asks does so; therefore the edges may not use it.
 */
public interface DepositActivity {

  /**
   * What happened in these accounts, by account; accounts in which nothing ever moved are left out.
   * A fixed number of statements, however many accounts.
   *
   * @param from first day of which movements are counted
   * @param until last day that is looked at, balances and months too
   */
  Map<UUID, InAccount> of(Collection<UUID> accounts, LocalDate from, LocalDate until);

  /**
   * What happened in one account.
   *
   * @param balance what lay in it at the end of the last day
   * @param movements lines of its statement between the days; what was taken back does not count
   * @param months months in which something moved, from the beginning on
   */
  record InAccount(Money balance, long movements, Set<YearMonth> months) {
    public InAccount {
      months = Set.copyOf(months);
    }
  }
}
