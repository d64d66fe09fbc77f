package com.heyi.accounts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * All customers in slices, for other modules' batches, inside their transactions. It checks no role
 * and leaves no audit row, for the job that asks does so; therefore the edges may not use it.
 */
public interface CustomerBase {

  /** How many customers are served: neither merged into another nor erased. */
  long count();

  /**
   * The ids of those who are served, in the order of their ids.
   *
   * @param after goes on behind this one; null begins
   * @param most how many at the most
   */
  List<UUID> after(UUID after, int most);

  /** What batches need to know of these customers, by id; who is not served is left out. */
  Map<UUID, Member> members(Collection<UUID> customerIds);

  /**
   * Those of these customers who are served, none of whom is erased or merged before the
   * transaction ends.
   */
  Set<UUID> keep(Collection<UUID> customerIds);

  /** Who has turned out to be each of these customers, by the id asked for. */
  Map<UUID, UUID> survivors(Collection<UUID> customerIds);

  /**
   * A customer with all of his records.
   *
   * @param id the customer
   * @param registeredOn the bank's day on which he came into the register
   * @param records his own id and those of the records that were merged into his
   * @param accounts his accounts, closed ones too
   * @param card what the card centre told of him when he was taken over, or null
   */
  record Member(UUID id, LocalDate registeredOn, Set<UUID> records, Set<UUID> accounts, Card card) {
    public Member {
      records = Set.copyOf(records);
      accounts = Set.copyOf(accounts);
    }
  }

  /**
   * A year of card use, as the card centre told it when the customer was taken over.
   *
   * @param monthsOnBook how long he had been a customer of the card centre
   * @param transactions payments by card in the twelve months before
   * @param left whether he had given up his card
   */
  record Card(int monthsOnBook, long transactions, boolean left) {}
}
