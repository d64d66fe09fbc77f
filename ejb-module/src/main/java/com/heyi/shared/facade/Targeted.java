package com.heyi.shared.facade;

/** A command, view or argument that knows what the action is about, for the audit trail. */
public interface Targeted {
  /** Kind and id of the thing acted on, e.g. {@code customer:0197…}. */
  String auditTarget();
}
