package com.heyi.shared.persistence;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.hibernate.exception.LockAcquisitionException;

/** Whether a transaction failed only because another one was at the same record. */
public final class Races {
  /**
   * A deadlock, and a lock waited for longer than {@link DataSourceSetup} lets one wait:
   * PostgreSQL's {@code deadlock_detected} and {@code lock_not_available}.
   */
  private static final Set<String> STATES = Set.of("40P01", "55P03");

  private Races() {}

  /** Whether trying the same again may do; looks through all causes. */
  public static boolean lost(Throwable trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException
          || cause instanceof StaleStateException
          || cause instanceof LockAcquisitionException
          || cause instanceof SQLException sql && STATES.contains(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
