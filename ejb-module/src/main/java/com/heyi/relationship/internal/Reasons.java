package com.heyi.relationship.internal;

import com.heyi.relationship.FollowUpReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens follow-ups when a reason holds anew, and lets them lapse when it is gone: at every placing
 * for those about to fall or rise, and with every alert.
 */
@ApplicationScoped
public class Reasons {
  @Inject private FollowUpBook book;
  @Inject private Managers managers;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "heyi.relationship.rise-days", defaultValue = "14")
  private int riseDays;

  @Inject
  @ConfigProperty(name = "heyi.relationship.alert-days", defaultValue = "1")
  private int alertDays;

  protected Reasons() {}

  /**
   * @param riseDays days in which to speak to somebody who is about to rise
   * @param alertDays days in which to speak to somebody about whom there is an alert
   */
  public Reasons(FollowUpBook book, Managers managers, Clock clock, int riseDays, int alertDays) {
    this.book = book;
    this.managers = managers;
    this.clock = clock;
    this.riseDays = riseDays;
    this.alertDays = alertDays;
  }

  /**
   * Looks at those who were placed for a day, who are kept; a fixed number of statements for the
   * look. Customers come before the turn, and the turn before follow-ups.
   */
  void placed(Collection<Standing> standings, TierSet rules, LocalDate day) {
    // A hand-over comes before or after: what it does not see yet would stay with who had him.
    managers.awaitTurn();
    List<UUID> customers = standings.stream().map(Standing::id).toList();
    Map<UUID, String> lookedAfterBy = managers.managersOf(customers);
    look(
        FollowUpReason.FALL,
        standings,
        lookedAfterBy,
        standing -> standing.isInGraceOn(day),
        Standing::graceUntil);
    look(
        FollowUpReason.RISE,
        standings,
        lookedAfterBy,
        standing -> standing.isAboutToRise(rules.nearPercent()),
        standing -> day.plusDays(riseDays));
  }

  private void look(
      FollowUpReason reason,
      Collection<Standing> standings,
      Map<UUID, String> lookedAfterBy,
      Predicate<Standing> holds,
      Function<Standing, LocalDate> due) {
    Map<UUID, FollowUp> held = book.hold(standings.stream().map(Standing::id).toList(), reason);
    for (Standing standing : standings) {
      UUID customer = standing.id();
      FollowUp his = held.get(customer);
      if (holds.test(standing)) {
        String manager = lookedAfterBy.get(customer);
        LocalDate until = due.apply(standing);
        if (his == null) {
          book.add(new FollowUp(customer, reason, manager, until, clock.instant()));
        } else {
          his.foundToHold(manager, until, clock.instant());
        }
      } else if (his != null) {
        his.reasonIsGone(clock.instant());
      }
    }
  }

  /** There is an alert about him, or more has come to one that was seen or handled. */
  void alerted(UUID customer, String manager) {
    LocalDate due = LocalDate.now(clock).plusDays(alertDays);
    FollowUp his = alert(customer);
    if (his == null) {
      book.add(new FollowUp(customer, FollowUpReason.ALERT, manager, due, clock.instant()));
    } else {
      his.holdsAnew(manager, due, clock.instant());
    }
  }

  /**
   * An alert about him was handled: his follow-up lapses when no other waits.
   *
   * @param noneWaits asked once the follow-up is held, as until then another may have been opened
   */
  void alertIsHandled(UUID customer, BooleanSupplier noneWaits) {
    FollowUp his = alert(customer);
    if (his != null && noneWaits.getAsBoolean()) {
      his.reasonIsGone(clock.instant());
    }
  }

  private FollowUp alert(UUID customer) {
    return book.hold(List.of(customer), FollowUpReason.ALERT).get(customer);
  }
}
