package com.heyi.learning;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.AccountName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Asks somebody to win a customer back.
 *
 * @param complaintId the complaint that was answered
 * @param owner account name of who is to do it
 * @param dueOn the last day, today at the earliest
 * @param plan what is to be done
 */
public record PlanWinBack(
    @NotNull UUID complaintId,
    @NotBlank @Size(max = 200) String owner,
    @NotNull LocalDate dueOn,
    @Personal @NotBlank @Size(max = 2000) String plan)
    implements Targeted {
  public PlanWinBack {
    owner = AccountName.of(owner);
  }

  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
