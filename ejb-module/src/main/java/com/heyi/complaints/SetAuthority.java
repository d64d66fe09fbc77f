package com.heyi.complaints;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Sets what a level may give of one remedy.
 *
 * @param level the level
 * @param remedy the remedy
 * @param expectedVersion version of it that the sender has seen
 * @param allowed whether it may be given at all
 * @param moneyMost how much in one case; null where there is no amount
 * @param pointsMost how many points in one case; null where there is no amount
 * @param reason why
 */
public record SetAuthority(
    @NotNull AuthorityLevel level,
    @NotNull Remedy remedy,
    long expectedVersion,
    boolean allowed,
    Money moneyMost,
    Points pointsMost,
    @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "authority:" + level + "/" + remedy;
  }
}
