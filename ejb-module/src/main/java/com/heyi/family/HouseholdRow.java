package com.heyi.family;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A household as lists show it.
 *
 * @param id the household
 * @param name what the family calls itself
 * @param foundedAt since when
 * @param members who belongs to it now, guardians first
 */
public record HouseholdRow(UUID id, String name, Instant foundedAt, List<Member> members)
    implements Targeted {
  public HouseholdRow {
    members = List.copyOf(members);
  }

  @Override
  public String auditTarget() {
    return "household:" + id;
  }

  /** The names of those who belong to it as this. */
  public List<String> names(MemberRole role) {
    return members.stream().filter(one -> one.role() == role).map(Member::name).toList();
  }

  /**
   * Somebody of the household.
   *
   * @param customerId who
   * @param number his number
   * @param name his name
   * @param role as what
   */
  public record Member(UUID customerId, String number, String name, MemberRole role) {}
}
