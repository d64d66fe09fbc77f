/**
 * The money in the accounts: a double-entry ledger of what is paid in, paid out, spent and
 * transferred, the balance of each account, and the limits that the account's type sets.
 *
 * <p>May use {@link com.heyi.shared} and, of {@link com.heyi.accounts}, the directories of
 * customers and accounts, {@link com.heyi.accounts.AccountClosingGuard} and {@link
 * com.heyi.accounts.AccountFrozen}.
 */
package com.heyi.deposits;
