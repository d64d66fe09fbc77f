package com.heyi.learning;

import com.heyi.complaints.WinBackOutcome;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says what came of winning a customer back.
 *
 * @param winBackId the task
 * @param expectedVersion version of it that the sender has seen
 * @param outcome what came of it
 * @param result what was done and said
 */
public record FinishWinBack(
    @NotNull UUID winBackId,
    long expectedVersion,
    @NotNull WinBackOutcome outcome,
    @Personal @NotBlank @Size(max = 2000) String result)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "win_back:" + winBackId;
  }
}
