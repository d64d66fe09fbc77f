package com.heyi.accounts.internal;

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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds whom an unverified customer may be. Looked at are the verified customers who share the
 * phone, the date of birth, or the name in one of its forms: an index for each, never the whole
 * register.
 */
@ApplicationScoped
public class Matches {
  private static final int MOST_LOOKED_AT = 200;
  private static final int MOST_SUGGESTED = 5;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected Matches() {}

  public Matches(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** Suggests who this customer may be, the best few; who was suggested before is not again. */
  int suggest(UUID customerId, Claim claim) {
    List<Found> best =
        candidates(claim).stream()
            .filter(other -> !other.id().equals(customerId))
            .map(other -> new Found(other.id(), TwoRecordsFit.score(claim, other.claim())))
            .filter(found -> found.fits().total() >= MatchScore.SUGGESTED_FROM)
            .sorted(Comparator.comparingInt((Found found) -> found.fits().total()).reversed())
            .limit(MOST_SUGGESTED)
            .toList();
    int added = 0;
    for (Found found : best) {
      if (between(customerId, found.id()).isEmpty()) {
        em.persist(new Suggestion(customerId, found.id(), found.fits(), clock.instant()));
        added++;
      }
    }
    return added;
  }

  private List<Candidate> candidates(Claim claim) {
    List<String> names =
        claim.name() == null
            ? List.of()
            : Stream.of(claim.name().replace(" ", ""), NameForms.simplified(claim.name()))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    return em.createQuery(
            "select c from Customer c where c.identityStatus = 'VERIFIED' and c.mergedInto is null"
                + " and (c.phone = :phone or c.birthDate = :birth"
                + " or lower(replace(c.name, ' ', '')) in :names)",
            Customer.class)
        .setParameter("phone", claim.phone())
        .setParameter("birth", claim.birthDate())
        .setParameter("names", names.isEmpty() ? List.of("") : names)
        .setMaxResults(MOST_LOOKED_AT)
        .getResultStream()
        .map(customer -> new Candidate(customer.id(), customer.claim()))
        .toList();
  }

  Optional<Suggestion> between(UUID customerId, UUID otherId) {
    return em.createQuery(
            "from Suggestion s where s.customerId = :customer and s.otherId = :other",
            Suggestion.class)
        .setParameter("customer", customerId)
        .setParameter("other", otherId)
        .getResultStream()
        .findFirst();
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
                  claimedName(customer),
                  other.id(),
                  other.number(),
                  other.name(),
                  s.score(),
                  s.fits(),
                  s.status(),
                  s.madeAt(),
                  s.decidedBy());
            })
        .toList();
  }

  private String claimedName(Customer customer) {
    List<?> names =
        em.createNativeQuery(
                "select c.name from accounts.app_claim c join accounts.identity i"
                    + " using (app_code, external_id) where i.customer_id = :customer"
                    + " and c.name is not null order by c.taken_at desc limit 1",
                String.class)
            .setParameter("customer", customer.id())
            .getResultList();
    return names.isEmpty() ? customer.name() : (String) names.get(0);
  }

  private record Candidate(UUID id, Claim claim) {}

  private record Found(UUID id, MatchScore fits) {}
}
