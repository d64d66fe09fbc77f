package com.heyi.learning;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Takes down what a complainant answered, at the counter or by telephone.
 *
 * @param complaintId the complaint
 * @param satisfaction 1 very dissatisfied to 5 very satisfied
 * @param effort how easy it was made for him (CES 2.0): 1 not at all to 7 very
 * @param remark in his words, or null
 */
public record EnterSurvey(
    @NotNull UUID complaintId,
    @Min(1) @Max(5) int satisfaction,
    @Min(1) @Max(7) int effort,
    @Personal @Size(max = 1000) String remark)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
