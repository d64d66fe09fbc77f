package com.heyi.messages;

import java.time.Instant;
import java.util.UUID;

/**
 * A message in a list, without its words.
 *
 * @param id the message; also what the gateway and the mail server know it by
 * @param version its version, for the next change
 * @param template name of its template
 * @param status where it stands
 * @param channel the way it went, or null while it has not
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is tried next; null when it is not
 * @param trouble code of why it waits or was given up, or null
 * @param customerId the customer, or null when the recipient is none
 * @param subject what it is about, or null
 * @param queuedAt since when
 * @param sentAt when it was handed over, or null
 */
public record MessageRow(
    UUID id,
    int version,
    String template,
    MessageStatus status,
    MessageChannel channel,
    int attempts,
    Instant nextAttemptAt,
    String trouble,
    UUID customerId,
    String subject,
    Instant queuedAt,
    Instant sentAt) {}
