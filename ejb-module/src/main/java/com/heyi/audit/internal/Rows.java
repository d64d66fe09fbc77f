package com.heyi.audit.internal;

import com.heyi.audit.chain.ChangesText;
import com.heyi.audit.chain.Storable;
import com.heyi.audit.chain.TrailRow;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the row of the trail that tells an event. */
final class Rows {
  private static final int LONGEST_REASON = 2000;
  private static final int LONGEST_TARGET = 200;

  private Rows() {}

  /**
   * @param revision the revision of the histories that the call belongs to, or null
   */
  static TrailRow of(AuditEvent event, Instant now, Long revision) {
    Caller caller = event.caller();
    TrailRow row =
        new TrailRow(
            Ids.next(),
            now,
            Storable.text(caller.user()),
            caller.roles().stream().map(Role::key).sorted().collect(Collectors.joining(",")),
            Storable.text(caller.branch()),
            Storable.text(caller.address()),
            caller.channel().name(),
            Storable.text(caller.requestId()),
            event.module(),
            event.action(),
            Storable.text(event.target(), LONGEST_TARGET),
            Storable.text(event.reason(), LONGEST_REASON),
            event.change(),
            event.outcome().name(),
            event.errorCode(),
            changes(event.changes()),
            event.approval(),
            revision);
    return event.shown().isEmpty() ? row : row.showing(event.shown());
  }

  private static String changes(List<Change> changes) {
    return ChangesText.of(
        changes.stream()
            .map(
                each ->
                    new ChangesText.Line(
                        each.thing(), each.id(), each.field(), each.before(), each.after()))
            .toList());
  }
}
