package com.heyi.web.errors;

import java.util.UUID;

/**
 * The answer to a call that was taken in but not done yet: it waits for a second person.
 *
 * @param approval the request that it waits by, at {@code /api/v1/approvals/}
 * @param code stable code, {@code approval.pending}
 * @param detail the same in the caller's language
 * @param instance the call, as {@code urn:heyi:request:<request id>}
 */
public record Waiting(UUID approval, String code, String detail, String instance) {

  static Waiting of(Problem problem) {
    return new Waiting(problem.approval(), problem.code(), problem.detail(), problem.instance());
  }
}
