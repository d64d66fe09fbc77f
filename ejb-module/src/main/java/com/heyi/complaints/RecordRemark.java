package com.heyi.complaints;

import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * Records a suggestion or praise.
 *
 * @param kind which
 * @param channel the way it came
 * @param customer number or id of the customer, or null
 * @param name name of who says so when it is not the customer himself, or null
 * @param contact where he can be reached, or null
 * @param branch code of the branch it is about, or null; a branch system's own if null
 * @param product what it is about, or null
 * @param narrative in his words
 * @param staff account name of who is praised, or null
 * @param receivedAt when it reached the bank, or null for now
 */
public record RecordRemark(
    @NotNull RemarkKind kind,
    @NotNull ComplaintChannel channel,
    @Size(max = 64) String customer,
    @Personal(Mask.NAME) @Size(max = 100) String name,
    @Personal @Size(max = 200) String contact,
    @Pattern(regexp = "[A-Za-z0-9-]{1,20}") String branch,
    @Size(max = 200) String product,
    @Personal @NotBlank @Size(max = 10_000) String narrative,
    @Size(max = 200) String staff,
    Instant receivedAt) {
  public RecordRemark {
    customer = filled(customer);
    name = filled(name);
    contact = filled(contact);
    branch = filled(branch);
    product = filled(product);
    narrative = filled(narrative);
    staff = filled(staff);
  }

  private static String filled(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
