package com.heyi.messages;

import java.util.UUID;

/**
 * A message was handed over to the gateway, the mail server or the app. Fired in the transaction
 * that notes it, for the module that queued it: an observer that fails has it sent again.
 *
 * @param messageId the message
 * @param key the key under which its cause queued it, see {@link NewMessage#key}
 */
public record MessageSent(UUID messageId, String key) {}
