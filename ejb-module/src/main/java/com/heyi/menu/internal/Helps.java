package com.heyi.menu.internal;

import com.heyi.menu.AnswerHelp;
import com.heyi.menu.FunctionUse;
import com.heyi.menu.HelpOffered;
import com.heyi.menu.HelpStatus;
import com.heyi.menu.HelpView;
import com.heyi.menu.MenuChannel;
import com.heyi.menu.UseOutcome;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Offers help to those who got stuck: once for a journey, and not again after a "no" for a time.
 */
@ApplicationScoped
public class Helps {
  /** Whoever got stuck longer ago than this needs another kind of help. */
  private static final Duration FRESH = Duration.ofDays(1);

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  private Uses uses;
  private Clock clock;
  private Consumer<HelpOffered> listeners;
  private int often;
  private Duration within;
  private Duration peace;

  protected Helps() {}

  /**
   * @param often how many failures of a step it takes
   * @param minutes within how many minutes
   * @param peaceDays for how many days a customer who declines is not offered help with the
   *     function again
   */
  @Inject
  public Helps(
      Uses uses,
      Clock clock,
      Event<HelpOffered> events,
      @ConfigProperty(name = "heyi.menu.help.failures", defaultValue = "3") int often,
      @ConfigProperty(name = "heyi.menu.help.within-minutes", defaultValue = "30") int minutes,
      @ConfigProperty(name = "heyi.menu.help.peace-days", defaultValue = "30") int peaceDays) {
    this(null, uses, clock, events::fire, often, minutes, peaceDays);
  }

  /** For tests, which listen themselves. */
  public Helps(
      EntityManager em,
      Uses uses,
      Clock clock,
      Consumer<HelpOffered> listeners,
      int often,
      int minutes,
      int peaceDays) {
    this.em = em;
    this.uses = uses;
    this.clock = clock;
    this.listeners = listeners;
    this.often = often;
    this.within = Duration.ofMinutes(minutes);
    this.peace = Duration.ofDays(peaceDays);
  }

  /** Looks at what was just taken: who got through is helped, who is stuck is offered help. */
  void consider(UUID customerId, List<FunctionUse> fresh) {
    Map<String, FunctionUse> steps = new LinkedHashMap<>();
    fresh.stream()
        .filter(use -> use.step() != null && use.outcome() != UseOutcome.ABANDONED)
        .forEach(use -> steps.put(use.journey() + "/" + use.step(), use));
    for (FunctionUse use : steps.values()) {
      consider(customerId, use);
    }
  }

  private void consider(UUID customerId, FunctionUse use) {
    List<Instant> failures = uses.failures(customerId, use.journey(), use.step());
    Optional<Help> earlier = find(customerId, use.journey());
    if (failures.isEmpty()) {
      earlier
          .filter(help -> help.view().status() == HelpStatus.OFFERED)
          .filter(help -> help.step().equals(use.step()))
          .ifPresent(help -> help.solve(clock.instant()));
    } else if (earlier.isEmpty()
        && TheSameStepFailsAgain.holds(failures, often, within)
        && failures.get(failures.size() - 1).isAfter(clock.instant().minus(FRESH))
        && !wantsPeace(customerId, use.function())) {
      Help help = Help.offered(customerId, use, failures.size(), clock.instant());
      em.persist(help);
      em.flush();
      listeners.accept(new HelpOffered(help.view()));
    }
  }

  private boolean wantsPeace(UUID customerId, String function) {
    return em.createQuery(
                "select count(h) from Help h where h.customerId = :customer and h.functionCode ="
                    + " :function and h.status = :declined and h.endedAt > :since",
                Long.class)
            .setParameter("customer", customerId)
            .setParameter("function", function)
            .setParameter("declined", HelpStatus.DECLINED)
            .setParameter("since", clock.instant().minus(peace))
            .getSingleResult()
        > 0;
  }

  private Optional<Help> find(UUID customerId, UUID journey) {
    return em.createQuery(
            "from Help h where h.customerId = :customer and h.journeyId = :journey", Help.class)
        .setParameter("customer", customerId)
        .setParameter("journey", journey)
        .getResultStream()
        .findFirst();
  }

  /** What is offered to a customer now, the latest first. */
  List<HelpView> open(UUID customerId) {
    return em.createQuery(
            "from Help h where h.customerId = :customer and h.status = :offered and h.offeredAt >"
                + " :since order by h.offeredAt desc, h.id",
            Help.class)
        .setParameter("customer", customerId)
        .setParameter("offered", HelpStatus.OFFERED)
        .setParameter("since", clock.instant().minus(FRESH))
        .getResultStream()
        .map(Help::view)
        .toList();
  }

  /** A part of all offers. */
  public Page<HelpView> page(PageRequest request) {
    return Listing.of(Help.class, Sort.descending("offeredAt"))
        .sort("offeredAt", "offeredAt")
        .filter("status", Filter.oneOf("status", HelpStatus.class))
        .filter("channel", Filter.oneOf("channel", MenuChannel.class))
        .filter("function", Filter.equal("functionCode"))
        .filter("customer", Filter.id("customerId"))
        .filter("from", Filter.fromDay("offeredAt", clock.getZone()))
        .filter("to", Filter.toDay("offeredAt", clock.getZone()))
        .page(em, request, Help::view);
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  public UUID customerOf(UUID helpId) {
    return load(helpId).customerId();
  }

  /** Ends an offer with what came of it. */
  public HelpView answer(AnswerHelp command) {
    Help help = load(command.helpId());
    help.answer(command, CallContext.current().user(), clock.instant());
    em.flush();
    return help.view();
  }

  private Help load(UUID id) {
    Help help = em.find(Help.class, id);
    if (help == null) {
      throw new HeyiException(CommonError.NOT_FOUND, id);
    }
    return help;
  }
}
