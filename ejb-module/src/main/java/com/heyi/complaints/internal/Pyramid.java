package com.heyi.complaints.internal;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.AuthorityView;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.DeskMemberView;
import com.heyi.complaints.HandlerSuggestion;
import com.heyi.complaints.Remedy;
import com.heyi.complaints.SetAuthority;
import com.heyi.complaints.SetDeskMember;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.RolesNow;
import com.heyi.shared.value.AccountName;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who works at the desk at which level, who stands in for whom, and what each level may give. */
@ApplicationScoped
public class Pyramid {
  /** So many are suggested; a person chooses among no more. */
  static final int SUGGESTED = 10;

  private static final Comparator<HandlerSuggestion> FITTEST_FIRST =
      Comparator.comparing(HandlerSuggestion::knowsProduct)
          .thenComparing(HandlerSuggestion::speaksLanguage)
          .reversed()
          .thenComparing(HandlerSuggestion::level)
          .thenComparing(one -> (one.open() * 1000) / one.capacity())
          .thenComparing(HandlerSuggestion::account);

  @Inject private Clock clock;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected Pyramid() {}

  public Pyramid(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** The caller with what the desk knows of him; whom it does not know has the lowest level. */
  public Actor actor(Caller caller) {
    Actor actor = Actor.of(caller, clock.instant());
    Set<String> substituted = substitutedBy(caller.user());
    // Who was taken off the desk keeps neither his level nor whom he stood in for.
    return member(caller.user())
        .map(
            member ->
                member.isActive()
                    ? actor.at(member.branch(), member.level(), substituted)
                    : actor.at(null, AuthorityLevel.BRANCH, Set.of()))
        .orElseGet(() -> actor.at(null, AuthorityLevel.BRANCH, substituted));
  }

  /** Those who are away and for whom he stands in, also where who should is away himself. */
  private Set<String> substitutedBy(String account) {
    LocalDate today = LocalDate.now(clock);
    Set<String> found = new HashSet<>();
    Set<String> asked = Set.of(account);
    while (!asked.isEmpty()) {
      asked =
          em.createQuery(
                  "select m from DeskMember m where m.substitute in :asked"
                      + " and m.absentFrom is not null",
                  DeskMember.class)
              .setParameter("asked", asked)
              .getResultStream()
              .filter(member -> member.isAwayOn(today))
              .map(DeskMember::account)
              .filter(one -> !one.equals(account) && found.add(one))
              .collect(Collectors.toSet());
    }
    return Set.copyOf(found);
  }

  /**
   * Who takes charge when this one is wanted: himself, or who stands in for him while he is away.
   * Nobody does who does not handle complaints: he could take no step of the case.
   *
   * @param asked account name, or null for the actor
   * @param staff tells whether somebody else handles complaints
   * @throws HeyiException {@link ComplaintError#HANDLER_AWAY}, {@link ComplaintError#HANDLER_LEFT},
   *     {@link ComplaintError#HANDLER_UNKNOWN}, {@link ComplaintError#HANDLER_WITHOUT_ROLE}; as
   *     {@link RolesNow#of} when the identity provider is set up wrongly
   */
  public Candidate candidate(String asked, Actor actor, RolesNow staff) {
    String wanted = asked == null ? actor.user() : AccountName.of(asked);
    HandlersNow handlers = new HandlersNow(actor, staff);
    if (wanted.equals(actor.user())) {
      return himself(actor, handlers);
    }
    Set<String> passed = new HashSet<>();
    String at = wanted;
    while (true) {
      Optional<DeskMember> found = member(at);
      String insteadOf = at.equals(wanted) ? null : wanted;
      if (found.isEmpty()) {
        handlers.require(at);
        return new Candidate(at, at, null, AuthorityLevel.BRANCH, insteadOf);
      }
      DeskMember member = found.get();
      requireActive(member);
      if (!member.isAwayOn(LocalDate.now(clock))) {
        handlers.require(member);
        return member.candidate(insteadOf);
      }
      passed.add(at);
      if (member.substitute() == null || passed.contains(member.substitute())) {
        throw new HeyiException(ComplaintError.HANDLER_AWAY, member.name(), member.absentUntil());
      }
      at = member.substitute();
    }
  }

  /** Who takes a case himself is there, whatever the desk's record says. */
  private Candidate himself(Actor actor, HandlersNow handlers) {
    member(actor.user())
        .ifPresentOrElse(
            member -> {
              requireActive(member);
              handlers.require(member);
            },
            () -> handlers.require(actor.user()));
    return actor.candidate();
  }

  private static void requireActive(DeskMember member) {
    if (!member.isActive()) {
      throw new HeyiException(ComplaintError.HANDLER_LEFT, member.name());
    }
  }

  /** This account and, while he is away, who stands in for him. */
  List<String> standIns(String account) {
    Set<String> found = new LinkedHashSet<>();
    String at = account;
    while (at != null && found.add(at)) {
      at =
          member(at)
              .filter(member -> member.isAwayOn(LocalDate.now(clock)))
              .map(DeskMember::substitute)
              .orElse(null);
    }
    return List.copyOf(found);
  }

  /** The level of this account; the lowest when it is not, or no longer, at the desk. */
  public AuthorityLevel levelOf(String account) {
    return member(account)
        .filter(DeskMember::isActive)
        .map(DeskMember::level)
        .orElse(AuthorityLevel.BRANCH);
  }

  /** What this level may give of this remedy. */
  Authority authority(AuthorityLevel level, Remedy remedy) {
    return Optional.ofNullable(em.find(Authority.class, Authority.key(level, remedy)))
        .orElseThrow(() -> new HeyiException(ComplaintError.BEYOND_AUTHORITY, remedy, level));
  }

  /**
   * @throws HeyiException {@link ComplaintError#BEYOND_AUTHORITY}
   */
  public void requireAllowed(AuthorityLevel level, Remedy remedy) {
    authority(level, remedy).requireAllowed();
  }

  public AuthorityView set(SetAuthority command) {
    Authority authority = authority(command.level(), command.remedy());
    authority.set(command);
    em.flush();
    return authority.view();
  }

  /** The whole matrix, the lowest level first. */
  public List<AuthorityView> authorities() {
    return em.createQuery("select a from Authority a", Authority.class)
        .getResultStream()
        .map(Authority::view)
        .sorted(Comparator.comparing(AuthorityView::level).thenComparing(AuthorityView::remedy))
        .toList();
  }

  public DeskMemberView set(SetDeskMember command) {
    DeskMember member =
        member(command.account())
            .map(
                known -> {
                  known.requireVersion(command.expectedVersion());
                  return known;
                })
            .orElseGet(() -> new DeskMember(command.account()));
    if (command.expectedVersion() != null && !em.contains(member)) {
      throw new HeyiException(CommonError.NOT_FOUND, command.account());
    }
    AuthorityLevel before = levelOf(member.account());
    member.set(command);
    boolean rises = member.isActive() && member.level().compareTo(before) > 0;
    ChangeLog.weigh(rises ? moreAuthority(before, member.level()) : 0);
    em.persist(member);
    em.flush();
    return member.view(load().getOrDefault(member.account(), 0), LocalDate.now(clock));
  }

  /** How many fen more somebody may give whose level rises; at least one. */
  private long moreAuthority(AuthorityLevel from, AuthorityLevel to) {
    Money more =
        authority(to, Remedy.COMPENSATION)
            .moneyMost()
            .minus(authority(from, Remedy.COMPENSATION).moneyMost());
    return Math.max(1, more.amount().movePointRight(2).longValueExact());
  }

  /** Everybody who is or was at the desk, the highest level first. */
  public List<DeskMemberView> members() {
    Map<String, Integer> load = load();
    LocalDate today = LocalDate.now(clock);
    return all().stream()
        .map(member -> member.view(load.getOrDefault(member.account(), 0), today))
        .sorted(
            Comparator.comparing(DeskMemberView::active)
                .thenComparing(DeskMemberView::level)
                .reversed()
                .thenComparing(DeskMemberView::account))
        .toList();
  }

  /**
   * Who could take charge of this case, the fittest first, {@value #SUGGESTED} at most: who knows
   * the product, who speaks the language, whose desk is emptiest. Nobody who is away or full, and
   * nobody who would not be put in charge: below the level, interested, or without the role. Nobody
   * at all when the case is over.
   *
   * @param actor who asks
   * @param staff tells whether somebody else handles complaints
   * @throws HeyiException as {@link RolesNow#of} when the identity provider is set up wrongly
   */
  public List<HandlerSuggestion> suggestions(Complaint complaint, Actor actor, RolesNow staff) {
    if (!complaint.isOpen()) {
      return List.of();
    }
    LocalDate today = LocalDate.now(clock);
    Map<String, Integer> load = load();
    HandlersNow handlers = new HandlersNow(actor, staff);
    Map<String, DeskMember> present =
        all().stream()
            .filter(member -> member.isActive() && !member.isAwayOn(today))
            .filter(member -> complaint.mayBeHandledBy(candidate(member, actor)))
            .collect(Collectors.toMap(DeskMember::account, member -> member));
    return present.values().stream()
        .map(member -> suggestion(member, complaint, load.getOrDefault(member.account(), 0)))
        .filter(one -> one.open() < one.capacity())
        .sorted(FITTEST_FIRST)
        // The provider is asked last and about no more than are shown, since each answer takes
        // time.
        .filter(one -> handlers.include(present.get(one.account())))
        .limit(SUGGESTED)
        .toList();
  }

  /** He as somebody who could take charge; who asks may bring a branch along. */
  private static Candidate candidate(DeskMember member, Actor actor) {
    return member.account().equals(AccountName.of(actor.user()))
        ? actor.candidate()
        : member.candidate(null);
  }

  private static HandlerSuggestion suggestion(DeskMember member, Complaint complaint, int open) {
    return new HandlerSuggestion(
        member.account(),
        member.name(),
        member.level(),
        member.knows(complaint.matter().product()),
        member.speaks(complaint.matter().language()),
        open,
        member.capacity());
  }

  private List<DeskMember> all() {
    return em.createQuery("select m from DeskMember m", DeskMember.class).getResultList();
  }

  private Optional<DeskMember> member(String account) {
    return account == null
        ? Optional.empty()
        : Optional.ofNullable(em.find(DeskMember.class, AccountName.of(account)));
  }

  /** How many open cases each handler has. */
  private Map<String, Integer> load() {
    Map<String, Integer> load = new HashMap<>();
    em.createQuery(
            "select c.charge.handler, count(c) from Complaint c where c.open = true"
                + " and c.charge.handler is not null group by c.charge.handler",
            Object[].class)
        .getResultList()
        .forEach(row -> load.put((String) row[0], ((Long) row[1]).intValue()));
    return load;
  }
}
