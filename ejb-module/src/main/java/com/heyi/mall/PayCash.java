package com.heyi.mall;

import com.heyi.shared.value.Money;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * How the customer pays what goods cost in money, beside the points.
 *
 * @param amount what he has agreed to pay, in CNY; refused when it costs something else today
 * @param accountId the account of his that pays
 */
public record PayCash(@NotNull Money amount, @NotNull UUID accountId) {}
