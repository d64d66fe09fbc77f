package com.heyi.relationship.internal;

import com.heyi.relationship.ManagerView;
import com.heyi.relationship.RelationshipError;
import com.heyi.relationship.SetManager;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.envers.Audited;

/** Somebody who looks after customers, under the account with which he signs in. */
@Entity
@Audited
@Table(schema = "relationship", name = "manager")
public class Manager {
  @Id private String account;
  @Version private long version;
  private String name;
  private boolean active;

  @Column(name = "absent_from")
  private LocalDate absentFrom;

  @Column(name = "absent_until")
  private LocalDate absentUntil;

  private String substitute;

  protected Manager() {}

  Manager(String account) {
    this.account = account;
  }

  /** Sets all of it anew. */
  void set(SetManager command) {
    LocalDate from = command.absentFrom();
    LocalDate until = command.absentUntil();
    if ((from == null) != (until == null) || from != null && until.isBefore(from)) {
      throw new HeyiException(RelationshipError.ABSENCE);
    }
    if (account.equals(command.substitute())) {
      throw new HeyiException(RelationshipError.SUBSTITUTE, account);
    }
    name = command.name().strip();
    active = command.active();
    absentFrom = from;
    absentUntil = until;
    substitute = command.substitute();
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED}
   */
  void requireVersion(Long expected) {
    SeenVersion.requireKnown(expected, version);
  }

  boolean isAwayOn(LocalDate day) {
    return absentFrom != null && !day.isBefore(absentFrom) && !day.isAfter(absentUntil);
  }

  /**
   * Who sees to his customers on a day: his substitute, or that one's when he is away too. Where
   * this leads round in a circle, nobody stands in, and he stays the one to ask.
   *
   * @param find managers by account
   */
  String actingOn(LocalDate day, Function<String, Optional<Manager>> find) {
    Set<String> met = new HashSet<>();
    Manager acting = this;
    while (acting.isAwayOn(day) && acting.substitute != null) {
      if (!met.add(acting.account)) {
        return account;
      }
      acting = find.apply(acting.substitute).orElseThrow();
    }
    return acting.account;
  }

  String account() {
    return account;
  }

  String name() {
    return name;
  }

  boolean isActive() {
    return active;
  }

  ManagerView view(long customers, long openAlerts, LocalDate today) {
    return new ManagerView(
        account,
        name,
        active,
        absentFrom,
        absentUntil,
        substitute,
        isAwayOn(today),
        customers,
        openAlerts,
        version);
  }
}
