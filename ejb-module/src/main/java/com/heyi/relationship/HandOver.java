package com.heyi.relationship;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.AccountName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Hands customers from one manager to another, today.
 *
 * @param from account of the manager who looks after them now, or null for those whom nobody does
 * @param to account of the manager who will
 * @param customers their numbers, at most 1,000; empty for all of {@code from}
 * @param reason why
 */
public record HandOver(
    String from,
    @NotBlank String to,
    @NotNull @Size(max = 1000) List<@NotBlank String> customers,
    @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  public HandOver {
    from = AccountName.of(from);
    to = AccountName.of(to);
    customers = customers == null ? null : List.copyOf(customers);
  }

  @Override
  public String auditTarget() {
    return "manager:" + to;
  }
}
