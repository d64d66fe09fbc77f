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
  private final boolean recorded;

  /**
   * @param approval the request that was stored
   * @param expiresAt until when it can be approved
   * @param recorded whether the trail has its row of this call already
   */
  public ApprovalPending(UUID approval, Instant expiresAt, boolean recorded) {
    super(CommonError.APPROVAL_PENDING, List.of(approval.toString()), List.of(), null);
    this.approval = approval;
    this.expiresAt = expiresAt;
    this.recorded = recorded;
  }

  /** Whether the trail has its row of this call already. */
  boolean recorded() {
    return recorded;
  }

  public UUID approval() {
    return approval;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
