package com.heyi.relationship.internal;

import com.heyi.accounts.CustomerBase;
import com.heyi.deposits.DepositActivity;
import com.heyi.mall.MallActivity;
import com.heyi.relationship.TierFigures;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gathers from the modules what is known of a slice of customers, as of the end of the day before
 * the one for which they are placed; so an evaluation says the same whenever on its day it runs.
 */
@ApplicationScoped
public class Gathering {
  private CustomerBase base;
  private DepositActivity deposits;
  private MallActivity mall;

  protected Gathering() {}

  @Inject
  public Gathering(CustomerBase base, DepositActivity deposits, MallActivity mall) {
    this.base = base;
    this.deposits = deposits;
    this.mall = mall;
  }

  /**
   * What is known of a customer.
   *
   * @param member who he is
   * @param figures what decides his tier
   * @param months months in which he moved money, ordered, or used his card
   */
  record Known(CustomerBase.Member member, TierFigures figures, NavigableSet<YearMonth> months) {}

  /** What is known of these customers for a day; a fixed number of statements. */
  Map<UUID, Known> of(Collection<UUID> customers, TierSet rules, LocalDate day) {
    LocalDate until = day.minusDays(1);
    LocalDate from = rules.activityFrom(day);
    Map<UUID, CustomerBase.Member> members = base.members(customers);
    Map<UUID, DepositActivity.InAccount> inAccounts =
        deposits.of(all(members.values(), CustomerBase.Member::accounts), from, until);
    Map<UUID, MallActivity.OfCustomer> inMall =
        mall.of(
            all(members.values(), CustomerBase.Member::records),
            rules.pointsFrom(day),
            from,
            until);
    Map<UUID, Known> known = new HashMap<>();
    members.forEach(
        (id, member) ->
            known.put(
                id,
                known(
                    member,
                    from,
                    in(member.accounts(), inAccounts),
                    in(member.records(), inMall))));
    return known;
  }

  private static Known known(
      CustomerBase.Member member,
      LocalDate from,
      List<DepositActivity.InAccount> accounts,
      List<MallActivity.OfCustomer> mall) {
    Money assets =
        accounts.stream()
            .map(DepositActivity.InAccount::balance)
            .reduce(Money.zero(Money.CNY), Money::plus);
    long movements = accounts.stream().mapToLong(DepositActivity.InAccount::movements).sum();
    long orders = mall.stream().mapToLong(MallActivity.OfCustomer::orders).sum();
    long earned = mall.stream().mapToLong(MallActivity.OfCustomer::earned).sum();
    NavigableSet<YearMonth> months = new TreeSet<>();
    accounts.forEach(account -> months.addAll(account.months()));
    mall.forEach(his -> months.addAll(his.months()));
    long byCard = 0;
    CustomerBase.Card card = member.card();
    LocalDate told = member.registeredOn();
    if (card != null && card.transactions() > 0) {
      // The card centre told the year before as a whole; it counts as of the day of the telling.
      byCard = told.isBefore(from) ? 0 : card.transactions();
      if (!card.left()) {
        months.add(YearMonth.from(told));
      }
    }
    return new Known(
        member, new TierFigures(assets, movements + orders + byCard, Points.of(earned)), months);
  }

  private static Set<UUID> all(
      Collection<CustomerBase.Member> members, Function<CustomerBase.Member, Set<UUID>> part) {
    return members.stream().map(part).flatMap(Set::stream).collect(Collectors.toSet());
  }

  private static <T> List<T> in(Set<UUID> ids, Map<UUID, T> found) {
    return ids.stream().filter(found::containsKey).map(found::get).toList();
  }
}
