/**
 * The points mall: the double-entry ledger of points with its lots, the catalogue with its stock,
 * and orders that redeem points and give them back when cancelled.
 *
 * <p>May use {@link com.heyi.shared}, {@link com.heyi.imports} (it offers a handler); of {@link
 * com.heyi.accounts} the directories, of {@link com.heyi.deposits} the payments and of {@link
 * com.heyi.giftcards} the cards, for what goods cost in money. Others learn of what happened here
 * by the events.
 */
package com.heyi.mall;
