package com.heyi.complaints.internal;

import com.heyi.complaints.AddParty;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.IntakeView;
import com.heyi.complaints.PartyRole;
import com.heyi.shared.error.HeyiException;
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
   * Names one.
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
    if (role != null && of(complaintId).stream().noneMatch(party -> party.role() == role)) {
      throw new HeyiException(ComplaintError.NOT_SPOKEN_FOR, role);
    }
  }

  /** Where the heirs of a complainant are reached, if one left a contact; of several the latest. */
  Optional<String> heirsContact(UUID complaintId) {
    return of(complaintId).stream()
        .filter(party -> party.role() == PartyRole.HEIR && party.contact() != null)
        .map(IntakeView.Party::contact)
        .reduce((earlier, later) -> later);
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
