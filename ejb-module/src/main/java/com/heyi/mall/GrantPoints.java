package com.heyi.mall;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Gives points to a customer.
 *
 * @param customerId who gets them
 * @param points how many, 1 to {@link #MOST}
 * @param reason why, as the customer will read it
 * @param expiresOn last day on which they can be used, or null for the rule of their kind
 * @param kind kind of grant, or null for {@link GrantKind#STANDARD}
 * @param effectiveOn the day for which it counts, or null for today; not before the customer's
 *     points account was opened, nor in the future
 * @param activatesOn first day on which they can be used, or null; until then they are locked
 * @param activatesBy the event that makes them usable, or null; until then they are locked. With
 *     both, whichever comes first
 */
public record GrantPoints(
    @NotNull UUID customerId,
    @NotNull Points points,
    @NotBlank @Size(max = 500) String reason,
    LocalDate expiresOn,
    GrantKind kind,
    LocalDate effectiveOn,
    LocalDate activatesOn,
    @Size(max = 60) @Pattern(regexp = "[\\p{Alnum}:._-]+") String activatesBy)
    implements Targeted, Reasoned {
  /** The most points of one grant; far beyond any use, and far from where a bigint ends. */
  public static final long MOST = 1_000_000_000_000L;

  /** Points of no particular kind, from today on, usable at once. */
  public GrantPoints(UUID customerId, Points points, String reason, LocalDate expiresOn) {
    this(customerId, points, reason, expiresOn, null, null, null, null);
  }

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
