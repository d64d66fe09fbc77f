package com.heyi.shared.persistence;

import jakarta.persistence.EntityManager;
import java.util.Collection;

/**
 * A lock of the database on something that is no row, held until the running transaction ends. Two
 * names never mean the same lock; two keys of a name might, with a chance of one in 2^64, and then
 * only wait for each other.
 *
 * @param name what is locked, such as {@code accounts.resident}: the module and the kind of thing
 * @param key which one
 */
public record AdvisoryLock(String name, String key) {
  private static final String NUMBER = number("?");

  public static AdvisoryLock of(String name, Object key) {
    return new AdvisoryLock(name, key.toString());
  }

  /** Waits until nobody else holds it. */
  public void take(EntityManager em) {
    ask(em, "select true from pg_advisory_xact_lock" + NUMBER);
  }

  /**
   * Waits until nobody else holds any of these of one name, in one statement. They are taken in the
   * order of their keys, so that of two who take several none waits for the other while he keeps
   * him waiting.
   */
  public static void takeAll(EntityManager em, String name, Collection<String> keys) {
    String[] inOrder = keys.stream().distinct().sorted().toArray(String[]::new);
    if (inOrder.length == 0) {
      return;
    }
    new Sql(em)
        .list(
            row -> row.getBoolean(1),
            "select true from (select key from unnest(?) with ordinality as k (key, place)"
                + " order by place) as wanted cross join lateral pg_advisory_xact_lock"
                + number("wanted.key"),
            inOrder,
            name);
  }

  /** Waits until nobody holds it alone; others may share it meanwhile. */
  public void share(EntityManager em) {
    ask(em, "select true from pg_advisory_xact_lock_shared" + NUMBER);
  }

  /** Takes it if nobody else holds it, and says whether. */
  public boolean tryTake(EntityManager em) {
    return ask(em, "select pg_try_advisory_xact_lock" + NUMBER);
  }

  private static String number(String key) {
    return "(hashtextextended(? || chr(31) || " + key + ", 0))";
  }

  private boolean ask(EntityManager em, String sql) {
    return new Sql(em).one(row -> row.getBoolean(1), sql, name, key).orElseThrow();
  }
}
