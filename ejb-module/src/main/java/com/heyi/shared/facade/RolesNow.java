package com.heyi.shared.facade;

import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import java.util.Set;

/**
 * Which roles somebody holds at this moment, whatever his token says; the access module answers.
 */
public interface RolesNow {
  /**
   * The Heyi roles of an account, whether given directly or through a group.
   *
   * @param user account name, or the client id of a branch system
   * @return none when there is no such account any more, or it may not sign in
   * @throws HeyiException of the kind {@link ErrorCode.Kind#UNAVAILABLE} when the identity provider
   *     cannot be asked at present, of the kind {@link ErrorCode.Kind#MISCONFIGURED} when it cannot
   *     be until an administrator has mended something
   */
  Set<Role> of(String user);

  /**
   * The same for somebody who is a person: no branch system is looked for, which takes longer.
   *
   * @param account account name
   */
  default Set<Role> ofPerson(String account) {
    return of(account);
  }
}
