package com.heyi.deposits;

import com.heyi.shared.value.Money;

/**
 * How far a limit is used.
 *
 * @param kind what is bounded
 * @param limit the limit
 * @param used what counts for it so far: today, this year, or now
 * @param left what is left, zero when a limit was lowered below what was used
 */
public record LimitUse(LimitKind kind, Money limit, Money used, Money left) {}
