package com.heyi.deposits;

import com.heyi.accounts.AccountRef;
import com.heyi.shared.value.Money;

/**
 * A payment out of an account to somebody else.
 *
 * @param account the account that pays
 * @param kind why
 * @param amount how much, more than nothing
 */
public record PaymentOut(AccountRef account, MovementKind kind, Money amount) {}
