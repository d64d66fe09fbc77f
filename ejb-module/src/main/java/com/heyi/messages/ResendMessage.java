package com.heyi.messages;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Sends a message again that was given up.
 *
 * @param messageId the message
 * @param expectedVersion the version that was seen
 */
public record ResendMessage(@NotNull UUID messageId, int expectedVersion) implements Targeted {
  @Override
  public String auditTarget() {
    return "message:" + messageId;
  }
}
