package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What came in with a complaint and what it belongs together with.
 *
 * @param complaintId the complaint
 * @param attachments its files, the oldest first
 * @param parties who speaks for the complainant
 * @param main the case that it is joined to, or null
 * @param joined cases that are joined to it
 * @param likely other cases of the customer that may be the same matter, the most alike first
 */
public record IntakeView(
    UUID complaintId,
    List<AttachmentView> attachments,
    List<Party> parties,
    Related main,
    List<Related> joined,
    List<Related> likely)
    implements Targeted {
  public IntakeView {
    attachments = List.copyOf(attachments);
    parties = List.copyOf(parties);
    joined = List.copyOf(joined);
    likely = List.copyOf(likely);
  }

  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }

  /**
   * Somebody who speaks for the complainant.
   *
   * @param id by which he is told or ended
   * @param role as what
   * @param name his name, or null when it was erased
   * @param contact where he can be reached, or null
   * @param relation how he stands to the complainant
   * @param document what proves it
   * @param addedAt since when
   * @param toldSince since when an heir is told instead of the complainant, or null
   * @param endedAt since when he speaks for him no more, or null
   */
  public record Party(
      UUID id,
      PartyRole role,
      String name,
      String contact,
      String relation,
      String document,
      Instant addedAt,
      Instant toldSince,
      Instant endedAt) {}

  /**
   * Another case.
   *
   * @param id the case
   * @param number its number
   * @param status where it stands
   * @param product what it is about
   * @param receivedAt since when
   * @param alike how alike the words are, in thousandths
   */
  public record Related(
      UUID id,
      String number,
      ComplaintStatus status,
      String product,
      Instant receivedAt,
      int alike) {}
}
