package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.AccountName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Plans a corrective action against a problem.
 *
 * @param problemId the problem
 * @param what what is to be done
 * @param department whose it is
 * @param owner account name of who answers for it
 * @param dueOn the last day, today at the earliest
 * @param checkMonths after how many months it is looked at whether it helped
 */
public record PlanAction(
    @NotNull UUID problemId,
    @NotBlank @Size(max = 2000) String what,
    @NotBlank @Size(max = 100) String department,
    @NotBlank @Size(max = 200) String owner,
    @NotNull LocalDate dueOn,
    @Min(1) @Max(24) int checkMonths)
    implements Targeted {
  public PlanAction {
    owner = AccountName.of(owner);
  }

  @Override
  public String auditTarget() {
    return "problem:" + problemId;
  }
}
