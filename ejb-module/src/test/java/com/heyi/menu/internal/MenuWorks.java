package com.heyi.menu.internal;

import com.heyi.accounts.AppRegister;
import com.heyi.accounts.CustomerDirectory;
import com.heyi.menu.HelpOffered;
import com.heyi.messages.internal.Preferences;
import com.heyi.messages.internal.SpokenLanguages;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The parts of the module on one transaction, put together as the container does it. */
public final class MenuWorks {
  public static final int OFTEN = 3;
  public static final int MINUTES = 30;
  public static final int PEACE_DAYS = 30;

  private final EntityManager em;
  private final Clock clock;
  private final CustomerDirectory customers;
  private final MenuFunctions functions;
  private final MenuPreferences preferences;
  private final Segments segments;
  private final Uses uses;
  private final Helps helps;

  public MenuWorks(
      EntityManager em,
      CustomerDirectory customers,
      AppRegister apps,
      Clock clock,
      Consumer<HelpOffered> listener) {
    this.em = em;
    this.clock = clock;
    this.customers = customers;
    functions = new MenuFunctions(em, apps);
    preferences = new MenuPreferences(em, functions, new SpokenLanguages(new Preferences(em)));
    segments = new Segments(customers, clock);
    uses = new Uses(em, segments, clock);
    helps = new Helps(em, uses, clock, listener, OFTEN, MINUTES, PEACE_DAYS);
  }

  public EntityManager em() {
    return em;
  }

  public MenuFunctions functions() {
    return functions;
  }

  public MenuPreferences preferences() {
    return preferences;
  }

  public Uses uses() {
    return uses;
  }

  public Helps helps() {
    return helps;
  }

  public Reports reports() {
    return new Reports(uses, functions, helps, clock);
  }

  public Menus menus() {
    return new Menus(
        functions, preferences, new Habits(em, clock), segments, customers, helps, clock);
  }

  /** Counts the trends, if it is time. */
  public int trends() {
    Trends trends = new Trends(em, clock);
    return trends.due() ? trends.count() : 0;
  }

  /** How the database answers the one query that ranks. */
  public String plan(UUID customer) {
    List<?> lines =
        em.createNativeQuery("explain (analyze, costs off, timing off) " + Habits.READ)
            .setParameter("customers", new String[] {customer.toString()})
            .setParameter("channel", "APP")
            .setParameter("segment", "35")
            .setParameter("days", new String[] {"0", "9", "10", "11"})
            .getResultList();
    return String.join("\n", lines.stream().map(String::valueOf).toList());
  }
}
