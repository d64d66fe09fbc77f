/**
 * What a customer is worth to the bank and who looks after him: tiers by dated rules, relationship
 * managers, alerts on large in- and outflows, those about to fall or rise, and how many customers
 * come, stay and go.
 *
 * <p>Edges use the facades; other modules ask {@link com.heyi.relationship.CustomerTiers}. May use
 * {@link com.heyi.shared}; of {@link com.heyi.accounts} the directories and {@link
 * com.heyi.accounts.CustomerBase}; of {@link com.heyi.deposits} {@link
 * com.heyi.deposits.DepositActivity} and its events; of {@link com.heyi.mall} {@link
 * com.heyi.mall.MallActivity}; and {@link com.heyi.imports} for its batch. None of them knows this
 * module.
 */
package com.heyi.relationship;
