package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.persistence.NamedSql;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/**
 * Holds a case until the transaction ends, so that what comes in with it is counted by one at a
 * time and nothing personal joins a case that was emptied: it would be emptied never again.
 */
final class HeldCase {
  private HeldCase() {}

  /** Holds several, in the same order whoever holds them, so that none waits for the other. */
  static void holdAll(EntityManager em, UUID... complaintIds) {
    em.createNativeQuery(
            "select id from complaints.complaint where id in (:ids) order by id"
                + " for no key update",
            UUID.class)
        .setParameter("ids", List.of(complaintIds))
        .getResultList();
  }

  /**
   * @throws HeyiException {@link ComplaintError#TEXTS_GONE}
   */
  static void hold(EntityManager em, UUID complaintId) {
    Boolean emptied =
        NamedSql.values(
                em,
                "select texts_erased from complaints.complaint where id = :id"
                    + " for no key update",
                Boolean.class)
            .setParameter("id", complaintId)
            .getSingleResult();
    if (emptied) {
      throw new HeyiException(ComplaintError.TEXTS_GONE);
    }
  }
}
