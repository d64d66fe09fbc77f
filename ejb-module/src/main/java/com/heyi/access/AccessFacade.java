package com.heyi.access;

import com.heyi.access.internal.AccessHistory;
import com.heyi.access.internal.AnAuditorHoldsNoWritingRole;
import com.heyi.access.internal.RealmUsers;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.OutsideEffects;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/**
 * Users of the realm and the Heyi roles they hold; administrators grant and revoke, auditors read.
 *
 * <p>What the identity provider does is no part of the transaction here. A grant that it may have
 * carried out although no answer came is therefore never recorded as failed: it is either found to
 * have been done, or {@link AccessError#OUTCOME_UNKNOWN}; and what really happened follows from the
 * provider's own events, which are taken over into the trail whoever caused them.
 */
@Facade
@Stateless
public class AccessFacade {
  @Inject private RealmUsers users;
  @Inject private AccessHistory history;

  /**
   * Users in the order of their account names. The one filter, {@code text}, finds a part of the
   * account name, name or e-mail address.
   *
   * @throws HeyiException {@link AccessError} when the identity provider cannot be asked
   */
  @Query(
      value = "access.list",
      by = {Role.HEAD_OFFICE_ADMIN, Role.AUDITOR},
      personalData = true)
  public Page<UserView> list(PageRequest request) {
    Page<UserView> found = users.page(request);
    return new Page<>(history.completed(found.items()), found.nextCursor(), found.total());
  }

  /**
   * One user.
   *
   * @param userId his id in the identity provider
   * @throws HeyiException {@link CommonError#NOT_FOUND} when there is no such user; {@link
   *     AccessError} when the identity provider cannot be asked
   */
  @Query(
      value = "access.view",
      by = {Role.HEAD_OFFICE_ADMIN, Role.AUDITOR},
      personalData = true)
  public UserView view(String userId) {
    return history.completed(users.view(userId));
  }

  /**
   * Gives a user a role; nothing changes when he holds it already.
   *
   * @throws HeyiException {@link AccessError#SEPARATION_OF_DUTIES} when he would be an auditor and
   *     something else; {@link CommonError#NOT_FOUND} when there is no such user; {@link
   *     AccessError} when the identity provider cannot be asked
   */
  @Command(value = "access.grant", by = Role.HEAD_OFFICE_ADMIN)
  public UserView grant(GrantRole command) {
    UserView user = users.view(command.userId());
    if (user.roles().contains(command.role())) {
      return history.completed(user);
    }
    AnAuditorHoldsNoWritingRole.check(user, command.role());
    ChangeLog.note("user", user.user(), "role", null, command.role().key());
    history.granted(command.userId(), command.role(), CallContext.current().user());
    OutsideEffects.perform(() -> users.grant(command.userId(), command.role()));
    return history.completed(user.with(command.role()));
  }

  /**
   * Takes a role from a user; nothing changes when he does not hold it.
   *
   * @throws HeyiException {@link AccessError#OWN_ADMIN_ROLE} when an administrator would lock
   *     himself out; {@link CommonError#NOT_FOUND} when there is no such user; {@link AccessError}
   *     when the identity provider cannot be asked
   */
  @Command(value = "access.revoke", by = Role.HEAD_OFFICE_ADMIN)
  public UserView revoke(RevokeRole command) {
    UserView user = users.view(command.userId());
    boolean own = user.user().equalsIgnoreCase(CallContext.current().user());
    if (own && command.role() == Role.HEAD_OFFICE_ADMIN) {
      throw new HeyiException(AccessError.OWN_ADMIN_ROLE);
    }
    if (!user.roles().contains(command.role())) {
      return history.completed(user);
    }
    ChangeLog.note("user", user.user(), "role", command.role().key(), null);
    history.revoked(command.userId(), command.role());
    OutsideEffects.perform(() -> users.revoke(command.userId(), command.role()));
    return history.completed(user.without(command.role()));
  }
}
