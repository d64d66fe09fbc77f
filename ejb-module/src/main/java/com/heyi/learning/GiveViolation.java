package com.heyi.learning;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.AccountName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Gives a member of the staff the points of a violation, for a case in which it was said who
 * answers for it.
 *
 * @param complaintId the complaint
 * @param staff account name of the member of the staff
 * @param rule code of the violation
 * @param reason what he did
 */
public record GiveViolation(
    @NotNull UUID complaintId,
    @NotBlank @Size(max = 200) String staff,
    @NotBlank String rule,
    @Personal @NotBlank @Size(max = 2000) String reason)
    implements Targeted {
  public GiveViolation {
    staff = AccountName.of(staff);
  }

  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
