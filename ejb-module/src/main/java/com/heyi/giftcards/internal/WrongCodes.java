package com.heyi.giftcards.internal;

import com.heyi.giftcards.GiftCardsError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Apart;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Change;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds how many codes that are none a caller may try, whichever way he comes. Two tries at the
 * same moment may both be let through; beyond that no more are, until the oldest is long enough
 * ago.
 *
 * <p>Who has many callers is slowed by what all of them try: from so many on each of them may err
 * less often, and the trail tells it once in that time. Nobody who errs less is kept out by others.
 */
@ApplicationScoped
public class WrongCodes {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private AuditSink audit;

  @Inject
  @ConfigProperty(name = "heyi.giftcards.wrong-codes", defaultValue = "10")
  private int most;

  @Inject
  @ConfigProperty(name = "heyi.giftcards.wrong-codes-minutes", defaultValue = "15")
  private int minutes;

  @Inject
  @ConfigProperty(name = "heyi.giftcards.wrong-codes-of-all", defaultValue = "300")
  private int ofAll;

  @Inject
  @ConfigProperty(name = "heyi.giftcards.wrong-codes-when-guessed", defaultValue = "3")
  private int whenGuessed;

  protected WrongCodes() {}

  /**
   * @param bounds how many a caller may try, and all
   */
  public WrongCodes(EntityManager em, Clock clock, AuditSink audit, Bounds bounds) {
    this.em = em;
    this.clock = clock;
    this.audit = audit;
    this.most = bounds.most();
    this.minutes = bounds.minutes();
    this.ofAll = bounds.ofAll();
    this.whenGuessed = bounds.whenGuessed();
  }

  /**
   * How many wrong codes may be tried.
   *
   * @param most by a caller
   * @param minutes within so many minutes
   * @param ofAll by all callers, before it counts as guessing
   * @param whenGuessed by a caller then
   */
  public record Bounds(int most, int minutes, int ofAll, int whenGuessed) {}

  /**
   * @throws HeyiException {@link GiftCardsError#CODE_LOCKED}
   */
  void requireFew() {
    long tried =
        NamedSql.values(
                em,
                "select count(*) from giftcards.wrong_code"
                    + " where caller = :caller and tried_at > :since",
                Long.class)
            .setParameter("caller", CallContext.current().user())
            .setParameter("since", since())
            .getSingleResult();
    if (tried >= most) {
      throw new HeyiException(GiftCardsError.CODE_LOCKED, most, minutes);
    }
    if (tried >= whenGuessed && byAll().tries() >= ofAll) {
      throw new HeyiException(GiftCardsError.CODE_LOCKED, whenGuessed, minutes);
    }
  }

  /** Counts one although the running transaction will be rolled back. */
  @Apart
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void count() {
    All before = byAll();
    boolean alarm =
        before.tries() + 1 >= ofAll
            && AdvisoryLock.of("giftcards.wrong-codes", "alarm").tryTake(em)
            && !byAll().alarmed();
    em.createNativeQuery(
            "insert into giftcards.wrong_code (id, caller, tried_at, alarm)"
                + " values (:id, :caller, :now, :alarm)")
        .setParameter("id", Ids.next())
        .setParameter("caller", CallContext.current().user())
        .setParameter("now", clock.instant())
        .setParameter("alarm", alarm)
        .executeUpdate();
    if (alarm) {
      tell(byAll());
    }
  }

  private record All(long tries, long callers, boolean alarmed) {}

  private All byAll() {
    Row row =
        NamedSql.rows(
                em,
                "select count(*) as tries, count(distinct caller) as callers,"
                    + " coalesce(bool_or(alarm), false) as alarmed"
                    + " from giftcards.wrong_code where tried_at > :since")
            .setParameter("since", since())
            .getSingleResult();
    return new All(row.number("tries"), row.number("callers"), row.flag("alarmed"));
  }

  private void tell(All all) {
    audit.record(
        new AuditEvent(
            CallContext.current(),
            "giftcards",
            "gift-card.codes-guessed",
            "gift-card-codes",
            null,
            AuditEvent.Outcome.REFUSED,
            GiftCardsError.CODE_LOCKED.code(),
            true,
            List.of(
                new Change("gift-card-codes", "all", "tries", null, Long.toString(all.tries())),
                new Change("gift-card-codes", "all", "callers", null, Long.toString(all.callers())),
                new Change("gift-card-codes", "all", "minutes", null, Integer.toString(minutes))),
            null));
  }

  private Instant since() {
    return clock.instant().minus(Duration.ofMinutes(minutes));
  }
}
