package com.heyi.complaints.internal.reports;

import com.heyi.complaints.internal.Complaint;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page of cases ended.
 *
 * @param receivedAt when the last case came in
 * @param id the last case
 */
record CasesCursor(Instant receivedAt, UUID id) {
  private static final String BETWEEN = " ";

  static CasesCursor after(Complaint last) {
    return new CasesCursor(last.receivedAt(), last.id());
  }

  /**
   * @throws HeyiException {@link PagingError#CURSOR}
   */
  static Optional<CasesCursor> of(PageRequest request) {
    if (request.cursor() == null) {
      return Optional.empty();
    }
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(request.cursor()), StandardCharsets.UTF_8)
              .split(BETWEEN, 2);
      return Optional.of(
          new CasesCursor(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1])));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new HeyiException(PagingError.CURSOR, List.of(), List.of(), e);
    }
  }

  String write() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((receivedAt + BETWEEN + id).getBytes(StandardCharsets.UTF_8));
  }
}
