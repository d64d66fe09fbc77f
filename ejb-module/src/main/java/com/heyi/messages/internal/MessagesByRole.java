package com.heyi.messages.internal;

import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import java.util.Set;

/**
 * Whose messages somebody may read: a complaint handler those about complaints, for what a family
 * is told is no business of his; everybody else who may read any, all.
 *
 * @param everything whether he reads all
 */
public record MessagesByRole(boolean everything) {
  static final String COMPLAINTS = "complaint:";
  private static final Set<Role> ALL = Set.of(Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.AUDITOR);

  public static MessagesByRole of(Caller caller) {
    return new MessagesByRole(caller.roles().stream().anyMatch(ALL::contains));
  }

  /**
   * Whether he may read what is about this.
   *
   * @param subject as in {@link com.heyi.messages.MessageRow#subject}
   */
  public boolean shows(String subject) {
    return everything || subject != null && subject.startsWith(COMPLAINTS);
  }
}
