package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintError;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.RolesNow;
import com.heyi.shared.value.AccountName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who handles complaints at this moment: one rule for whom the desk suggests and whom it puts in
 * charge. Who asks is known by his own roles. A member of the desk is taken at its word while
 * nobody can be asked, so that the desk goes on working; not so when the identity provider is set
 * up wrongly, for that would last until somebody found out.
 */
final class HandlersNow {
  private static final Logger LOG = LoggerFactory.getLogger(HandlersNow.class);

  private final Actor actor;
  private final RolesNow staff;
  private boolean silent;

  /**
   * @param actor who asks
   * @param staff tells whether somebody else handles complaints
   */
  HandlersNow(Actor actor, RolesNow staff) {
    this.actor = actor;
    this.staff = staff;
  }

  /**
   * Lets somebody pass of whom the desk keeps no record, and who does handle complaints.
   *
   * @throws HeyiException {@link ComplaintError#HANDLER_UNKNOWN}; as {@link RolesNow#of} when
   *     nobody can be asked
   */
  void require(String account) {
    if (!holds(account)) {
      throw new HeyiException(ComplaintError.HANDLER_UNKNOWN, account);
    }
  }

  /**
   * Lets a member of the desk pass who handles complaints.
   *
   * @throws HeyiException {@link ComplaintError#HANDLER_WITHOUT_ROLE}; as {@link RolesNow#of} when
   *     something is set up wrongly
   */
  void require(DeskMember member) {
    if (!include(member)) {
      throw new HeyiException(ComplaintError.HANDLER_WITHOUT_ROLE, member.name());
    }
  }

  /**
   * Whether a member of the desk handles complaints.
   *
   * @throws HeyiException as {@link RolesNow#of} when something is set up wrongly
   */
  boolean include(DeskMember member) {
    try {
      return silent && !isActor(member.account()) || holds(member.account());
    } catch (HeyiException e) {
      if (e.error().kind() != ErrorCode.Kind.UNAVAILABLE) {
        throw e;
      }
      // Whoever does not answer keeps people waiting, and is not asked again for the next member.
      silent = true;
      LOG.warn(
          "Whether {} still handles complaints cannot be asked: {}", member.account(), e.code(), e);
      return true;
    }
  }

  private boolean holds(String account) {
    return isActor(account)
        ? actor.holds(Role.COMPLAINT_HANDLER)
        : staff.ofPerson(account).contains(Role.COMPLAINT_HANDLER);
  }

  private boolean isActor(String account) {
    return AccountName.of(account).equals(AccountName.of(actor.user()));
  }
}
