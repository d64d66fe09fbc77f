/**
 * Gift cards: what the bank owes to whoever has the code of one. A double-entry ledger of what they
 * were issued for, pay, get back and lose when their last day is over.
 *
 * <p>May use {@link com.heyi.shared} and, of {@link com.heyi.accounts}, the directory of customers.
 * The mall takes them as a means of payment through {@link com.heyi.giftcards.GiftCards}.
 */
package com.heyi.giftcards;
