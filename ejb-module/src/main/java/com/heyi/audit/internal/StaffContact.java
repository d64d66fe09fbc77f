package com.heyi.audit.internal;

import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/**
 * Tells a person how often and on which days his record was read or changed, by which part of the
 * staff and for which action; not by whom, for their names are theirs. Nothing is erased here: the
 * trail names a customer by id only.
 */
@ApplicationScoped
public class StaffContact implements PersonalData {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected StaffContact() {}

  public StaffContact(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  @Override
  public String holder() {
    return "audit";
  }

  @Override
  public void export(Person person, Sections out) {
    NamedSql.rows(
            em,
            "select to_char(recorded_at at time zone :zone, 'YYYY-MM-DD') as day, action, roles,"
                + " change, count(*) as times, count(distinct who) as persons from audit.entry"
                + " where target = :target and outcome in ('DONE', 'REPLAYED')"
                + " group by 1, 2, 3, 4 order by 1, 2, 3, 4")
        .setParameter("zone", clock.getZone().getId())
        .setParameter("target", "customer:" + person.customerId())
        .getResultList()
        .forEach(row -> out.add("contacts", row.fields()));
  }
}
