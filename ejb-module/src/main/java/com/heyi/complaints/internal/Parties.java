package com.heyi.complaints.internal;

import com.heyi.complaints.AddParty;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.IntakeView;
import com.heyi.complaints.PartyRole;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who speaks for complainants; a group through five representatives at most (Order 2020 No. 3). */
@ApplicationScoped
public class Parties {
  static final int MOST_REPRESENTATIVES = 5;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected Parties() {}

  /** For tests that bring their own. */
  public Parties(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /**
   * Names one. An heir is told nothing before {@link Heirs} has him told.
   *
   * @throws HeyiException {@link ComplaintError#TOO_MANY_REPRESENTATIVES}, {@link
   *     ComplaintError#TEXTS_GONE}
   */
  public void add(AddParty command, String who) {
    // Of two who add the fifth at once one is told.
    HeldCase.hold(em, command.complaintId());
    if (command.role() == PartyRole.REPRESENTATIVE
        && of(command.complaintId()).stream()
                .filter(party -> party.role() == PartyRole.REPRESENTATIVE)
                .filter(party -> party.endedAt() == null)
                .count()
            >= MOST_REPRESENTATIVES) {
      throw new HeyiException(ComplaintError.TOO_MANY_REPRESENTATIVES, MOST_REPRESENTATIVES);
    }
    em.persist(new Party(command, who, clock.instant()));
    em.flush();
  }

  /**
   * Sees to it that somebody was named who speaks for the complainant so, with what proves it.
   *
   * @param role as what, or null for the complainant himself
   * @throws HeyiException {@link ComplaintError#NOT_SPOKEN_FOR}
   */
  public void requireSpeaker(UUID complaintId, PartyRole role) {
    if (role != null
        && of(complaintId).stream()
            .noneMatch(party -> party.role() == role && party.endedAt() == null)) {
      throw new HeyiException(ComplaintError.NOT_SPOKEN_FOR, role);
    }
  }

  /**
   * The heir who is told instead of the complainant: of several the latest who can be reached, for
   * one who left nothing that can be read is told nothing.
   */
  Optional<Party> told(UUID complaintId) {
    return em.createQuery(
            "from Party p where p.complaintId = :complaint and p.toldSince is not null"
                + " and p.endedAt is null order by p.toldSince desc, p.id desc",
            Party.class)
        .setParameter("complaint", complaintId)
        .getResultStream()
        .filter(Party::isReached)
        .findFirst();
  }

  /** One who was named, whatever became of him. */
  Optional<Party> find(UUID partyId) {
    return Optional.ofNullable(em.find(Party.class, partyId));
  }

  /**
   * One of this complaint, which is held until the transaction ends.
   *
   * @throws HeyiException {@link ComplaintError#TEXTS_GONE}, {@link CommonError#NOT_FOUND}
   */
  Party held(UUID complaintId, UUID partyId) {
    HeldCase.hold(em, complaintId);
    return find(partyId)
        .filter(one -> one.complaintId().equals(complaintId))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, partyId));
  }

  public List<IntakeView.Party> of(UUID complaintId) {
    return em.createQuery(
            "from Party p where p.complaintId = :complaint order by p.addedAt, p.id", Party.class)
        .setParameter("complaint", complaintId)
        .getResultStream()
        .map(Party::view)
        .toList();
  }
}
