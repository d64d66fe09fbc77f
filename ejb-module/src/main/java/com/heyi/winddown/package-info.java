/**
 * The end of an app: announced with its dates and impact, frozen for new customers, its customers
 * migrated into another app with all that it owes them, closed when nothing is left. {@link
 * com.heyi.winddown.WindDownFacade} is the whole of it; the batch runs through the imports' job.
 *
 * <p>May use {@link com.heyi.shared}; of {@link com.heyi.accounts} the directories and {@link
 * com.heyi.accounts.AppRegister}; of {@link com.heyi.deposits} {@link com.heyi.deposits.Payments}
 * and {@link com.heyi.deposits.MovementOwner}; of {@link com.heyi.mall} {@link
 * com.heyi.mall.MallTakeover}; of {@link com.heyi.complaints} {@link
 * com.heyi.complaints.OpenComplaints}; of {@link com.heyi.promotions} {@link
 * com.heyi.promotions.CouponTakeover}; and {@link com.heyi.imports}.
 */
package com.heyi.winddown;
