package com.heyi.winddown;

import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.util.UUID;

/**
 * That a customer lost nothing when an app ended: before = after + refunded + expired. Points and
 * money of open orders are among the points and the money.
 *
 * @param id the proof
 * @param planId the end of which app
 * @param app code of the app
 * @param into code of the app that he went to
 * @param customerId the customer
 * @param customerNumber the number by which people name him
 * @param customerName his name
 * @param pointsBefore points in the old app
 * @param pointsAfter points that he got here
 * @param pointsRefunded points paid back
 * @param pointsExpired points whose last day was over
 * @param moneyBefore money in the old app
 * @param moneyAfter money in an account of his here
 * @param moneyRefunded money paid back the way it came
 * @param moneyExpired always nothing: money does not expire
 * @param ordersBefore open orders in the old app
 * @param ordersAfter those that stand here
 * @param ordersRefunded those whose points were given back and whose money is paid back
 * @param couponsBefore coupons in the old app
 * @param couponsAfter those that he has here
 * @param couponsExpired those whose last day was over
 * @param migratedAt when
 */
public record ProofView(
    UUID id,
    UUID planId,
    String app,
    String into,
    UUID customerId,
    String customerNumber,
    String customerName,
    Points pointsBefore,
    Points pointsAfter,
    Points pointsRefunded,
    Points pointsExpired,
    Money moneyBefore,
    Money moneyAfter,
    Money moneyRefunded,
    Money moneyExpired,
    long ordersBefore,
    long ordersAfter,
    long ordersRefunded,
    long couponsBefore,
    long couponsAfter,
    long couponsExpired,
    Instant migratedAt) {}
