package com.heyi.accounts;

import com.heyi.shared.facade.Targeted;
import java.util.List;
import java.util.UUID;

/**
 * What an upgrade to type I needs today, and what of it is there.
 *
 * @param accountId the account
 * @param customerId whose it is
 * @param needed the documents, each with how it stands
 * @param hindrance code of what else is in the way, or null
 */
public record UpgradeCheck(UUID accountId, UUID customerId, List<Needed> needed, String hindrance)
    implements Targeted {
  public UpgradeCheck {
    needed = List.copyOf(needed);
  }

  /** Whether it would be done now. */
  public boolean possible() {
    return hindrance == null && needed.stream().allMatch(one -> one.state() == DocumentState.HELD);
  }

  @Override
  public String auditTarget() {
    return "account:" + accountId;
  }

  /** A document that is needed, and how it stands. */
  public record Needed(DocumentKind kind, DocumentState state) {}
}
