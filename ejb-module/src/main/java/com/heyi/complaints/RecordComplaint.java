package com.heyi.complaints;

import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * Records a complaint.
 *
 * @param channel the way it came
 * @param customer number or id of the customer, or null when the complainant is none or stays
 *     anonymous; then a contact is needed
 * @param complainantName name of who complains when it is not the customer himself, or null
 * @param complainantContact where he can be reached, or null
 * @param branch code of the branch it is about, or null for none; a branch system's own if null
 * @param product what it is about, in the bank's own terms
 * @param subProduct the product more closely, or null
 * @param issue what went wrong, or null
 * @param subIssue the issue more closely, or null
 * @param narrative the complainant's account, 1 to 10,000 characters
 * @param complexity how involved, or null for simple; settled when it is accepted
 * @param receivedAt when it reached the bank, or null for now
 * @param externalSource body outside the bank that numbers the matter too, or null
 * @param externalReference that body's number, or null
 * @param callBackAt when he was promised a call, still to come, or null
 */
public record RecordComplaint(
    @NotNull ComplaintChannel channel,
    @Size(max = 64) String customer,
    @Personal(Mask.NAME) @Size(max = 100) String complainantName,
    @Personal @Size(max = 200) String complainantContact,
    @Pattern(regexp = "[A-Za-z0-9-]{1,20}") String branch,
    @NotBlank @Size(max = 200) String product,
    @Size(max = 200) String subProduct,
    @Size(max = 200) String issue,
    @Size(max = 200) String subIssue,
    @Personal @NotBlank @Size(max = 10_000) String narrative,
    Complexity complexity,
    Instant receivedAt,
    @Pattern(regexp = "[A-Z0-9-]{2,20}") String externalSource,
    @Size(max = 64) String externalReference,
    Instant callBackAt) {

  public RecordComplaint {
    customer = filled(customer);
    complainantName = filled(complainantName);
    complainantContact = filled(complainantContact);
    branch = filled(branch);
    product = filled(product);
    subProduct = filled(subProduct);
    issue = filled(issue);
    subIssue = filled(subIssue);
    narrative = filled(narrative);
    externalSource = filled(externalSource);
    externalReference = filled(externalReference);
  }

  private static String filled(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
