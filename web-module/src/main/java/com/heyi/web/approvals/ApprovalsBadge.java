package com.heyi.web.approvals;

import com.heyi.approvals.ApprovalsFacade;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The number beside the inbox in the menu. */
@Named
@RequestScoped
public class ApprovalsBadge {
  @Inject private ApprovalsFacade approvals;
  private Long count;

  /** How many requests wait for the person. */
  public long getCount() {
    if (count == null) {
      count = approvals.waiting();
    }
    return count;
  }
}
