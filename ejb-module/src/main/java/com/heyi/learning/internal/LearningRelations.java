package com.heyi.learning.internal;

import com.heyi.shared.history.Relations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Problems are known by their number; actions belong to them, what was learned from a complaint to
 * it, and what was done for a customer to him.
 */
@ApplicationScoped
public class LearningRelations implements Relations {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected LearningRelations() {}

  LearningRelations(EntityManager em) {
    this.em = em;
  }

  @Override
  public Optional<String> find(String number) {
    return em.createQuery("select p.id from Problem p where p.number = :number", UUID.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .map(id -> "problem:" + id);
  }

  @Override
  public Set<String> belongingTo(String target) {
    Set<String> all = new LinkedHashSet<>();
    all.addAll(
        Relations.of(
            em,
            target,
            "problem",
            "action",
            "select a.id from CorrectiveAction a where a.problemId = :problem"
                + " order by a.plannedAt desc, a.id"));
    all.addAll(
        Relations.of(
            em,
            target,
            "complaint",
            "win_back",
            "select w.id from WinBack w where w.complaintId = :complaint"
                + " order by w.plannedAt desc, w.id"));
    all.addAll(
        Relations.of(
            em,
            target,
            "complaint",
            "second_failure",
            "select s.id from SecondFailure s where s.complaintId = :complaint"
                + " order by s.raisedAt desc, s.id"));
    all.addAll(
        Relations.ofCustomer(
            em,
            target,
            "win_back",
            "select w.id from WinBack w where w.customerId = :customer"
                + " order by w.plannedAt desc, w.id"));
    all.addAll(
        Relations.ofCustomer(
            em,
            target,
            "second_failure",
            "select s.id from SecondFailure s where s.customerId = :customer"
                + " order by s.raisedAt desc, s.id"));
    return all;
  }
}
