package com.heyi.promotions.internal;

import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * What may be spent only so often or so much: the budget of a campaign, the total of a coupon. A
 * pot lies in eight lanes; who spends takes from one of them, by chance, and only who finds it too
 * empty looks into all, one after another. So those who spend at once hardly ever wait for each
 * other, and no more is spent than was allotted. Who gives back only writes a row, and waits for
 * nobody: an order is cancelled under locks of the mall, which those who spend take later.
 *
 * <p>Spends of one transaction come in the order of the pots' ids, each pot once.
 */
@ApplicationScoped
public class Pots {
  static final int LANES = 8;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected Pots() {}

  public Pots(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /**
   * A pot as it stands.
   *
   * @param allotted what may be spent
   * @param spent what was spent, what was given back taken off
   */
  record Level(long allotted, long spent) {
    long left() {
      return allotted - spent;
    }
  }

  /**
   * Says how much may be spent in all; opens the pot the first time.
   *
   * @return whether it is enough for what was spent already
   */
  boolean allot(UUID pot, long total) {
    em.createNativeQuery(
            "insert into promotions.pot_lane (pot_id, lane, allotted, spent)"
                + " select :pot, lane, 0, 0 from generate_series(0, :last) lane"
                + " on conflict do nothing")
        .setParameter("pot", pot)
        .setParameter("last", LANES - 1)
        .executeUpdate();
    List<Lane> lanes = lockAll(pot);
    long left = total - lanes.stream().mapToLong(Lane::spent).sum();
    if (left < 0) {
      return false;
    }
    for (Lane lane : lanes) {
      long share = left / LANES + (lane.no() < left % LANES ? 1 : 0);
      write(pot, lane.no(), lane.spent() + share, lane.spent());
    }
    return true;
  }

  /**
   * Spends from a pot.
   *
   * @param cause what it is spent for, as kind and id
   * @return whether there was enough; when not, nothing is spent
   */
  boolean spend(UUID pot, long amount, String cause) {
    return spendFromOne(pot, amount, cause)
        // Without a lock first, so that who comes too late does not queue behind those who spend.
        || level(pot).left() >= amount && spendFromAll(pot, amount, amount, cause) == amount;
  }

  /**
   * Spends so much, or what is left.
   *
   * @return how much was spent
   */
  long spendAtMost(UUID pot, long amount, String cause) {
    if (spendFromOne(pot, amount, cause)) {
      return amount;
    }
    return level(pot).left() <= 0 ? 0 : spendFromAll(pot, amount, 1, cause);
  }

  private boolean spendFromOne(UUID pot, long amount, String cause) {
    int lane = Math.floorMod(cause.hashCode(), LANES);
    boolean done =
        NamedSql.values(
                em, "select promotions.spend_from_lane(:pot, :lane, :amount)", Boolean.class)
            .setParameter("pot", pot)
            .setParameter("lane", lane)
            .setParameter("amount", amount)
            .getSingleResult();
    if (done) {
      enter(pot, lane, amount, cause, true);
    }
    return done;
  }

  private long spendFromAll(UUID pot, long amount, long least, String cause) {
    List<Lane> lanes = lockAll(pot);
    if (lanes.stream().mapToLong(Lane::left).sum() < least) {
      return 0;
    }
    long missing = amount;
    for (Lane lane : lanes) {
      long part = Math.min(missing, lane.left());
      if (part > 0) {
        write(pot, lane.no(), lane.allotted(), lane.spent() + part);
        enter(pot, lane.no(), part, cause, true);
        missing -= part;
      }
    }
    return amount - missing;
  }

  /** Gives back what was spent for a cause that is undone. */
  void giveBack(UUID pot, long amount, String cause) {
    enter(pot, null, -amount, cause, false);
  }

  /** How a pot stands, past those who are spending right now. */
  Level level(UUID pot) {
    Row row =
        NamedSql.rows(
                em,
                "select coalesce(sum(l.allotted), 0) as allotted, coalesce(sum(l.spent), 0)"
                    + " + (select coalesce(sum(e.amount), 0) from promotions.pot_entry e"
                    + " where e.pot_id = :pot and not e.counted) as spent"
                    + " from promotions.pot_lane l where l.pot_id = :pot")
            .setParameter("pot", pot)
            .getSingleResult();
    return new Level(row.number("allotted"), row.number("spent"));
  }

  private record Lane(int no, long allotted, long spent) {
    long left() {
      return allotted - spent;
    }
  }

  /** All lanes, held to the end of the transaction, with all that was given back. */
  private List<Lane> lockAll(UUID pot) {
    List<Lane> lanes = lanes(pot, " for no key update");
    List<BigDecimal> back =
        NamedSql.values(
                em,
                "with counted as (update promotions.pot_entry set counted = true"
                    + " where pot_id = :pot and not counted returning amount)"
                    + " select coalesce(-sum(amount), 0) from counted",
                BigDecimal.class)
            .setParameter("pot", pot)
            .getResultList();
    long given = back.get(0).longValueExact();
    if (given == 0) {
      return lanes;
    }
    for (Lane lane : lanes) {
      long part = Math.min(given, lane.spent());
      if (part > 0) {
        write(pot, lane.no(), lane.allotted(), lane.spent() - part);
        given -= part;
      }
    }
    return lanes(pot, "");
  }

  private List<Lane> lanes(UUID pot, String lock) {
    List<Row> rows =
        NamedSql.rows(
                em,
                "select lane, allotted, spent from promotions.pot_lane where pot_id = :pot"
                    + " order by lane"
                    + lock)
            .setParameter("pot", pot)
            .getResultList();
    return rows.stream()
        .map(row -> new Lane(row.whole("lane"), row.number("allotted"), row.number("spent")))
        .toList();
  }

  private void write(UUID pot, int lane, long allotted, long spent) {
    em.createNativeQuery(
            "update promotions.pot_lane set allotted = :allotted, spent = :spent"
                + " where pot_id = :pot and lane = :lane")
        .setParameter("allotted", allotted)
        .setParameter("spent", spent)
        .setParameter("pot", pot)
        .setParameter("lane", lane)
        .executeUpdate();
  }

  private void enter(UUID pot, Integer lane, long amount, String cause, boolean counted) {
    em.createNativeQuery(
            "insert into promotions.pot_entry (id, pot_id, lane, amount, cause, at, counted)"
                + " values (:id, :pot, cast(:lane as smallint), :amount, :cause, :at, :counted)")
        .setParameter("id", Ids.next())
        .setParameter("pot", pot)
        .setParameter("lane", lane)
        .setParameter("amount", amount)
        .setParameter("cause", cause)
        .setParameter("at", clock.instant())
        .setParameter("counted", counted)
        .executeUpdate();
  }
}
