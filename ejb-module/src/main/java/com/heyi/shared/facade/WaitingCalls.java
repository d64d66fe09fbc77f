package com.heyi.shared.facade;

import java.util.Set;

/** What modules may ask about calls that wait for a second person; the approvals module answers. */
public interface WaitingCalls {
  /** What the waiting calls of an action are about. */
  Set<String> targets(String action);
}
