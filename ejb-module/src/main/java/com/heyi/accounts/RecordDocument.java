package com.heyi.accounts;

import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Notes that a customer has shown or signed something. The latest of a kind counts.
 *
 * @param customerId whose it is
 * @param kind what it is
 * @param number its number; null when it has none. That of a resident card must be his resident ID
 * @param expiresOn the last day on which it is valid; null when it does not expire
 */
public record RecordDocument(
    @NotNull UUID customerId,
    @NotNull DocumentKind kind,
    @Personal(Mask.LAST_FOUR) @Size(max = 40) String number,
    LocalDate expiresOn)
    implements Targeted {
  public RecordDocument {
    number = number == null || number.isBlank() ? null : number.strip();
  }

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "RecordDocument[customerId=" + customerId + ", kind=" + kind + "]";
  }
}
