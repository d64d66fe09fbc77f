/**
 * What a customer is worth to the bank: tiers by dated rules, placed by a batch, with grace, and
 * those who are about to fall or rise, with what their managers do about it.
 *
 * <p>Edges use the facades; the mall asks for tiers by its own {@link com.heyi.mall.CustomerTiers}.
 * May use {@link com.heyi.shared}; of {@link com.heyi.accounts} the directories and {@link
 * com.heyi.accounts.CustomerBase}; of {@link com.heyi.deposits} {@link
 * com.heyi.deposits.DepositActivity}; of {@link com.heyi.mall} {@link com.heyi.mall.MallActivity};
 * and {@link com.heyi.imports} for its batch. None of them knows this module.
 */
package com.heyi.relationship;
