package com.heyi.learning;

import com.heyi.shared.value.AccountName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Opens a problem.
 *
 * @param title what it is
 * @param description more about it
 * @param owner account name of who answers for it
 * @param cause code of its root cause, or null when it is not known yet
 * @param complaint id or number of a complaint behind it, or null
 */
public record OpenProblem(
    @NotBlank @Size(max = 200) String title,
    @NotBlank @Size(max = 4000) String description,
    @NotBlank @Size(max = 200) String owner,
    String cause,
    @Size(max = 64) String complaint) {
  public OpenProblem {
    owner = AccountName.of(owner);
  }
}
