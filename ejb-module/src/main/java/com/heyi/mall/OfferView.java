package com.heyi.mall;

import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.util.UUID;

/**
 * A price that holds beside the ordinary one.
 *
 * @param id id of the offer
 * @param itemId the item
 * @param label why there is it, as customers read it
 * @param tier tier of customers that it is for, or null for everybody
 * @param price points for one piece
 * @param cash money for one piece, beside the points
 * @param from first moment at which it holds
 * @param until first moment at which it no longer holds, or null
 * @param state whether it holds at this moment
 * @param recordedBy who made it
 */
public record OfferView(
    UUID id,
    UUID itemId,
    String label,
    String tier,
    Points price,
    Money cash,
    Instant from,
    Instant until,
    OfferState state,
    String recordedBy) {}
