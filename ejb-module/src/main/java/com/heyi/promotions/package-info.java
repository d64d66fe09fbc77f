/**
 * Promotions: coupons, campaigns with a budget, benefits by the calendar, levels of membership, and
 * tasks that earn points. Takes something off the price of the mall's checkouts and can say
 * beforehand what a cart would cost, and why.
 *
 * <p>May use {@link com.heyi.shared}; of {@link com.heyi.accounts} the customer directory and
 * segments; of {@link com.heyi.mall} its seams ({@link com.heyi.mall.PriceReduction}, {@link
 * com.heyi.mall.Baskets}, {@link com.heyi.mall.OrderDirectory}, {@link com.heyi.mall.PointsGifts},
 * {@link com.heyi.mall.PointsCharges}, {@link com.heyi.mall.CashCharges}), the period of its
 * reports and events; and {@link com.heyi.imports} for batches.
 */
package com.heyi.promotions;
