package com.heyi.deposits;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A movement as one account's statement shows it.
 *
 * @param movementId the movement
 * @param accountId the account
 * @param seq number of the line in the account's statement, from 1
 * @param kind why
 * @param amount positive into the account, negative out of it
 * @param balanceAfter what lay in the account then
 * @param counterparty who was on the other side, or null
 * @param memo what is said about it, or null
 * @param bookedOn the bank's day on which it counts
 * @param bookedAt when it was booked
 * @param bookedBy who booked it
 * @param reverses the movement that it takes back, or null
 * @param reversedBy the movement that took it back as a whole, or null
 * @param reversedBySeq number of that movement's line in the account's statement, or null
 * @param reversible whether it is of a kind that is taken back on the account, and belongs to no
 *     other deed, such as a task or a migration
 */
public record MovementView(
    UUID movementId,
    UUID accountId,
    long seq,
    MovementKind kind,
    Money amount,
    Money balanceAfter,
    String counterparty,
    String memo,
    LocalDate bookedOn,
    Instant bookedAt,
    String bookedBy,
    UUID reverses,
    UUID reversedBy,
    Long reversedBySeq,
    Boolean reversible)
    implements Targeted {
  public MovementView {
    // An answer that was remembered before lines said so.
    reversible = reversible == null ? kind.isBookedByPeople() : reversible;
  }

  @Override
  public String auditTarget() {
    return "account:" + accountId;
  }

  /** The same line, which belongs to another deed and is not taken back on the account. */
  public MovementView ofADeed() {
    return new MovementView(
        movementId,
        accountId,
        seq,
        kind,
        amount,
        balanceAfter,
        counterparty,
        memo,
        bookedOn,
        bookedAt,
        bookedBy,
        reverses,
        reversedBy,
        reversedBySeq,
        false);
  }
}
