package com.heyi.testing;

import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A trail that keeps its rows in memory, for what is recorded with what it tells. */
public final class KeptTrail implements AuditSink {
  private final List<AuditEvent> rows = new CopyOnWriteArrayList<>();

  @Override
  public void record(AuditEvent event) {
    rows.add(event);
  }

  @Override
  public void recordApart(AuditEvent event) {
    throw new AssertionError("a row stands or falls with what it tells");
  }

  public List<AuditEvent> rows() {
    return rows;
  }
}
