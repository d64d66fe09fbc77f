package com.heyi.shared.facade;

import java.time.Instant;
import java.util.UUID;

/**
 * A call that waited for a second person waits no longer. Fired in the transaction that ends it, so
 * that modules can tidy up what they kept for the call; observers that act outside the database do
 * so after its success.
 *
 * @param approval the request
 * @param action name of the action that waited
 * @param target what it was about, or null
 * @param madeAt since when it waited
 * @param end how it ended, such as {@code APPROVED} or {@code REJECTED}
 * @param approved whether it was carried out
 */
public record RequestEnded(
    UUID approval, String action, String target, Instant madeAt, String end, boolean approved) {}
