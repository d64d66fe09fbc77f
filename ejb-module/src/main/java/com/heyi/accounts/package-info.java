/**
 * The customer and account register: who a customer is, the identities he has in the bank's old
 * apps, and the accounts he holds.
 *
 * <p>Edges use the facades. Other modules use {@link com.heyi.accounts.CustomerDirectory}, {@link
 * com.heyi.accounts.AccountDirectory} and the events. May use {@link com.heyi.shared} and, for its
 * import handlers, {@link com.heyi.imports}.
 */
package com.heyi.accounts;
