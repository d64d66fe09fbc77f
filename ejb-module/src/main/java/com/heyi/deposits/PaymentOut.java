package com.heyi.deposits;

import com.heyi.accounts.AccountRef;
import com.heyi.shared.value.Money;
import java.time.LocalDate;

/**
 * A payment out of an account to somebody else.
 *
 * @param account the account that pays
 * @param kind why
 * @param amount how much, more than nothing
 * @param day the bank's day on which it is booked; it may be over when a guard has waited for
 *     others
 */
public record PaymentOut(AccountRef account, MovementKind kind, Money amount, LocalDate day) {}
