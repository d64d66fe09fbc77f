package com.heyi.access;

import com.heyi.access.internal.RealmUsers;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Users of the realm and the Heyi roles they hold; for administrators. */
@Facade
@Stateless
public class AccessFacade {
  @Inject private RealmUsers users;

  /**
   * Users in the order of their account names. The one filter, {@code text}, finds a part of the
   * account name, name or e-mail address.
   *
   * @throws HeyiException {@link AccessError} when the identity provider cannot be asked
   */
  @Query(value = "access.list", by = Role.HEAD_OFFICE_ADMIN, personalData = true)
  public Page<UserView> list(PageRequest request) {
    return users.page(request);
  }

  /**
   * One user.
   *
   * @param userId his id in the identity provider
   * @throws HeyiException {@link CommonError#NOT_FOUND} when there is no such user; {@link
   *     AccessError} when the identity provider cannot be asked
   */
  @Query(value = "access.view", by = Role.HEAD_OFFICE_ADMIN, personalData = true)
  public UserView view(String userId) {
    return users.view(userId);
  }

  /**
   * Gives a user a role; nothing changes when he holds it already.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND} when there is no such user; {@link
   *     AccessError} when the identity provider cannot be asked
   */
  @Command(value = "access.grant", by = Role.HEAD_OFFICE_ADMIN)
  public UserView grant(GrantRole command) {
    users.grant(command.userId(), command.role());
    return users.view(command.userId());
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
    users.revoke(command.userId(), command.role());
    return users.view(command.userId());
  }
}
