package com.heyi.learning.internal;

import com.heyi.complaints.CaseDirectory;
import com.heyi.complaints.CaseLike;
import com.heyi.complaints.CaseRef;
import com.heyi.learning.ActionStatus;
import com.heyi.learning.ActionView;
import com.heyi.learning.CaseLearning;
import com.heyi.learning.ChangeProblem;
import com.heyi.learning.CheckAction;
import com.heyi.learning.CloseProblem;
import com.heyi.learning.CompleteAction;
import com.heyi.learning.DropAction;
import com.heyi.learning.EffectView;
import com.heyi.learning.LearningError;
import com.heyi.learning.LinkCase;
import com.heyi.learning.NoticeKind;
import com.heyi.learning.OpenProblem;
import com.heyi.learning.PartCase;
import com.heyi.learning.PlanAction;
import com.heyi.learning.ProblemCase;
import com.heyi.learning.ProblemRow;
import com.heyi.learning.ProblemStatus;
import com.heyi.learning.ProblemView;
import com.heyi.learning.ReopenProblem;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The problems behind complaints, and what is done against them. */
@ApplicationScoped
public class Problems {
  private static final int SUGGESTED = 20;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private CaseDirectory cases;
  @Inject private RootCauses causes;
  @Inject private Effects effects;
  @Inject private Notices notices;

  @Inject
  @ConfigProperty(name = "heyi.learning.days-again", defaultValue = "30")
  private int daysAgain;

  protected Problems() {}

  public Problems(
      EntityManager em,
      Clock clock,
      CaseDirectory cases,
      RootCauses causes,
      Effects effects,
      Notices notices,
      int daysAgain) {
    this.em = em;
    this.clock = clock;
    this.cases = cases;
    this.causes = causes;
    this.effects = effects;
    this.notices = notices;
    this.daysAgain = daysAgain;
  }

  /** A part of the list; see the facade for its filters and sorts. */
  public Page<ProblemRow> page(PageRequest request) {
    Page<Problem> found =
        Listing.of(Problem.class, Sort.descending("openedAt"))
            .sort("openedAt", "openedAt")
            .sort("number", "number")
            .filter("status", Filter.oneOf("status", ProblemStatus.class))
            .filter("owner", Filter.account("owner"))
            .filter("cause", Filter.equal("cause"))
            .filter("title", Filter.contains("title"))
            .page(em, request, Function.identity());
    return new Page<>(rows(found.items()), found.nextCursor(), found.total());
  }

  private List<ProblemRow> rows(List<Problem> problems) {
    List<UUID> ids = problems.stream().map(Problem::id).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, Long> linked =
        counts(
            "select l.problemId, count(l) from LinkedCase l where l.problemId in :ids"
                + " and l.partedAt is null group by l.problemId",
            ids);
    Map<UUID, Long> open =
        counts(
            "select a.problemId, count(a) from CorrectiveAction a where a.problemId in :ids"
                + " and a.status = com.heyi.learning.ActionStatus.OPEN group by a.problemId",
            ids);
    return problems.stream()
        .map(one -> one.row(linked.getOrDefault(one.id(), 0L), open.getOrDefault(one.id(), 0L)))
        .toList();
  }

  private Map<UUID, Long> counts(String query, List<UUID> ids) {
    Map<UUID, Long> counts = new HashMap<>();
    em.createQuery(query, Object[].class)
        .setParameter("ids", ids)
        .getResultList()
        .forEach(row -> counts.put((UUID) row[0], (Long) row[1]));
    return counts;
  }

  public ProblemView view(UUID id) {
    return view(get(id));
  }

  private ProblemView view(Problem problem) {
    List<LinkedCase> linked = linked(problem.id());
    Map<UUID, CaseRef> known =
        cases.findAll(linked.stream().map(LinkedCase::complaintId).distinct().toList()).stream()
            .collect(Collectors.toMap(CaseRef::id, Function.identity()));
    List<ProblemCase> shown =
        linked.stream().map(link -> link.view(known.get(link.complaintId()))).toList();
    return new ProblemView(
        rows(List.of(problem)).get(0),
        problem.description(),
        Optional.ofNullable(problem.cause()).flatMap(causes::find).map(Cause::name).orElse(null),
        problem.openedBy(),
        problem.conclusion(),
        shown,
        views(actions(problem.id()), Map.of(problem.id(), problem)),
        problem.version());
  }

  /** What was learned from a case: its cause, and the problems that it belongs to. */
  public CaseLearning ofCase(UUID complaintId) {
    CaseLearning known = causes.of(complaintId);
    List<Problem> its =
        em.createQuery(
                "select p from Problem p, LinkedCase l where l.problemId = p.id"
                    + " and l.complaintId = :complaint and l.partedAt is null"
                    + " order by p.openedAt desc, p.id",
                Problem.class)
            .setParameter("complaint", complaintId)
            .getResultList();
    return new CaseLearning(
        known.complaintId(),
        known.cause(),
        known.causeName(),
        known.causeRetired(),
        known.setBy(),
        known.setAt(),
        known.settable(),
        rows(its));
  }

  /** Other cases that may belong to the problem, the most alike first. */
  public List<CaseLike> suggestions(UUID id) {
    List<UUID> linked =
        linked(get(id).id()).stream()
            .filter(LinkedCase::isLinked)
            .map(LinkedCase::complaintId)
            .toList();
    return cases.alike(linked, SUGGESTED);
  }

  public ProblemView open(OpenProblem command) {
    if (command.cause() != null) {
      causes.inUse(command.cause());
    }
    Problem problem = new Problem(command, nextNumber(), me(), clock.instant());
    em.persist(problem);
    if (command.complaint() != null && !command.complaint().isBlank()) {
      link(problem, command.complaint());
    }
    em.flush();
    return view(problem);
  }

  public ProblemView change(ChangeProblem command) {
    Problem problem = hold(command.problemId(), command.expectedVersion());
    if (command.cause() != null && !command.cause().equals(problem.cause())) {
      causes.inUse(command.cause());
    }
    problem.change(command);
    return stored(problem);
  }

  public ProblemView link(LinkCase command) {
    Problem problem = hold(command.problemId());
    problem.require(ProblemStatus.OPEN, ProblemStatus.IN_HAND, ProblemStatus.WATCHED);
    link(problem, command.complaint());
    return stored(problem);
  }

  private void link(Problem problem, String numberOrId) {
    CaseRef about =
        caseOf(numberOrId.strip())
            .orElseThrow(() -> new HeyiException(LearningError.CASE_UNKNOWN, numberOrId));
    if (linkTo(problem.id(), about.id()).isPresent()) {
      throw new HeyiException(LearningError.LINKED_ALREADY, about.number());
    }
    em.persist(new LinkedCase(problem.id(), about.id(), me(), clock.instant()));
  }

  private Optional<CaseRef> caseOf(String numberOrId) {
    Optional<CaseRef> byNumber = cases.findByNumber(numberOrId);
    if (byNumber.isPresent()) {
      return byNumber;
    }
    try {
      return cases.find(UUID.fromString(numberOrId));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public ProblemView part(PartCase command) {
    Problem problem = hold(command.problemId());
    linkTo(problem.id(), command.complaintId())
        .orElseThrow(() -> new HeyiException(LearningError.NOT_LINKED))
        .part(command.reason(), me(), clock.instant());
    return stored(problem);
  }

  private Optional<LinkedCase> linkTo(UUID problemId, UUID complaintId) {
    return linked(problemId).stream()
        .filter(link -> link.isLinked() && link.complaintId().equals(complaintId))
        .findFirst();
  }

  public ProblemView close(CloseProblem command) {
    Problem problem = hold(command.problemId(), command.expectedVersion());
    requireOwner(problem.owner());
    problem.close(command.reason(), actions(problem.id()), clock.instant());
    return stored(problem);
  }

  public ProblemView reopen(ReopenProblem command) {
    Problem problem = hold(command.problemId(), command.expectedVersion());
    problem.reopen();
    return stored(problem);
  }

  public ProblemView plan(PlanAction command) {
    Problem problem = hold(command.problemId());
    if (problem.cause() == null) {
      throw new HeyiException(LearningError.PROBLEM_WITHOUT_CAUSE);
    }
    LocalDate today = LocalDate.now(clock);
    if (command.dueOn().isBefore(today)) {
      throw CommonError.invalid("dueOn", LearningError.DAY_PAST, today);
    }
    problem.planned();
    em.persist(new CorrectiveAction(command, me(), clock.instant()));
    return stored(problem);
  }

  public ActionView complete(CompleteAction command) {
    Problem problem = holdProblemOf(command.actionId());
    CorrectiveAction action = action(command.actionId(), command.expectedVersion());
    requireOwner(action.owner());
    action.complete(command.evidence(), me(), clock.instant(), LocalDate.now(clock));
    return followed(problem, action);
  }

  public ActionView drop(DropAction command) {
    Problem problem = holdProblemOf(command.actionId());
    CorrectiveAction action = action(command.actionId(), command.expectedVersion());
    requireOwner(problem.owner());
    action.drop(command.reason());
    return followed(problem, action);
  }

  public ActionView check(CheckAction command) {
    holdProblemOf(command.actionId());
    return check(action(command.actionId(), command.expectedVersion()));
  }

  /** Looks whether it helped, now that its months have passed; keeps the figures. */
  ActionView check(CorrectiveAction action) {
    Problem problem = hold(action.problemId());
    LocalDate today = LocalDate.now(clock);
    action.requireCheckable(today);
    Effect effect = effects.of(action, problem.cause(), me());
    em.persist(effect);
    action.found(effect.isEffective(), today, daysAgain);
    notices.tell(
        "action:" + action.id() + ":" + action.round() + ":" + effect.isEffective(),
        List.of(action.owner(), problem.owner()),
        effect.isEffective() ? NoticeKind.ACTION_HELPED : NoticeKind.ACTION_DID_NOT_HELP,
        List.of(problem.number()),
        "problem:" + problem.id());
    return followed(problem, action);
  }

  private ActionView followed(Problem problem, CorrectiveAction action) {
    problem.follow(actions(problem.id()));
    em.flush();
    return view(action, problem);
  }

  /** A part of the actions, the most urgent first; see the facade for its filters. */
  public Page<ActionView> actions(PageRequest request) {
    Page<CorrectiveAction> found =
        Listing.of(CorrectiveAction.class, Sort.ascending("dueOn"))
            .sort("dueOn", "dueOn")
            .sort("plannedAt", "plannedAt")
            .filter("status", Filter.oneOf("status", ActionStatus.class))
            .filter("owner", Filter.account("owner"))
            .page(em, request, Function.identity());
    Map<UUID, Problem> theirs =
        em.createQuery("from Problem p where p.id in :ids", Problem.class)
            .setParameter(
                "ids", found.items().stream().map(CorrectiveAction::problemId).distinct().toList())
            .getResultStream()
            .collect(Collectors.toMap(Problem::id, Function.identity()));
    return new Page<>(views(found.items(), theirs), found.nextCursor(), found.total());
  }

  private ActionView view(CorrectiveAction action, Problem problem) {
    return views(List.of(action), Map.of(problem.id(), problem)).get(0);
  }

  private List<ActionView> views(List<CorrectiveAction> actions, Map<UUID, Problem> theirs) {
    Map<UUID, List<EffectView>> found = effects.of(actions);
    LocalDate today = LocalDate.now(clock);
    return actions.stream()
        .map(
            action ->
                action.view(
                    theirs.get(action.problemId()).number(),
                    found.getOrDefault(action.id(), List.of()),
                    today))
        .toList();
  }

  private void requireOwner(String owner) {
    Caller caller = CallContext.current();
    if (!caller.user().equals(owner) && !caller.has(Role.HEAD_OFFICE_ADMIN)) {
      throw new HeyiException(LearningError.NOT_OWNER, owner);
    }
  }

  /** A number that nobody has yet: WT (问题), the day, a running number. */
  private String nextNumber() {
    Long running =
        NamedSql.values(em, "select nextval('learning.problem_seq')", Long.class).getSingleResult();
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(clock));
    return "WT%s-%05d".formatted(day, running);
  }

  private List<CorrectiveAction> actions(UUID problemId) {
    return em.createQuery(
            "from CorrectiveAction a where a.problemId = :id order by a.plannedAt, a.id",
            CorrectiveAction.class)
        .setParameter("id", problemId)
        .getResultList();
  }

  private List<LinkedCase> linked(UUID problemId) {
    return em.createQuery(
            "from LinkedCase l where l.problemId = :id order by l.linkedAt desc, l.id",
            LinkedCase.class)
        .setParameter("id", problemId)
        .getResultList();
  }

  private CorrectiveAction action(UUID id, long expectedVersion) {
    CorrectiveAction action = action(id);
    action.requireVersion(expectedVersion);
    return action;
  }

  private CorrectiveAction action(UUID id) {
    return Optional.ofNullable(em.find(CorrectiveAction.class, id))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
  }

  /** Its problem is held, since what becomes of it depends on all of its actions. */
  private Problem holdProblemOf(UUID actionId) {
    return hold(action(actionId).problemId());
  }

  private Problem get(UUID id) {
    return Optional.ofNullable(em.find(Problem.class, id))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
  }

  private Problem hold(UUID id, long expectedVersion) {
    Problem problem = hold(id);
    problem.requireVersion(expectedVersion);
    return problem;
  }

  private Problem hold(UUID id) {
    Problem problem = get(id);
    em.lock(problem, LockModeType.PESSIMISTIC_WRITE);
    return problem;
  }

  private ProblemView stored(Problem problem) {
    em.flush();
    return view(problem);
  }

  private static String me() {
    return CallContext.current().user();
  }
}
