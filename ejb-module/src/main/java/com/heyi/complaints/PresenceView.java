package com.heyi.complaints;

import java.time.Instant;

/**
 * Somebody who has a case open.
 *
 * @param account account name
 * @param name his name
 * @param seenAt his last sign of it
 */
public record PresenceView(String account, String name, Instant seenAt) {}
