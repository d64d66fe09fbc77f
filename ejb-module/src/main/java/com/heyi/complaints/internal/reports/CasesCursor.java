package com.heyi.complaints.internal.reports;

import com.heyi.complaints.internal.Complaint;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import com.heyi.shared.paging.PlaceCursor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page of cases ended.
 *
 * @param receivedAt when the last case came in
 * @param id the last case
 */
record CasesCursor(Instant receivedAt, UUID id) {
  static CasesCursor after(Complaint last) {
    return new CasesCursor(last.receivedAt(), last.id());
  }

  /**
   * @throws HeyiException {@link PagingError#CURSOR}
   */
  static Optional<CasesCursor> of(PageRequest request) {
    return Optional.ofNullable(request.cursor())
        .map(
            cursor -> PlaceCursor.read(cursor, (at, id) -> new CasesCursor(Instant.parse(at), id)));
  }

  String write() {
    return PlaceCursor.write(receivedAt, id);
  }
}
