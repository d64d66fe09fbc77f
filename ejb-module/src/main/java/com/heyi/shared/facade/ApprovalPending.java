package com.heyi.shared.facade;

import com.heyi.shared.error.HeyiException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The call was good, and nothing was done yet: it waits for a second person. An exception, because
 * whatever the call did in its trial must be rolled back, through however many callers.
 */
public class ApprovalPending extends HeyiException {
  private static final long serialVersionUID = 1L;

  private final UUID approval;
  private final Instant expiresAt;

  /**
   * @param approval the request that was stored
   * @param expiresAt until when it can be approved
   */
  public ApprovalPending(UUID approval, Instant expiresAt) {
    super(CommonError.APPROVAL_PENDING, List.of(approval.toString()), List.of(), null);
    this.approval = approval;
    this.expiresAt = expiresAt;
  }

  public UUID approval() {
    return approval;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
