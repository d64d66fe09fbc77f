package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a letter of apology says.
 *
 * @param complaintId the complaint
 * @param number its number
 * @param name whom it is written to, or null when nobody knows his name
 * @param product what he complained of
 * @param receivedAt when the complaint reached the bank
 * @param measures what the bank has done, or null
 * @param answer the answer that he was given, or null
 * @param redress what he was given and stands
 * @param day the day of the letter
 */
public record LetterView(
    UUID complaintId,
    String number,
    String name,
    String product,
    Instant receivedAt,
    String measures,
    String answer,
    List<RedressView> redress,
    LocalDate day)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
