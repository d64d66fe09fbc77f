package com.heyi.complaints;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Asks a department or a branch to do something for a case.
 *
 * @param complaintId the complaint
 * @param department who is asked
 * @param branch code of the branch that is asked, or null
 * @param owner account name of who answers for it, or null
 * @param ask what
 * @param dueOn the last day, today or later
 */
public record AskDepartment(
    @NotNull UUID complaintId,
    @NotBlank @Size(max = 100) String department,
    @Pattern(regexp = "[A-Za-z0-9-]{1,20}") String branch,
    @Size(max = 200) String owner,
    @Personal @NotBlank @Size(max = 2000) String ask,
    @NotNull LocalDate dueOn)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
