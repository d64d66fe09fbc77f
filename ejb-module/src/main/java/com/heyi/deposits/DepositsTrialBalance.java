package com.heyi.deposits;

import com.heyi.shared.value.Money;

/**
 * The proof that the books of money are right.
 *
 * @param customers what lies in all accounts, by their balances
 * @param cash what customers have paid in over the counter, less what was paid out
 * @param clearing what has come from other banks and shops, less what has gone there
 * @param redress what was paid to complainants, less what was taken back
 * @param mall what was given back by the bank's own mall, less what was paid to it
 * @param difference customers less cash, clearing, redress and mall; anything but zero is a fault
 * @param entries how many entries there are
 * @param wrongBalances how many accounts have another balance than their postings say
 * @param wrongUses how many days of accounts have another use than their postings say
 */
public record DepositsTrialBalance(
    Money customers,
    Money cash,
    Money clearing,
    Money redress,
    Money mall,
    Money difference,
    long entries,
    long wrongBalances,
    long wrongUses) {}
