package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.ComplaintStep;
import com.heyi.shared.error.HeyiException;
import java.util.Optional;

/**
 * Who may take which step of a case, beyond the role that the facade asks for: one rule for every
 * step, asked before anything of the case is changed.
 *
 * @param charge who is in charge of it, and the level that it needs
 * @param interests who has an interest in it
 */
record WhoMayTakeAStep(Charge charge, WhoHasAnInterestDoesNotHandle interests) {

  /** The part that somebody needs to have in a case. */
  enum Part {
    /** None: what is noted binds who notes it, or brings the case back to those who decide. */
    ANY,
    /** None, but no interest either: on the complainant's word, or by who takes charge. */
    UNINTERESTED,
    /** Somebody else goes on: who is in charge or distributes cases; anybody while nobody is. */
    HANDS_ON,
    /** As handing on; and who does not distribute has the level of the case. */
    SETTLES,
    /** In charge, or standing in for who is, with the level. */
    IN_CHARGE
  }

  /** The part that a step needs. */
  static Part partIn(ComplaintStep step) {
    return switch (step) {
      // A review is asked for by the complainant and done by somebody else than whom he complains
      // of.
      case RECORD, IMPORT, NAME_STAFF, REVIEW, TURN_BACK -> Part.ANY;
      // A withdrawal ends the case the same day; the complainant is told of it.
      case ACCEPT, ASSIGN, REOPEN, WITHDRAW -> Part.UNINTERESTED;
      case ESCALATE -> Part.HANDS_ON;
      case TURN -> Part.SETTLES;
      case EXTEND,
          PAUSE,
          RESUME,
          ANALYSE,
          HANDLE,
          COMPENSATE,
          TAKE_BACK,
          FEED_BACK,
          AGREE,
          CONTEST,
          WIN_BACK,
          HOLD_TO_ACCOUNT,
          CLOSE,
          RECTIFY ->
          Part.IN_CHARGE;
    };
  }

  /**
   * Lets him pass who has the part.
   *
   * @throws HeyiException {@link ComplaintError#NOT_IN_CHARGE}, {@link ComplaintError#INTEREST},
   *     {@link ComplaintError#LEVEL_TOO_LOW}
   */
  void require(Part part, Actor actor) {
    refusal(part, actor)
        .ifPresent(
            why -> {
              throw why;
            });
  }

  /**
   * Lets him pass who could take charge.
   *
   * @throws HeyiException {@link ComplaintError#INTEREST}, {@link ComplaintError#LEVEL_TOO_LOW}
   */
  void requireFit(Candidate candidate) {
    unfit(candidate)
        .ifPresent(
            why -> {
              throw why;
            });
  }

  /** Whether he could take charge. */
  boolean letsTakeCharge(Candidate candidate) {
    return unfit(candidate).isEmpty();
  }

  /** Whether he has the part. */
  boolean lets(Part part, Actor actor) {
    return refusal(part, actor).isEmpty();
  }

  private Optional<HeyiException> refusal(Part part, Actor actor) {
    return switch (part) {
      case ANY -> Optional.empty();
      case UNINTERESTED -> interested(actor.candidate());
      case HANDS_ON -> notHis(actor, true).or(() -> interested(actor.candidate()));
      case SETTLES ->
          notHis(actor, true)
              .or(() -> actor.directs() ? interested(actor.candidate()) : unfit(actor.candidate()));
      case IN_CHARGE -> notHis(actor, false).or(() -> unfit(actor.candidate()));
    };
  }

  private Optional<HeyiException> unfit(Candidate candidate) {
    return interested(candidate)
        .or(
            () ->
                charge.isReachedBy(candidate)
                    ? Optional.empty()
                    : Optional.of(
                        new HeyiException(
                            ComplaintError.LEVEL_TOO_LOW,
                            candidate.name(),
                            candidate.level(),
                            charge.level())));
  }

  private Optional<HeyiException> interested(Candidate candidate) {
    return interests
        .of(candidate)
        .map(interest -> new HeyiException(ComplaintError.INTEREST, candidate.name(), interest));
  }

  /**
   * @param orNobodys whether it is enough that nobody is in charge, or to distribute cases
   */
  private Optional<HeyiException> notHis(Actor actor, boolean orNobodys) {
    return charge.isOf(actor) || orNobodys && (!charge.isSomebodys() || actor.directs())
        ? Optional.empty()
        : Optional.of(
            new HeyiException(
                ComplaintError.NOT_IN_CHARGE, charge.isSomebodys() ? charge.handlerName() : "-"));
  }
}
