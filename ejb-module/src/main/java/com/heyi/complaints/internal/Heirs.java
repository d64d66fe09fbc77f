package com.heyi.complaints.internal;

import com.heyi.complaints.EndParty;
import com.heyi.complaints.TellHeir;
import com.heyi.messages.NewMessage;
import com.heyi.messages.Outbox;
import com.heyi.messages.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Decides who is told instead of a complainant who has died. It moves a customer's messages to
 * somebody else, so it is for who settles the case and has no interest in it, never for who named
 * the heir; and where messages went before is told of it once.
 */
@ApplicationScoped
public class Heirs {
  private Parties parties;
  private Outbox outbox;

  protected Heirs() {}

  @Inject
  public Heirs(Parties parties, Outbox outbox) {
    this.parties = parties;
    this.outbox = outbox;
  }

  /** Tells an heir from now on. */
  public void tell(Complaint complaint, TellHeir command, Actor actor) {
    complaint.requirePart(WhoMayTakeAStep.Part.SETTLES, actor);
    Party heir = parties.held(complaint.id(), command.partyId());
    Optional<Recipient> before = toldBefore(complaint);
    heir.tell(actor);
    if (!complaint.log().isOutsides()) {
      before.map(where -> farewell(complaint, heir, where)).ifPresent(outbox::queue);
    }
  }

  /** Ends that somebody speaks for the complainant: he, or an heir before, is told again. */
  public void end(Complaint complaint, EndParty command, Actor actor) {
    complaint.requirePart(WhoMayTakeAStep.Part.SETTLES, actor);
    parties.held(complaint.id(), command.partyId()).end(actor);
  }

  /** Where messages went until now, as it stays reached when they go elsewhere. */
  private Optional<Recipient> toldBefore(Complaint complaint) {
    Optional<Recipient> heir =
        parties
            .told(complaint.id())
            .map(one -> new Recipient(HeirsBefore.KIND, one.id(), complaint.customerId()));
    return heir.or(
        () ->
            complaint.complainant().contact() != null
                ? Optional.of(
                    new Recipient(ComplainantHimself.KIND, complaint.id(), complaint.customerId()))
                : Optional.ofNullable(complaint.customerId()).map(Recipient::customer));
  }

  private static NewMessage farewell(Complaint complaint, Party heir, Recipient where) {
    return new NewMessage(
        "complaint:" + complaint.id() + ":told:" + heir.id(),
        where,
        "complaint.told-another",
        List.of(complaint.number()),
        "complaint:" + complaint.id(),
        ProgressMessages.wanted(complaint));
  }
}
