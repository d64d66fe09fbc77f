package com.heyi.accounts;

import com.heyi.accounts.internal.Accounts;
import com.heyi.accounts.internal.Announcements;
import com.heyi.accounts.internal.BankCustomersImport;
import com.heyi.accounts.internal.Claims;
import com.heyi.accounts.internal.ClosingGuards;
import com.heyi.accounts.internal.CustomerViews;
import com.heyi.accounts.internal.Customers;
import com.heyi.accounts.internal.Documents;
import com.heyi.accounts.internal.Identities;
import com.heyi.accounts.internal.Matches;
import com.heyi.accounts.internal.Numbers;
import com.heyi.accounts.internal.RegisterDirectory;
import com.heyi.accounts.internal.Registration;
import com.heyi.accounts.internal.Upgrading;
import com.heyi.imports.ImportHandler;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** The module on a real database, without a container: each call a transaction by a caller. */
final class AccountsWorld {
  static final Caller HEAD_OFFICE = caller("wang", null, Role.OPERATOR);
  static final Caller BRANCH = caller("branch-b0101", "B0101", Role.BRANCH);
  static final Caller OTHER_BRANCH = caller("branch-b0202", "B0202", Role.BRANCH);

  /** Half past midnight at the bank, while it is still 20 November in Greenwich. */
  static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T16:30:00Z"), ZoneId.of("Asia/Shanghai"));

  private static final AtomicInteger PEOPLE = new AtomicInteger();
  private final List<Object> events = Collections.synchronizedList(new ArrayList<>());

  /** What one transaction works with. */
  record Tools(
      EntityManager em,
      CustomersFacade customers,
      AccountsFacade accounts,
      UpgradesFacade upgrades,
      CustomerDirectory directory,
      ImportHandler bankCustomers) {}

  <T> T as(Caller caller, Function<Tools, T> work) {
    try {
      return CallContext.callAs(
          caller, () -> TestDatabase.get().inTransaction(em -> work.apply(tools(em))));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> columns() {
    return as(HEAD_OFFICE, tools -> tools.bankCustomers().columns());
  }

  List<Object> events() {
    return List.copyOf(events);
  }

  private Tools tools(EntityManager em) {
    Customers customers = new Customers(em);
    Identities identities = new Identities(em);
    Accounts accounts = new Accounts(em);
    Announcements announcements = new Announcements((Consumer<Object>) events::add);
    Numbers numbers = new Numbers(em);
    Registration registration =
        new Registration(customers, identities, numbers, announcements, CLOCK);
    return new Tools(
        em,
        new CustomersFacade(
            registration,
            customers,
            identities,
            new Matches(em, new Claims(em), CLOCK),
            new CustomerViews(customers, identities, accounts, CLOCK),
            CLOCK),
        new AccountsFacade(
            customers, accounts, numbers, announcements, new ClosingGuards(List.of()), CLOCK),
        new UpgradesFacade(new Upgrading(customers, accounts, new Documents(em), CLOCK)),
        new RegisterDirectory(customers, identities, registration),
        new BankCustomersImport(registration, identities, accounts));
  }

  static Caller caller(String user, String branch, Role... roles) {
    return new Caller(
        user, user, Set.of(roles), branch, "127.0.0.1", "test", Channel.REST, null, null);
  }

  /** Somebody who was never registered before in this JVM, born on this day. */
  static RegisterCustomer somebody(LocalDate born) {
    int serial = PEOPLE.incrementAndGet();
    String digits =
        String.format(
            "%d%04d%s%03d", 11, serial / 1000, born.toString().replace("-", ""), serial % 1000);
    return new RegisterCustomer(
        "李雷", digits + checkCharacter(digits), "13812345678", null, "B0101");
  }

  static RegisterCustomer somebody() {
    return somebody(LocalDate.of(1990, 3, 7));
  }

  private static char checkCharacter(String digits) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      // The weight of a place in MOD 11-2 is a power of two, counted from the right.
      sum += (digits.charAt(i) - '0') * ((1 << (17 - i)) % 11);
    }
    return "10X98765432".charAt(sum % 11);
  }
}
