package com.heyi.menu;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that a customer used.
 *
 * @param id given by the channel; the same use reported again is known by it
 * @param channel where
 * @param function code of what
 * @param at when
 * @param outcome how it ended
 * @param journey what belongs together in the channel, such as one transfer from its form to its
 *     end; null when it stands alone
 * @param step where in the journey, capitals, digits and underscores; null for the whole
 */
public record FunctionUse(
    @NotNull UUID id,
    @NotNull MenuChannel channel,
    @NotNull String function,
    @NotNull Instant at,
    @NotNull UseOutcome outcome,
    UUID journey,
    @Pattern(regexp = "[A-Z][A-Z0-9_]{0,29}") String step) {}
