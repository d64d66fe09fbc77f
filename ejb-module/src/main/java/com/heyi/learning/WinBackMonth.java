package com.heyi.learning;

import java.time.YearMonth;

/**
 * How winning back went, of the tasks done in a month.
 *
 * @param month the month, in the bank's zone
 * @param done tasks done
 * @param stays of them, customers who said that they stay
 * @param leaves who leave
 * @param notReached who were not reached
 * @param again who stayed and complained again within 90 days
 */
public record WinBackMonth(
    YearMonth month, long done, long stays, long leaves, long notReached, long again) {}
