package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import java.time.LocalDate;
import java.util.List;

/**
 * Somebody who works at the desk.
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
 * @param open how many open cases he has
 * @param away whether he is away today
 * @param version version of the record; 0 for one that is not kept yet
 */
public record DeskMemberView(
    String account,
    String name,
    AuthorityLevel level,
    String branch,
    List<String> skills,
    List<String> languages,
    int capacity,
    LocalDate absentFrom,
    LocalDate absentUntil,
    String substitute,
    boolean active,
    int open,
    boolean away,
    int version)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "desk-member:" + account;
  }
}
