package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.paging.Page;
import java.util.UUID;

/**
 * A part of a customer's statement.
 *
 * @param customerId whose
 * @param page the entries, latest first, those of records that were merged into his too
 */
public record Statement(UUID customerId, Page<StatementRow> page) implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
