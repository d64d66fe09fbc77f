package com.heyi.mall;

import com.heyi.shared.value.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Money that was paid for an order.
 *
 * @param id id of the payment
 * @param tender what it was paid with
 * @param accountId the account that paid
 * @param paidFrom number of the account
 * @param amount how much
 * @param givenBack how much of it was given back
 * @param paidAt when
 */
public record PaymentView(
    UUID id,
    Tender tender,
    UUID accountId,
    String paidFrom,
    Money amount,
    Money givenBack,
    Instant paidAt) {}
