package com.heyi.shared.facade;

/** A command that carries the reason why it is done, for the audit trail. */
public interface Reasoned {
  /** The reason in the caller's words; may be null where none is asked for. */
  String reason();
}
