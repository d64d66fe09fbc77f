package com.heyi.relationship;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.AccountName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Makes somebody a relationship manager, or changes what is known of one.
 *
 * @param account his account name, as he signs in
 * @param expectedVersion version as the caller saw it, or null for a new one
 * @param name his name
 * @param active whether customers can be handed to him
 * @param absentFrom first day of his absence, or null
 * @param absentUntil its last day, or null
 * @param substitute account of the manager who sees to his customers then, or null
 */
public record SetManager(
    @NotBlank @Size(max = 200) String account,
    Long expectedVersion,
    @NotBlank @Size(max = 100) String name,
    boolean active,
    LocalDate absentFrom,
    LocalDate absentUntil,
    String substitute)
    implements Targeted {
  public SetManager {
    account = AccountName.of(account);
    substitute = AccountName.of(substitute);
  }

  @Override
  public String auditTarget() {
    return "manager:" + account;
  }
}
