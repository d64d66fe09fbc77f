package com.heyi.access.internal;

import com.heyi.access.AccessError;
import com.heyi.access.UserView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Role;

/** Whoever judges what others did does nothing himself: an auditor holds no other role. */
public final class AnAuditorHoldsNoWritingRole {
  private AnAuditorHoldsNoWritingRole() {}

  /**
   * @param user as he is before he gets the role
   * @throws HeyiException {@link AccessError#SEPARATION_OF_DUTIES}
   */
  public static void check(UserView user, Role granted) {
    user.roles().stream()
        .filter(held -> held != granted)
        .filter(held -> held == Role.AUDITOR || granted == Role.AUDITOR)
        .findFirst()
        .ifPresent(
            held -> {
              throw new HeyiException(AccessError.SEPARATION_OF_DUTIES, user.name(), held, granted);
            });
  }
}
