package com.heyi.giftcards.internal;

import com.heyi.giftcards.GiftCardsError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Apart;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds how many codes that are none a caller may try, whichever way he comes. Two tries at the
 * same moment may both be let through; beyond that no more are, until the oldest is long enough
 * ago.
 */
@ApplicationScoped
public class WrongCodes {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "heyi.giftcards.wrong-codes", defaultValue = "10")
  private int most;

  @Inject
  @ConfigProperty(name = "heyi.giftcards.wrong-codes-minutes", defaultValue = "15")
  private int minutes;

  protected WrongCodes() {}

  public WrongCodes(EntityManager em, Clock clock, int most, int minutes) {
    this.em = em;
    this.clock = clock;
    this.most = most;
    this.minutes = minutes;
  }

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
            .setParameter("since", clock.instant().minus(Duration.ofMinutes(minutes)))
            .getSingleResult();
    if (tried >= most) {
      throw new HeyiException(GiftCardsError.CODE_LOCKED, most, minutes);
    }
  }

  /** Counts one although the running transaction will be rolled back. */
  @Apart
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void count() {
    em.createNativeQuery(
            "insert into giftcards.wrong_code (id, caller, tried_at) values (:id, :caller, :now)")
        .setParameter("id", Ids.next())
        .setParameter("caller", CallContext.current().user())
        .setParameter("now", clock.instant())
        .executeUpdate();
  }
}
