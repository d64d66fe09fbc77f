package com.heyi.complaints;

import com.heyi.messages.MessageChannel;
import com.heyi.messages.Recipient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tells other modules of complaints, inside their transactions. It checks no role and leaves no
 * audit row, for the facade that asks does so; therefore the edges may not use it.
 */
public interface CaseDirectory {
  /** The complaint with this id. */
  Optional<CaseRef> find(UUID complaintId);

  /** The complaint with this receipt number. */
  Optional<CaseRef> findByNumber(String number);

  /** Those of these complaints that exist, the latest received first. */
  List<CaseRef> findAll(Collection<UUID> complaintIds);

  /**
   * Other complaints that may have the same ground: about the product of one of these, received
   * within a year, the most alike first. A person decides.
   *
   * @param most how many at the most
   */
  List<CaseLike> alike(Collection<UUID> complaintIds, int most);

  /**
   * The records under which this customer may have complained; whom the bank serves comes first.
   */
  Set<UUID> recordsOf(UUID customerId);

  /** All records of customers that are somebody else's, each with whose. */
  Map<UUID, UUID> mergedRecords();

  /** Whether the caller of this thread is in charge of it, himself or in somebody's absence. */
  boolean isInCharge(UUID complaintId);

  /**
   * Whether what is said of it is said of the caller of this thread too: he is in charge of it, has
   * taken a step of it that only who is in charge takes, or has an interest in it, as somebody
   * named or as its branch.
   */
  boolean hasAPartIn(UUID complaintId);

  /**
   * Account names of those who can do something where its handler cannot: the lowest level above
   * his, or of a case in nobody's charge the level that it needs, at which somebody works who is
   * there today; its own branch's before others. Empty at the top.
   */
  List<String> leaders(UUID complaintId);

  /**
   * Account names of who is in charge of it and, while he is away, of who stands in for him. Empty
   * when nobody is.
   */
  List<String> inCharge(UUID complaintId);

  /** Where who complains can be told something. */
  Recipient recipient(UUID complaintId);

  /** The channel that he used himself. */
  MessageChannel channel(UUID complaintId);
}
