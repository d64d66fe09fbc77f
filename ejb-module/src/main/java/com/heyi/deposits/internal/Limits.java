package com.heyi.deposits.internal;

import com.heyi.accounts.AccountType;
import com.heyi.deposits.DepositsError;
import com.heyi.deposits.LimitKind;
import com.heyi.deposits.LimitUse;
import com.heyi.deposits.LimitView;
import com.heyi.deposits.SetLimit;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The dated limits of each type of account, and how far an account has used them. */
@ApplicationScoped
public class Limits {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected Limits() {}

  public Limits(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** The limits of this type on this day; a kind without one is left out. */
  Map<LimitKind, Money> on(AccountType type, LocalDate day) {
    Map<LimitKind, Money> limits = new EnumMap<>(LimitKind.class);
    for (Row row :
        rows(
            "select distinct on (kind) kind, amount from deposits.account_limit"
                + " where type = :type and valid_from <= :day order by kind, valid_from desc",
            Map.of("type", type.name(), "day", day))) {
      Money amount = row.cny("amount");
      if (amount != null) {
        limits.put(row.constant("kind", LimitKind.class), amount);
      }
    }
    return limits;
  }

  /**
   * How far an account has used its limits on this day.
   *
   * @param balance what lies in it
   */
  List<LimitUse> uses(UUID accountId, AccountType type, Money balance, LocalDate day) {
    Map<LimitKind, Money> limits = on(type, day);
    if (limits.isEmpty()) {
      return List.of();
    }
    Row used = used(accountId, day);
    List<LimitUse> uses = new ArrayList<>();
    limits.forEach(
        (kind, limit) -> {
          Money sofar =
              kind == LimitKind.BALANCE ? balance : used.cny(kind.name().toLowerCase(Locale.ROOT));
          Money left = limit.minus(sofar);
          uses.add(
              new LimitUse(kind, limit, sofar, left.isNegative() ? Money.zero(Money.CNY) : left));
        });
    return uses;
  }

  private Row used(UUID accountId, LocalDate day) {
    return rows(
            "select coalesce(sum(inflow) filter (where day = :day), 0) as inflow_day,"
                + " coalesce(sum(outflow) filter (where day = :day), 0) as outflow_day,"
                + " coalesce(sum(inflow), 0) as inflow_year,"
                + " coalesce(sum(outflow), 0) as outflow_year"
                + " from deposits.day_use where account_id = :account"
                + " and day between :first and :last",
            Map.of(
                "account",
                accountId,
                "day",
                day,
                "first",
                day.withDayOfYear(1),
                "last",
                day.withDayOfYear(day.lengthOfYear())))
        .get(0);
  }

  /** What has gone out of an account on this day, but for what went to the bound account. */
  Money paidOut(UUID accountId, LocalDate day) {
    return used(accountId, day).cny("outflow_day");
  }

  /**
   * What of that went from one of these accounts to another of them and was not taken back: between
   * two accounts of type II or III, or from type I, it counts for the limits of the account.
   */
  Money movedBetween(Collection<UUID> accountIds, LocalDate day) {
    // A transfer of the same transaction may not have been written yet.
    em.flush();
    return accountIds.size() < 2
        ? Money.zero(Money.CNY)
        : rows(
                "select coalesce(-sum(p.amount), 0) as moved from deposits.posting p"
                    + " join deposits.posting o on o.entry_id = p.entry_id"
                    + " and o.account_id in (:accounts) and o.account_id <> p.account_id"
                    + " left join deposits.entry back on back.reverses = p.entry_id"
                    + " where p.account_id in (:accounts) and p.booked_on = :day"
                    + " and p.counts and p.amount < 0 and back.id is null",
                Map.of("accounts", accountIds, "day", day))
            .get(0)
            .cny("moved");
  }

  /** Counts a leg for the limits of its account. */
  void count(UUID accountId, LocalDate day, Money delta) {
    BigDecimal size = delta.amount().abs();
    boolean in = !delta.isNegative();
    em.createNativeQuery(
            "insert into deposits.day_use as u (account_id, day, inflow, outflow)"
                + " values (:account, :day, :inflow, :outflow)"
                + " on conflict (account_id, day) do update set"
                + " inflow = u.inflow + excluded.inflow, outflow = u.outflow + excluded.outflow")
        .setParameter("account", accountId)
        .setParameter("day", day)
        .setParameter("inflow", in ? size : BigDecimal.ZERO)
        .setParameter("outflow", in ? BigDecimal.ZERO : size)
        .executeUpdate();
  }

  /** Gives back what a leg has counted, on the day on which it did. */
  void giveBack(UUID accountId, LocalDate day, Money delta) {
    String column = delta.isNegative() ? "outflow" : "inflow";
    em.createNativeQuery(
            "update deposits.day_use set %1$s = %1$s - :size".formatted(column)
                + " where account_id = :account and day = :day")
        .setParameter("account", accountId)
        .setParameter("day", day)
        .setParameter("size", delta.amount().abs())
        .executeUpdate();
  }

  /**
   * Sets a limit from a day on.
   *
   * @throws HeyiException {@link DepositsError#LIMIT_PAST}, {@link DepositsError#LIMIT_DUPLICATE},
   *     {@link DepositsError#LIMIT_AMOUNT}
   */
  public LimitView set(SetLimit command) {
    LocalDate today = LocalDate.now(clock);
    if (command.validFrom().isBefore(today)) {
      throw new HeyiException(DepositsError.LIMIT_PAST, command.validFrom());
    }
    if (command.amount() != null
        && (command.amount().isNegative() || !command.amount().currency().equals(Money.CNY))) {
      throw new HeyiException(DepositsError.LIMIT_AMOUNT);
    }
    Money before = on(command.type(), command.validFrom()).get(command.kind());
    if (find(command).isPresent()) {
      throw new HeyiException(DepositsError.LIMIT_DUPLICATE, command.validFrom());
    }
    em.createNativeQuery(
            "insert into deposits.account_limit"
                + " (type, kind, valid_from, amount, source, set_at, set_by)"
                + " values (:type, :kind, :day, cast(:amount as numeric), :source, :now, :by)")
        .setParameter("type", command.type().name())
        .setParameter("kind", command.kind().name())
        .setParameter("day", command.validFrom())
        .setParameter(
            "amount", command.amount() == null ? null : command.amount().amount().toPlainString())
        .setParameter("source", command.source())
        .setParameter("now", clock.instant())
        .setParameter("by", CallContext.current().user())
        .executeUpdate();
    String id = command.type() + "/" + command.kind();
    ChangeLog.note("limit", id, "amount", text(before), text(command.amount()));
    ChangeLog.note("limit", id, "validFrom", null, command.validFrom());
    return find(command).orElseThrow();
  }

  private Optional<LimitView> find(SetLimit set) {
    return list().stream()
        .filter(
            limit ->
                limit.type() == set.type()
                    && limit.kind() == set.kind()
                    && limit.validFrom().equals(set.validFrom()))
        .findFirst();
  }

  /** All that was ever set, by type and kind, the newest first. */
  public List<LimitView> list() {
    LocalDate today = LocalDate.now(clock);
    Set<String> current = new HashSet<>();
    return rows(
            "select type, kind, valid_from, amount, source, set_at, set_by"
                + " from deposits.account_limit order by type, kind, valid_from desc",
            Map.of())
        .stream()
        .map(
            row -> {
              LocalDate from = row.day("valid_from");
              String key = row.text("type") + row.text("kind");
              boolean inForce = !from.isAfter(today) && current.add(key);
              return new LimitView(
                  row.constant("type", AccountType.class),
                  row.constant("kind", LimitKind.class),
                  from,
                  row.cny("amount"),
                  row.text("source"),
                  row.instant("set_at"),
                  row.text("set_by"),
                  inForce);
            })
        .toList();
  }

  private List<Row> rows(String sql, Map<String, Object> parameters) {
    TypedQuery<Row> query = NamedSql.rows(em, sql);
    parameters.forEach(query::setParameter);
    return query.getResultList();
  }

  private static String text(Money amount) {
    return amount == null ? null : amount.amount().toPlainString();
  }
}
