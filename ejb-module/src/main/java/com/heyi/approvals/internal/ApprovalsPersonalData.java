package com.heyi.approvals.internal;

import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * What requests for approval say of a customer: the arguments that would have been or were run, and
 * the reasons. To erase him those decided are emptied; who decided what when stays, with the hash
 * of the arguments. One that still waits is left: it is refused when it is approved.
 */
@ApplicationScoped
public class ApprovalsPersonalData implements PersonalData {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected ApprovalsPersonalData() {}

  public ApprovalsPersonalData(EntityManager em) {
    this.em = em;
  }

  @Override
  public String holder() {
    return "approvals";
  }

  @Override
  public void export(Person person, Sections out) {
    // What was approved is told by the module that did it; what was not has changed nothing.
  }

  @Override
  public long erase(Erasure erasure) {
    return (Long)
        em.createNativeQuery(
                "select approvals.erase_customer(:erasure, cast(:marks as text[]))", Long.class)
            .setParameter("erasure", erasure.id())
            .setParameter("marks", erasure.person().marks().toArray(String[]::new))
            .getSingleResult();
  }
}
