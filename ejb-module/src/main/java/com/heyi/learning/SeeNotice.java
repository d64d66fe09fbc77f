package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Says that a notice was seen.
 *
 * @param noticeId the notice
 */
public record SeeNotice(@NotNull UUID noticeId) implements Targeted {
  @Override
  public String auditTarget() {
    return "notice:" + noticeId;
  }
}
