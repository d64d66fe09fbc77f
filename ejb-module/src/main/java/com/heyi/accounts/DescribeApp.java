package com.heyi.accounts;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Changes who runs an app and what it offers, such as when a function is given up in favour of
 * another app's.
 *
 * @param code the app
 * @param expectedVersion its version as the caller saw it
 * @param ownerDepartment department that runs it
 * @param functions codes of what it offers from now on
 * @param reason why
 */
public record DescribeApp(
    @NotBlank String code,
    long expectedVersion,
    @NotBlank @Size(max = 100) String ownerDepartment,
    @NotNull List<String> functions,
    @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "app:" + code;
  }
}
