package com.heyi.complaints.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.IntakeView.Related;
import com.heyi.complaints.JoinComplaint;
import com.heyi.complaints.triage.Alikeness;
import com.heyi.shared.error.HeyiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds cases that may be one matter, and joins those that somebody says are: cases of the same
 * customer, received within some days of each other, about the same product or in similar words.
 */
@ApplicationScoped
public class OneMatter {
  private static final int SHOWN = 5;
  private static final int LOOKED_AT = 50;
  private static final int SIMILAR = 250;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject
  @ConfigProperty(name = "heyi.complaints.same-matter-days", defaultValue = "30")
  private int days;

  @Inject private CustomerDirectory customers;

  protected OneMatter() {}

  OneMatter(EntityManager em, CustomerDirectory customers, int days) {
    this.em = em;
    this.customers = customers;
    this.days = days;
  }

  /**
   * Other cases that may be the same matter, the most alike first.
   *
   * @param branch the branch whose cases alone are looked at, or null for all
   */
  public List<Related> likely(Complaint of, String branch) {
    if (of.customerId() == null || of.matter().narrative() == null) {
      return List.of();
    }
    Duration window = Duration.ofDays(days);
    List<Complaint> others =
        em.createQuery(
                "from Complaint c where c.complainant.customerId in :records and c.id <> :self"
                    + " and c.receipt.receivedAt between :from and :to"
                    + " and c.matter.narrative is not null"
                    + " and not exists (select 1 from Joined j where j.complaintId = c.id)"
                    + " order by c.receipt.receivedAt desc, c.id",
                Complaint.class)
            .setParameter("records", recordsOf(of.customerId()))
            .setParameter("self", of.id())
            .setParameter("from", of.receivedAt().minus(window))
            .setParameter("to", of.receivedAt().plus(window))
            .setMaxResults(LOOKED_AT)
            .getResultList();
    return others.stream()
        .filter(other -> branch == null || branch.equals(other.branch()))
        .map(other -> related(other, alike(of, other)))
        .filter(other -> other.alike() >= SIMILAR || other.product().equals(of.matter().product()))
        .sorted(Comparator.comparingInt(Related::alike).reversed())
        .limit(SHOWN)
        .toList();
  }

  /** The case that this one is joined to. */
  public Optional<Related> mainOf(UUID complaintId) {
    return Optional.ofNullable(em.find(Joined.class, complaintId))
        .map(joined -> related(em.find(Complaint.class, joined.mainId()), 0));
  }

  /** The cases that are joined to this one, the latest first. */
  public List<Related> joinedTo(UUID mainId) {
    return em.createQuery(
            "select c from Complaint c, Joined j where j.mainId = :main and c.id = j.complaintId"
                + " order by j.joinedAt desc, c.id",
            Complaint.class)
        .setParameter("main", mainId)
        .getResultStream()
        .map(one -> related(one, 0))
        .toList();
  }

  /**
   * Holds both cases before they are read: the one that goes on must not end, nor be joined itself,
   * while another is joined to it.
   */
  public void hold(JoinComplaint command) {
    HeldCase.holdAll(em, command.complaintId(), command.mainId());
  }

  /** Joins; the case that is joined ends, the main one goes on as it is. */
  public void join(Complaint complaint, Complaint main, JoinComplaint command, Actor actor) {
    if (em.find(Joined.class, complaint.id()) != null) {
      throw new HeyiException(ComplaintError.JOINED_ALREADY, complaint.number());
    }
    if (complaint.id().equals(main.id())
        || complaint.customerId() == null
        || !recordsOf(complaint.customerId()).contains(main.customerId())) {
      throw new HeyiException(ComplaintError.JOIN_OTHER_CUSTOMER);
    }
    if (!main.isOpen() || em.find(Joined.class, main.id()) != null) {
      throw new HeyiException(ComplaintError.JOIN_MAIN_CLOSED, main.number());
    }
    complaint.join(main, command, actor);
    em.persist(new Joined(complaint.id(), main.id(), command.reason(), actor));
  }

  /** His records, whichever of them this is. */
  private Set<UUID> recordsOf(UUID customer) {
    return customers.recordsOf(customers.whoIs(customer));
  }

  private static Related related(Complaint one, int alike) {
    return one.shown().related(alike);
  }

  private static int alike(Complaint one, Complaint other) {
    return Alikeness.permille(one.matter().narrative(), other.matter().narrative());
  }
}
