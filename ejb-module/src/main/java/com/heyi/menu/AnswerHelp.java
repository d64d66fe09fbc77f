package com.heyi.menu;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Says what came of an offer of help.
 *
 * @param helpId the offer
 * @param expectedVersion its version as the caller saw it
 * @param answer what came of it
 */
public record AnswerHelp(@NotNull UUID helpId, long expectedVersion, @NotNull HelpAnswer answer)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "help:" + helpId;
  }
}
