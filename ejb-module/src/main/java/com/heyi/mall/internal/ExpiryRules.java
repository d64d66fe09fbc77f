package com.heyi.mall.internal;

import com.heyi.mall.ExpiryMethod;
import com.heyi.mall.ExpiryRule;
import com.heyi.mall.GrantKind;
import com.heyi.mall.MallError;
import com.heyi.mall.SetExpiryRule;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The dated rules for how long points last. */
@ApplicationScoped
public class ExpiryRules {
  private static final String COLUMNS = "kind, valid_from, method, length, source, set_at, set_by";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected ExpiryRules() {}

  ExpiryRules(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /**
   * The last day of points of a kind granted on a day; null when they never expire. A kind without
   * a rule of its own follows that of {@link GrantKind#STANDARD}.
   */
  LocalDate lastDay(GrantKind kind, LocalDate grantedOn) {
    return new Sql(em)
        .one(
            ExpiryRules::rule,
            "select "
                + COLUMNS
                + " from mall.expiry_rule where kind in (?, ?) and valid_from <= ?"
                + " order by kind = ? desc, valid_from desc limit 1",
            kind,
            GrantKind.STANDARD,
            grantedOn,
            kind)
        .map(rule -> rule.lastDay(grantedOn))
        .orElse(null);
  }

  /** All that were ever set, by kind, the newest first. */
  public List<ExpiryRule> list() {
    return new Sql(em)
        .list(
            ExpiryRules::rule,
            "select " + COLUMNS + " from mall.expiry_rule order by kind, valid_from desc");
  }

  /**
   * Sets a rule from a day on.
   *
   * @throws HeyiException {@link MallError#RULE_PAST}, {@link MallError#RULE_DUPLICATE}, {@link
   *     MallError#RULE_LENGTH}
   */
  public ExpiryRule set(SetExpiryRule command) {
    if (command.validFrom().isBefore(LocalDate.now(clock))) {
      throw new HeyiException(MallError.RULE_PAST, command.validFrom());
    }
    requireLength(command);
    int written =
        new Sql(em)
            .write(
                "insert into mall.expiry_rule (kind, valid_from, method, length, source, set_at,"
                    + " set_by) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                command.kind(),
                command.validFrom(),
                command.method(),
                command.length(),
                command.source().strip(),
                clock.instant(),
                CallContext.current().user());
    if (written == 0) {
      throw new HeyiException(MallError.RULE_DUPLICATE, command.validFrom());
    }
    ChangeLog.note(
        "expiry-rule",
        command.kind(),
        "rule",
        null,
        command.method() + " " + command.length() + " from " + command.validFrom());
    return list().stream()
        .filter(rule -> rule.kind() == command.kind())
        .filter(rule -> rule.validFrom().equals(command.validFrom()))
        .findFirst()
        .orElseThrow();
  }

  private static void requireLength(SetExpiryRule command) {
    int least = command.method() == ExpiryMethod.YEAR_END ? 1 : 0;
    int most =
        switch (command.method()) {
          case DAYS -> 36_500;
          case MONTH_END -> 1_200;
          case YEAR_END -> 100;
          case NEVER -> 0;
        };
    if (command.length() < least || command.length() > most) {
      throw new HeyiException(MallError.RULE_LENGTH, least, most);
    }
  }

  private static ExpiryRule rule(ResultSet row) throws SQLException {
    return new ExpiryRule(
        GrantKind.valueOf(row.getString("kind")),
        Sql.day(row, "valid_from"),
        ExpiryMethod.valueOf(row.getString("method")),
        row.getInt("length"),
        row.getString("source"),
        Sql.instant(row, "set_at"),
        row.getString("set_by"));
  }
}
