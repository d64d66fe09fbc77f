package com.heyi.shared.history;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.hibernate.envers.AuditReaderFactory;

/** The revision of the running transaction. */
public final class Revisions {
  private Revisions() {}

  /** What the entity of a revision tells to those who cannot see it. */
  public interface Numbered {
    /** The number that orders the versions of records. */
    long number();
  }

  /**
   * The number of the running transaction's revision, which begins here if it has not yet: only for
   * a transaction that changes records with a history.
   */
  public static long current(EntityManager em) {
    return AuditReaderFactory.get(em.unwrap(Session.class))
        .getCurrentRevision(Numbered.class, true)
        .number();
  }
}
