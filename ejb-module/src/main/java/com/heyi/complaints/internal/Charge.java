package com.heyi.complaints.internal;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.ComplaintError;
import com.heyi.shared.error.HeyiException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * The level whose authority a complaint needs, and who of it is in charge. The level only rises,
 * and nobody below it is in charge.
 */
@Embeddable
class Charge {
  @Enumerated(EnumType.STRING)
  private AuthorityLevel level;

  private String handler;

  @Column(name = "handler_name")
  private String handlerName;

  protected Charge() {}

  private Charge(AuthorityLevel level, String handler, String handlerName) {
    this.level = level;
    this.handler = handler;
    this.handlerName = handlerName;
  }

  /** Nobody's yet, at the lowest level. */
  static Charge nobodys() {
    return new Charge(AuthorityLevel.BRANCH, null, null);
  }

  /** He takes charge, whom {@link WhoMayTakeAStep} found fit. */
  Charge takenBy(Candidate candidate) {
    return new Charge(level, candidate.user(), candidate.name());
  }

  Charge released() {
    return new Charge(level, null, null);
  }

  /**
   * Moves up. Who has not the authority of the new level gives it up.
   *
   * @param wanted the new level, or null for the next one
   * @param levelOfHandler the level of who is in charge, as it is now
   * @throws HeyiException {@link ComplaintError#TOP_LEVEL}, {@link ComplaintError#NOT_HIGHER}
   */
  Charge raisedTo(AuthorityLevel wanted, AuthorityLevel levelOfHandler) {
    AuthorityLevel next =
        level.above().orElseThrow(() -> new HeyiException(ComplaintError.TOP_LEVEL));
    AuthorityLevel higher = wanted == null ? next : wanted;
    if (higher.compareTo(level) <= 0) {
      throw new HeyiException(ComplaintError.NOT_HIGHER, level, higher);
    }
    return isSomebodys() && levelOfHandler.reaches(higher)
        ? new Charge(higher, handler, handlerName)
        : new Charge(higher, null, null);
  }

  boolean isSomebodys() {
    return handler != null;
  }

  /** Whether he is in charge, or stands in for who is. */
  boolean isOf(Actor actor) {
    return handler != null && actor.handles().contains(handler);
  }

  /** Whether he has the level for it. */
  boolean isReachedBy(Candidate candidate) {
    return candidate.level().reaches(level);
  }

  AuthorityLevel level() {
    return level;
  }

  /** Account name of who is in charge, or null. */
  String handler() {
    return handler;
  }

  String handlerName() {
    return handlerName;
  }
}
