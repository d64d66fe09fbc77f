package com.heyi.shared.facade;

import com.heyi.shared.error.HeyiException;
import java.util.Set;

/** What modules may ask about calls that wait for a second person; the approvals module answers. */
public interface WaitingCalls {
  /** What the waiting calls of an action are about. */
  Set<String> targets(String action);

  /**
   * Ends the waiting call of this action for this target because it is about somebody who is being
   * erased in the running transaction, with its row in the trail.
   *
   * @throws HeyiException when somebody decides it at this moment
   */
  void erase(String action, String target);
}
