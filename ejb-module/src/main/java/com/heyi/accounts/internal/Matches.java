package com.heyi.accounts.internal;

import com.heyi.accounts.IdentityStatus;
import com.heyi.accounts.MatchScore;
import com.heyi.accounts.MatchStatus;
import com.heyi.accounts.MatchView;
import com.heyi.accounts.RejectMatch;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds whom an unverified customer may be: a verified one, or another app's unverified one. Looked
 * at are those who share the phone, the date of birth, or the name in one of its forms, those who
 * share most first: an index for each, never the whole register.
 */
@ApplicationScoped
public class Matches {
  private static final int MOST_LOOKED_AT = 300;
  private static final int MOST_SUGGESTED = 5;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Claims claims;
  @Inject private Clock clock;

  protected Matches() {}

  public Matches(EntityManager em, Claims claims, Clock clock) {
    this.em = em;
    this.claims = claims;
    this.clock = clock;
  }

  /** Suggests who this unverified customer may be, the best few. */
  void suggest(UUID customerId, Claim claim) {
    List<String> names = names(claim);
    best(claim, Stream.concat(verified(claim, names), waiting(claim, names)))
        .filter(found -> !found.id().equals(customerId))
        .limit(MOST_SUGGESTED)
        .forEach(found -> suggest(customerId, found.id(), found.fits()));
  }

  /** Suggests that unverified customers may be this one who has shown who he is, the best few. */
  public void suggestTo(Customer verified) {
    Claim claim = verified.claim();
    best(claim, waiting(claim, names(claim)))
        .limit(MOST_SUGGESTED)
        .forEach(found -> suggest(found.id(), verified.id(), found.fits()));
  }

  private static Stream<Found> best(Claim claim, Stream<Claims.Candidate> candidates) {
    return candidates
        .map(other -> new Found(other.id(), TwoRecordsFit.score(claim, other.claim())))
        .filter(found -> found.fits().total() >= MatchScore.SUGGESTED_FROM)
        .sorted(Comparator.comparingInt((Found found) -> found.fits().total()).reversed());
  }

  /** Whoever was suggested before, one way or the other, is not again. */
  private void suggest(UUID customerId, UUID otherId, MatchScore fits) {
    if (between(customerId, otherId).isEmpty()) {
      em.persist(new Suggestion(customerId, otherId, fits, clock.instant()));
    }
  }

  private Stream<Claims.Candidate> waiting(Claim claim, List<String> names) {
    return claims.like(claim, names, MOST_LOOKED_AT).stream();
  }

  private Stream<Claims.Candidate> verified(Claim claim, List<String> names) {
    return em.createQuery(
            "select c from Customer c where c.identityStatus = 'VERIFIED' and c.mergedInto is null"
                + " and (c.phone = :phone or c.birthDate = :birth"
                + " or lower(replace(c.name, ' ', '')) in :names)"
                + " order by case when c.phone = :phone then 1 else 0 end"
                + " + case when c.birthDate = :birth then 1 else 0 end"
                + " + case when lower(replace(c.name, ' ', '')) in :names then 1 else 0 end desc,"
                + " c.id",
            Customer.class)
        .setParameter("phone", claim.phone())
        .setParameter("birth", claim.birthDate())
        .setParameter("names", names.isEmpty() ? List.of("") : names)
        .setMaxResults(MOST_LOOKED_AT)
        .getResultStream()
        .map(customer -> new Claims.Candidate(customer.id(), customer.claim()));
  }

  /** The forms of the name that are looked for, in small letters and without spaces. */
  private static List<String> names(Claim claim) {
    return claim.name() == null
        ? List.of()
        : Stream.of(claim.name().replace(" ", ""), NameForms.simplified(claim.name()))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
  }

  /** The resident IDs by which a customer is known: his own, else those that apps know of him. */
  Set<String> residentIds(Customer customer) {
    String own = customer.claim().residentId();
    return own == null ? claims.residentIds(customer.id()) : Set.of(own);
  }

  /** What was suggested of these two, one way or the other. */
  List<Suggestion> between(UUID one, UUID other) {
    return em.createQuery(
            "from Suggestion s where s.customerId = :one and s.otherId = :other"
                + " or s.customerId = :other and s.otherId = :one",
            Suggestion.class)
        .setParameter("one", one)
        .setParameter("other", other)
        .getResultList();
  }

  /** What became of it; see the facade. */
  public MatchView reject(RejectMatch command) {
    Suggestion suggestion =
        em.find(Suggestion.class, command.matchId(), LockModeType.PESSIMISTIC_WRITE);
    if (suggestion == null) {
      throw new HeyiException(CommonError.NOT_FOUND, command.matchId());
    }
    suggestion.reject(command.expectedVersion(), CallContext.current().user(), clock.instant());
    em.flush();
    return views(List.of(suggestion)).get(0);
  }

  /** Suggestions; see the facade for filters and sorts. */
  public Page<MatchView> page(PageRequest request) {
    Page<Suggestion> page =
        Listing.of(Suggestion.class, Sort.descending("score"))
            .sort("score", "score")
            .sort("madeAt", "madeAt")
            .filter("status", Filter.oneOf("status", MatchStatus.class))
            .only((cb, root, name, text) -> cb.isTrue(root.get("decidable")), "")
            .page(em, request, Function.identity());
    return new Page<>(views(page.items()), page.nextCursor(), page.total());
  }

  private List<MatchView> views(List<Suggestion> suggestions) {
    List<UUID> ids =
        suggestions.stream().flatMap(s -> Stream.of(s.customerId(), s.otherId())).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, Customer> customers =
        em.createQuery("from Customer c where c.id in :ids", Customer.class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(Customer::id, Function.identity()));
    Map<UUID, String> called = claims.names(ids);
    return suggestions.stream()
        .map(
            s -> {
              Customer customer = customers.get(s.customerId());
              Customer other = customers.get(s.otherId());
              return new MatchView(
                  s.id(),
                  s.version(),
                  customer.id(),
                  customer.number(),
                  customer.version(),
                  called.getOrDefault(customer.id(), customer.name()),
                  other.id(),
                  other.number(),
                  other.identityStatus() == IdentityStatus.VERIFIED
                      ? other.name()
                      : called.getOrDefault(other.id(), other.name()),
                  s.score(),
                  s.fits(),
                  s.status(),
                  s.madeAt(),
                  s.decidedBy());
            })
        .toList();
  }

  private record Found(UUID id, MatchScore fits) {}
}
