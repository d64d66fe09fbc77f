package com.heyi.menu.internal;

import com.heyi.accounts.CustomerDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;

/**
 * Whom a customer is like: those in his age band; of unknown age are those whose age is unknown.
 */
@ApplicationScoped
public class Segments {
  /** Everybody, in the trends. */
  static final String ALL = "*";

  private static final String UNKNOWN = "?";
  private static final int[] BEGINNINGS = {65, 55, 45, 35, 25, 18};

  @Inject private CustomerDirectory customers;
  @Inject private Clock clock;

  protected Segments() {}

  public Segments(CustomerDirectory customers, Clock clock) {
    this.customers = customers;
    this.clock = clock;
  }

  String of(UUID customerId) {
    LocalDate today = LocalDate.now(clock);
    return customers
        .birthDate(customerId)
        .map(born -> band(Period.between(born, today).getYears()))
        .orElse(UNKNOWN);
  }

  /** The youngest age of the band; 0 for children. */
  static String band(int age) {
    for (int beginning : BEGINNINGS) {
      if (age >= beginning) {
        return Integer.toString(beginning);
      }
    }
    return "0";
  }
}
