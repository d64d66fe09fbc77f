package com.heyi.shared.facade;

/** Where the facade mechanism puts its audit events; the audit module implements it. */
public interface AuditSink {
  /** Records in the running transaction: the change and its trail stand or fall together. */
  void record(AuditEvent event);

  /** Records in a transaction of its own, for calls whose own transaction is rolled back. */
  void recordApart(AuditEvent event);
}
