package com.heyi.complaints.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.CaseDirectory;
import com.heyi.complaints.CaseLike;
import com.heyi.complaints.CaseRef;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.triage.Labelled;
import com.heyi.complaints.triage.LikeCases;
import com.heyi.messages.MessageChannel;
import com.heyi.messages.Recipient;
import com.heyi.shared.facade.CallContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Answers {@link CaseDirectory} from the desk's tables. */
@ApplicationScoped
public class CasesForOthers implements CaseDirectory {
  private static final Duration YEAR = Duration.ofDays(366);

  /** The latest cases about a product that are compared, so that the answer stays quick. */
  private static final int COMPARED = 300;

  /** So many of the cases that are known, the latest, tell by which words others are alike. */
  private static final int TELLING = 40;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private CustomerDirectory customers;

  protected CasesForOthers() {}

  public CasesForOthers(EntityManager em, Clock clock, CustomerDirectory customers) {
    this.em = em;
    this.clock = clock;
    this.customers = customers;
  }

  @Override
  public Optional<CaseRef> find(UUID complaintId) {
    return Optional.ofNullable(em.find(Complaint.class, complaintId)).map(CasesForOthers::ref);
  }

  @Override
  public Optional<CaseRef> findByNumber(String number) {
    return new Complaints(em, clock).findByNumber(number).map(CasesForOthers::ref);
  }

  @Override
  public List<CaseRef> findAll(Collection<UUID> complaintIds) {
    return stored(complaintIds).stream().map(CasesForOthers::ref).toList();
  }

  @Override
  public List<CaseLike> alike(Collection<UUID> complaintIds, int most) {
    List<Complaint> known = stored(complaintIds);
    if (known.isEmpty()) {
      return List.of();
    }
    List<Complaint> others =
        em.createQuery(
                "from Complaint c where c.matter.product in :products and c.id not in :known"
                    + " and c.receipt.receivedAt > :since and c.textsErased = false"
                    + " and c.status <> :turned"
                    + " order by c.receipt.receivedAt desc, c.id",
                Complaint.class)
            .setParameter("products", distinct(known, one -> one.matter().product()))
            .setParameter("known", complaintIds)
            .setParameter("since", clock.instant().minus(YEAR))
            .setParameter("turned", ComplaintStatus.TURNED)
            .setMaxResults(COMPARED)
            .getResultList();
    Map<String, Integer> words = words(known, others);
    Set<Object> causes = distinct(known, one -> one.analysis().cause());
    Set<Object> branches = distinct(known, Complaint::branch);
    return others.stream()
        .map(CasesForOthers::ref)
        .map(
            one ->
                new CaseLike(
                    one,
                    causes.contains(one.cause()),
                    branches.contains(one.branch()),
                    words.getOrDefault(one.id().toString(), 0)))
        .sorted(
            Comparator.comparing(CaseLike::sameCause)
                .thenComparing(CaseLike::sameBranch)
                .thenComparing(CaseLike::words)
                .reversed())
        .limit(most)
        .toList();
  }

  /** How alike the words of the others are to the words of the latest that are known, added up. */
  private static Map<String, Integer> words(List<Complaint> known, List<Complaint> others) {
    List<Labelled> texts =
        others.stream()
            .filter(one -> one.matter().narrative() != null)
            .map(one -> new Labelled(one.id().toString(), one.matter().narrative(), null))
            .toList();
    Map<String, Integer> scores = new HashMap<>();
    if (!texts.isEmpty()) {
      LikeCases index = LikeCases.of(texts);
      known.stream()
          .map(one -> one.matter().narrative())
          .filter(Objects::nonNull)
          .limit(TELLING)
          .flatMap(text -> index.like(text, COMPARED).stream())
          .forEach(like -> scores.merge(like.id(), like.score(), Integer::sum));
    }
    return scores;
  }

  @Override
  public Set<UUID> recordsOf(UUID customerId) {
    return customers.recordsOf(customers.whoIs(customerId));
  }

  @Override
  public Map<UUID, UUID> mergedRecords() {
    return customers.mergedRecords();
  }

  @Override
  public boolean isInCharge(UUID complaintId) {
    Actor me = new Pyramid(em, clock).actor(CallContext.current());
    return Optional.ofNullable(em.find(Complaint.class, complaintId))
        .map(Complaint::handler)
        .filter(handler -> handler.equals(me.user()) || me.standsInFor().contains(handler))
        .isPresent();
  }

  @Override
  public boolean hasAPartIn(UUID complaintId) {
    Actor me = new Pyramid(em, clock).actor(CallContext.current());
    return Optional.ofNullable(em.find(Complaint.class, complaintId))
        .filter(
            complaint ->
                complaint.charge().isOf(me)
                    || complaint.log().hasBroughtOn(me.user())
                    || !complaint.whoMay().lets(WhoMayTakeAStep.Part.UNINTERESTED, me))
        .isPresent();
  }

  @Override
  public List<String> leaders(UUID complaintId) {
    Complaint complaint = em.find(Complaint.class, complaintId);
    if (complaint == null) {
      return List.of();
    }
    boolean nobodys = complaint.handler() == null;
    AuthorityLevel from =
        nobodys ? complaint.level() : new Pyramid(em, clock).levelOf(complaint.handler());
    LocalDate today = LocalDate.now(clock);
    Map<AuthorityLevel, List<DeskMember>> above =
        em.createQuery("select m from DeskMember m where m.active = true", DeskMember.class)
            .getResultStream()
            .filter(member -> member.level().compareTo(from) >= (nobodys ? 0 : 1))
            .filter(member -> !member.isAwayOn(today))
            .collect(Collectors.groupingBy(DeskMember::level));
    List<DeskMember> next =
        above.entrySet().stream()
            .min(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .orElse(List.of());
    List<DeskMember> own =
        next.stream()
            .filter(member -> member.branch() != null && member.branch().equals(complaint.branch()))
            .toList();
    return (own.isEmpty() ? next : own).stream().map(DeskMember::account).sorted().toList();
  }

  @Override
  public List<String> inCharge(UUID complaintId) {
    return Optional.ofNullable(em.find(Complaint.class, complaintId))
        .map(Complaint::handler)
        .map(new Pyramid(em, clock)::standIns)
        .orElse(List.of());
  }

  @Override
  public Recipient recipient(UUID complaintId) {
    return ProgressMessages.recipient(
        em.find(Complaint.class, complaintId), new Parties(em, clock));
  }

  @Override
  public MessageChannel channel(UUID complaintId) {
    return ProgressMessages.wanted(em.find(Complaint.class, complaintId));
  }

  private static CaseRef ref(Complaint complaint) {
    return complaint.shown().ref();
  }

  private List<Complaint> stored(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : em.createQuery(
                "from Complaint c where c.id in :ids order by c.receipt.receivedAt desc, c.id",
                Complaint.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  private static <T> Set<T> distinct(
      List<Complaint> of, java.util.function.Function<Complaint, T> what) {
    return of.stream().map(what).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
