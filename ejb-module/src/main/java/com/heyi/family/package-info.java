/**
 * Families as customers: households with guardians and children, allowances on a schedule, tasks
 * with a reward, limits on what a child may pay, goals to save for, and what guardians are told.
 *
 * <p>May use {@link com.heyi.shared}; {@link com.heyi.messages}; of {@link com.heyi.accounts} the
 * directories; of {@link com.heyi.deposits} {@link com.heyi.deposits.Payments}, {@link
 * com.heyi.deposits.PaymentGuard} and {@link com.heyi.deposits.MovementOwner}; of {@link
 * com.heyi.mall} {@link com.heyi.mall.Households}, which it answers.
 */
package com.heyi.family;
