package com.heyi.accounts;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.UUID;

/**
 * Who an unverified customer may be.
 *
 * @param id the suggestion
 * @param version its version; a decision must name it
 * @param customerId the unverified customer
 * @param customerNumber his number
 * @param customerVersion his version, which merging him must name
 * @param customerName what his app says his name is
 * @param otherId who he may be
 * @param otherNumber that customer's number
 * @param otherName that customer's name
 * @param score 0 to 100
 * @param fits how each field fits
 * @param status what became of it
 * @param madeAt when it was found
 * @param decidedBy who decided, or null
 */
public record MatchView(
    UUID id,
    long version,
    UUID customerId,
    String customerNumber,
    long customerVersion,
    String customerName,
    UUID otherId,
    String otherNumber,
    String otherName,
    int score,
    MatchScore fits,
    MatchStatus status,
    Instant madeAt,
    String decidedBy)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
