package com.heyi.menu.internal;

import com.heyi.menu.FunctionUse;
import com.heyi.menu.MenuError;
import com.heyi.menu.ReportUses;
import com.heyi.menu.UsesTaken;
import com.heyi.shared.error.HeyiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Takes what channels report: checks it, keeps it, and sees who is stuck. */
@ApplicationScoped
public class Reports {
  /**
   * Younger than the legal minimum of the kind menu-uses, so that a use is known while it counts.
   */
  static final Duration OLDEST = Duration.ofDays(31);

  /** As far as a channel's clock may be ahead of ours. */
  static final Duration AHEAD = Duration.ofMinutes(5);

  @Inject private Uses uses;
  @Inject private MenuFunctions functions;
  @Inject private Helps helps;
  @Inject private Clock clock;

  protected Reports() {}

  public Reports(Uses uses, MenuFunctions functions, Helps helps, Clock clock) {
    this.uses = uses;
    this.functions = functions;
    this.helps = helps;
    this.clock = clock;
  }

  /**
   * Takes a report, all of it or nothing.
   *
   * @throws HeyiException {@link MenuError#FUNCTION_UNKNOWN}, {@link MenuError#USE_AHEAD}, {@link
   *     MenuError#USE_TOO_OLD}, {@link MenuError#STEP_ALONE}, {@link MenuError#USE_ANOTHER}
   */
  public UsesTaken take(ReportUses command) {
    List<FunctionUse> told = Uses.eachOnce(command.uses().stream().map(Reports::asKept).toList());
    functions.requireKnown(told.stream().map(FunctionUse::function).toList());
    told.forEach(this::requireAcceptable);
    List<FunctionUse> fresh = uses.take(command.customerId(), told);
    helps.consider(command.customerId(), fresh);
    return new UsesTaken(
        command.customerId(),
        fresh.size(),
        command.uses().size() - fresh.size(),
        helps.open(command.customerId()));
  }

  /** PostgreSQL keeps microseconds: what is finer would look like another use later. */
  private static FunctionUse asKept(FunctionUse use) {
    return new FunctionUse(
        use.id(),
        use.channel(),
        use.function(),
        use.at().truncatedTo(ChronoUnit.MICROS),
        use.outcome(),
        use.journey(),
        use.step());
  }

  private void requireAcceptable(FunctionUse use) {
    Instant now = clock.instant();
    if (use.at().isAfter(now.plus(AHEAD))) {
      throw new HeyiException(MenuError.USE_AHEAD, use.id());
    }
    if (use.at().isBefore(now.minus(OLDEST))) {
      throw new HeyiException(MenuError.USE_TOO_OLD, use.id(), OLDEST.toDays());
    }
    if (use.step() != null && use.journey() == null) {
      throw new HeyiException(MenuError.STEP_ALONE, use.id());
    }
  }
}
