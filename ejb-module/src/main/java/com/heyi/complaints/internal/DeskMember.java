package com.heyi.complaints.internal;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.DeskMemberView;
import com.heyi.complaints.SetDeskMember;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.hibernate.envers.Audited;

/** Somebody who works at the desk. */
@Entity
@Audited
@Table(schema = "complaints", name = "desk_member")
public class DeskMember {
  @Id private String account;
  @Version private int version;
  private String name;

  @Enumerated(EnumType.STRING)
  private AuthorityLevel level;

  private String branch;
  private String skills;
  private String languages;
  private int capacity;

  @Column(name = "absent_from")
  private LocalDate absentFrom;

  @Column(name = "absent_until")
  private LocalDate absentUntil;

  private String substitute;
  private boolean active;

  protected DeskMember() {}

  DeskMember(String account) {
    this.account = account;
  }

  /** Sets all of it anew. */
  void set(SetDeskMember command) {
    LocalDate from = command.absentFrom();
    LocalDate until = command.absentUntil();
    if ((from == null) != (until == null) || from != null && until.isBefore(from)) {
      throw CommonError.invalid("absentUntil", ComplaintError.ABSENCE);
    }
    if (account.equalsIgnoreCase(command.substitute())) {
      throw CommonError.invalid("substitute", ComplaintError.SUBSTITUTE);
    }
    name = command.name();
    level = command.level();
    branch = command.branch();
    skills = String.join(",", command.skills());
    languages = String.join(",", command.languages());
    capacity = command.capacity();
    absentFrom = from;
    absentUntil = until;
    substitute = command.substitute();
    active = command.active();
  }

  void requireVersion(Long expected) {
    SeenVersion.requireKnown(expected, version);
  }

  boolean isAwayOn(LocalDate day) {
    return absentFrom != null && !day.isBefore(absentFrom) && !day.isAfter(absentUntil);
  }

  String account() {
    return account;
  }

  String name() {
    return name;
  }

  AuthorityLevel level() {
    return level;
  }

  String branch() {
    return branch;
  }

  String substitute() {
    return substitute;
  }

  LocalDate absentUntil() {
    return absentUntil;
  }

  boolean isActive() {
    return active;
  }

  boolean knows(String product) {
    return product != null && list(skills).contains(product);
  }

  boolean speaks(String language) {
    return list(languages).contains(language);
  }

  int capacity() {
    return capacity;
  }

  Candidate candidate(String insteadOf) {
    return new Candidate(account, name, branch, level, insteadOf);
  }

  DeskMemberView view(int open, LocalDate today) {
    return new DeskMemberView(
        account,
        name,
        level,
        branch,
        list(skills),
        list(languages),
        capacity,
        absentFrom,
        absentUntil,
        substitute,
        active,
        open,
        isAwayOn(today),
        version);
  }

  private static List<String> list(String joined) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
  }
}
