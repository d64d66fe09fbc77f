package com.heyi.complaints;

import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that a complainant was given.
 *
 * @param id names it
 * @param kind money or points
 * @param remedy compensation or ex gratia
 * @param money how much, or null for points
 * @param points how many, or null for money
 * @param accountId the account that it was paid into, or null for points
 * @param payment the movement or the entry of the points ledger
 * @param reason why, or null when its texts were erased
 * @param givenBy who gave it
 * @param givenLevel the level whose authority he used
 * @param givenAt when
 * @param takenBackAt when it was taken back, or null while it stands
 * @param takenBackBy who took it back, or null
 * @param takenBackWhy why, or null
 */
public record RedressView(
    UUID id,
    RedressKind kind,
    Remedy remedy,
    Money money,
    Points points,
    UUID accountId,
    UUID payment,
    String reason,
    String givenBy,
    AuthorityLevel givenLevel,
    Instant givenAt,
    Instant takenBackAt,
    String takenBackBy,
    String takenBackWhy) {

  /** Whether it was not taken back. */
  public boolean stands() {
    return takenBackAt == null;
  }
}
