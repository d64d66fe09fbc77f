package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.AccountName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * Sets who works at the desk, and how.
 *
 * @param account account name
 * @param name the name shown to people
 * @param level his level
 * @param branch code of his branch, or null at head office
 * @param skills products that he knows
 * @param languages language tags that he speaks
 * @param capacity how many open cases he can have; 0: none are suggested to him
 * @param absentFrom first day on which he is away, or null
 * @param absentUntil last day on which he is away, or null
 * @param substitute account name of who stands in for him then, or null
 * @param active whether he works at the desk
 * @param expectedVersion version of the record that the sender has seen, or null for a new one
 */
public record SetDeskMember(
    @NotBlank @Size(max = 200) String account,
    @NotBlank @Size(max = 200) String name,
    @NotNull AuthorityLevel level,
    @Pattern(regexp = "[A-Za-z0-9-]{1,20}") String branch,
    List<@NotBlank @Size(max = 60) @Pattern(regexp = "[^,]+") String> skills,
    List<@NotBlank @Size(max = 20) @Pattern(regexp = "[A-Za-z-]+") String> languages,
    @Min(0) @Max(1000) int capacity,
    LocalDate absentFrom,
    LocalDate absentUntil,
    @Size(max = 200) String substitute,
    boolean active,
    Long expectedVersion)
    implements Targeted {

  public SetDeskMember {
    account = AccountName.of(account);
    name = name == null ? null : name.strip();
    branch = branch == null || branch.isBlank() ? null : branch.strip();
    substitute = AccountName.orNone(substitute);
    skills = skills == null ? List.of() : List.copyOf(skills);
    languages = languages == null ? List.of() : List.copyOf(languages);
  }

  @Override
  public String auditTarget() {
    return "desk-member:" + account;
  }
}
