package com.heyi.shared.persistence;

import jakarta.persistence.EntityManager;

/**
 * A lock of the database on something that is no row, held until the running transaction ends. Two
 * names never mean the same lock; two keys of a name might, with a chance of one in 2^64, and then
 * only wait for each other.
 *
 * @param name what is locked, such as {@code accounts.resident}: the module and the kind of thing
 * @param key which one
 */
public record AdvisoryLock(String name, String key) {
  private static final String NUMBER = "(hashtextextended(:name || chr(31) || :key, 0))";

  public static AdvisoryLock of(String name, Object key) {
    return new AdvisoryLock(name, key.toString());
  }

  /** Waits until nobody else holds it. */
  public void take(EntityManager em) {
    ask(em, "select 1 from pg_advisory_xact_lock" + NUMBER, Integer.class);
  }

  /** Waits until nobody holds it alone; others may share it meanwhile. */
  public void share(EntityManager em) {
    ask(em, "select 1 from pg_advisory_xact_lock_shared" + NUMBER, Integer.class);
  }

  /** Takes it if nobody else holds it, and says whether. */
  public boolean tryTake(EntityManager em) {
    return ask(em, "select pg_try_advisory_xact_lock" + NUMBER, Boolean.class);
  }

  @SuppressWarnings("unchecked")
  private <T> T ask(EntityManager em, String sql, Class<T> answer) {
    return (T)
        em.createNativeQuery(sql, answer)
            .setParameter("name", name)
            .setParameter("key", key)
            .getSingleResult();
  }
}
