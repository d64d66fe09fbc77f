package com.heyi.complaints.internal;

import com.heyi.complaints.OpenComplaints;
import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.UUID;

/** Counts open complaints in the database. */
@ApplicationScoped
public class OpenComplaintsAtTheDesk implements OpenComplaints {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected OpenComplaintsAtTheDesk() {}

  public OpenComplaintsAtTheDesk(EntityManager em) {
    this.em = em;
  }

  @Override
  public long ofCustomers(Collection<UUID> customers) {
    return NamedSql.values(
            em,
            "select count(*) from complaints.complaint"
                + " where customer_id = any(cast(:customers as uuid[]))"
                + " and status not in ('CLOSED', 'WITHDRAWN', 'TURNED')",
            Long.class)
        .setParameter("customers", NamedSql.uuids(customers))
        .getSingleResult();
  }
}
