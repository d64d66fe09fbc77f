package com.heyi.learning.internal;

import com.heyi.complaints.CaseDirectory;
import com.heyi.complaints.CaseRef;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.learning.CaseLearning;
import com.heyi.learning.CauseView;
import com.heyi.learning.LearningError;
import com.heyi.learning.RetireCause;
import com.heyi.learning.SetCaseCause;
import com.heyi.learning.SetCause;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tree of root causes, and which cause each case has. */
@ApplicationScoped
public class RootCauses {
  /** From the analysis on somebody can know why it happened. */
  private static final Set<ComplaintStatus> KNOWABLE =
      EnumSet.of(
          ComplaintStatus.ANALYSED,
          ComplaintStatus.HANDLED,
          ComplaintStatus.FED_BACK,
          ComplaintStatus.CLOSED);

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private CaseDirectory cases;

  protected RootCauses() {}

  public RootCauses(EntityManager em, Clock clock, CaseDirectory cases) {
    this.em = em;
    this.clock = clock;
    this.cases = cases;
  }

  /** The whole tree, each node right before those below it, in the order of codes. */
  public List<CauseView> tree() {
    Map<String, Long> counts = new HashMap<>();
    em.createQuery("select c.cause, count(c) from CaseCause c group by c.cause", Object[].class)
        .getResultList()
        .forEach(row -> counts.put((String) row[0], (Long) row[1]));
    Map<String, List<Cause>> below =
        all().stream().collect(Collectors.groupingBy(node -> Objects.toString(node.parent(), "")));
    List<CauseView> tree = new ArrayList<>();
    add(tree, below, counts, "", 0);
    return tree;
  }

  private static void add(
      List<CauseView> tree,
      Map<String, List<Cause>> below,
      Map<String, Long> counts,
      String parent,
      int depth) {
    for (Cause node : below.getOrDefault(parent, List.of())) {
      tree.add(node.view(depth, counts.getOrDefault(node.code(), 0L)));
      add(tree, below, counts, node.code(), depth + 1);
    }
  }

  /** Adds a node, or says one anew. */
  public CauseView set(SetCause command) {
    Cause node;
    if (command.expectedVersion() == null) {
      if (find(command.code()).isPresent()) {
        throw new HeyiException(LearningError.CAUSE_EXISTS, command.code());
      }
      node = new Cause(command.code());
    } else {
      node = get(command.code());
      node.requireVersion(command.expectedVersion());
    }
    if (command.parent() != null) {
      inUse(command.parent());
      if (subtree(command.code()).contains(command.parent())) {
        throw new HeyiException(LearningError.CAUSE_CIRCLE, command.code());
      }
    }
    node.set(command);
    em.persist(node);
    em.flush();
    return view(node);
  }

  /** Retires a node; those below it are retired before. */
  public CauseView retire(RetireCause command) {
    Cause node = get(command.code());
    node.requireVersion(command.expectedVersion());
    all().stream()
        .filter(other -> node.code().equals(other.parent()) && !other.isRetired())
        .findFirst()
        .ifPresent(
            other -> {
              throw new HeyiException(LearningError.CAUSE_HAS_BRANCHES, other.code());
            });
    node.retire(LocalDate.now(clock));
    em.flush();
    return view(node);
  }

  /** Says which cause a case has: whoever is in charge of it. */
  public void set(SetCaseCause command) {
    CaseRef about = require(command.complaintId());
    if (!KNOWABLE.contains(about.status())) {
      throw new HeyiException(LearningError.CASE_TOO_EARLY, about.number());
    }
    requireInCharge(about);
    CaseCause known = em.find(CaseCause.class, about.id());
    if (known == null || !known.cause().equals(command.cause())) {
      Cause cause = inUse(command.cause());
      CaseCause its = known == null ? new CaseCause(about) : known;
      its.set(cause.code(), CallContext.current().user(), clock.instant());
      em.persist(its);
    }
    em.flush();
  }

  /** What is known of the cause of a case; its problems are added by who knows them. */
  CaseLearning of(UUID complaintId) {
    CaseRef about = require(complaintId);
    Caller caller = CallContext.current();
    boolean settable =
        KNOWABLE.contains(about.status())
            && caller.has(Role.COMPLAINT_HANDLER)
            && cases.isInCharge(complaintId);
    CaseCause known = em.find(CaseCause.class, complaintId);
    if (known == null) {
      return new CaseLearning(complaintId, null, null, false, null, null, settable, List.of());
    }
    Cause cause = get(known.cause());
    return new CaseLearning(
        complaintId,
        cause.code(),
        cause.name(),
        cause.isRetired(),
        known.setBy(),
        known.setAt(),
        settable,
        List.of());
  }

  /**
   * @throws HeyiException {@link LearningError#NOT_IN_CHARGE}
   */
  void requireInCharge(CaseRef about) {
    if (!cases.isInCharge(about.id())) {
      throw new HeyiException(LearningError.NOT_IN_CHARGE, about.number());
    }
  }

  /** The case, or not found. */
  CaseRef require(UUID complaintId) {
    return cases
        .find(complaintId)
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, complaintId));
  }

  /** This cause, for something new. */
  Cause inUse(String code) {
    Cause cause = get(code);
    cause.requireInUse();
    return cause;
  }

  Optional<Cause> find(String code) {
    return Optional.ofNullable(em.find(Cause.class, code));
  }

  private Cause get(String code) {
    return find(code).orElseThrow(() -> new HeyiException(LearningError.CAUSE_UNKNOWN, code));
  }

  /** Codes of this node and all below it. */
  Set<String> subtree(String code) {
    List<Cause> all = all();
    Set<String> found = new java.util.LinkedHashSet<>(Set.of(code));
    boolean more = true;
    while (more) {
      more =
          found.addAll(
              all.stream()
                  .filter(node -> node.parent() != null && found.contains(node.parent()))
                  .map(Cause::code)
                  .toList());
    }
    return found;
  }

  private List<Cause> all() {
    return em.createQuery("from Cause c order by c.code", Cause.class).getResultList();
  }

  private CauseView view(Cause node) {
    return tree().stream().filter(one -> one.code().equals(node.code())).findFirst().orElseThrow();
  }
}
