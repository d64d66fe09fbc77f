package com.heyi.learning.internal;

import com.heyi.complaints.CaseRef;
import com.heyi.learning.AppealViolation;
import com.heyi.learning.Consequence;
import com.heyi.learning.DecideAppeal;
import com.heyi.learning.GiveViolation;
import com.heyi.learning.LearningError;
import com.heyi.learning.NoticeKind;
import com.heyi.learning.StaffPoints;
import com.heyi.learning.ThresholdView;
import com.heyi.learning.ViolationRuleView;
import com.heyi.learning.ViolationStatus;
import com.heyi.learning.ViolationView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.RolesNow;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.value.AccountName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Points for members of the staff who answer for a violation, their appeals and their sums. */
@ApplicationScoped
public class Accountability {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private RootCauses cases;
  @Inject private PointRules rules;
  @Inject private Notices notices;
  @Inject private RolesNow staff;

  @Inject
  @ConfigProperty(name = "heyi.learning.appeal-days", defaultValue = "15")
  private int appealDays;

  protected Accountability() {}

  public Accountability(
      EntityManager em,
      Clock clock,
      RootCauses cases,
      PointRules rules,
      Notices notices,
      RolesNow staff,
      int appealDays) {
    this.em = em;
    this.clock = clock;
    this.cases = cases;
    this.rules = rules;
    this.notices = notices;
    this.staff = staff;
    this.appealDays = appealDays;
  }

  /** Gives the points; whoever is in charge of the case in which it was said who answers for it. */
  public ViolationView give(GiveViolation command) {
    CaseRef about = cases.require(command.complaintId());
    cases.requireInCharge(about);
    if (!about.heldToAccount()) {
      throw new HeyiException(LearningError.NOT_HELD_TO_ACCOUNT, about.number());
    }
    if (staff.of(command.staff()).isEmpty()) {
      throw new HeyiException(LearningError.STAFF_UNKNOWN, command.staff());
    }
    ViolationRuleView rule = rules.inForce(command.rule());
    // Two violations of one person wait for each other, so that no threshold is passed unseen.
    AdvisoryLock.of("learning.violation", command.staff()).take(em);
    LocalDate today = LocalDate.now(clock);
    List<Violation> earlier = of(command.staff());
    refuseTwice(command, earlier, about);
    Violation given =
        new Violation(
            command, about, rule, CallContext.current().user(), clock.instant(), today, appealDays);
    em.persist(given);
    em.flush();
    String target = "violation:" + given.id();
    notices.tell(
        target + ":given",
        List.of(given.staff()),
        NoticeKind.POINTS_GIVEN,
        List.of(about.number(), String.valueOf(given.points()), given.appealUntil().toString()),
        target);
    raiseThresholds(given, sum(earlier, today), target);
    return given.view(rule.name(), today);
  }

  private void refuseTwice(GiveViolation command, List<Violation> earlier, CaseRef about) {
    boolean given = earlier.stream().anyMatch(one -> one.isFor(command.rule(), about.id()));
    if (given) {
      throw new HeyiException(LearningError.GIVEN_ALREADY, command.staff(), about.number());
    }
  }

  /** Tells the administrators of each threshold that these points make him reach. */
  private void raiseThresholds(Violation given, int before, String target) {
    int after = before + given.points();
    rules.holding().stream()
        .filter(one -> before < one.points() && one.points() <= after)
        .forEach(
            one -> {
              em.createNativeQuery(
                      "insert into learning.reached (violation_id, points, consequence, sum,"
                          + " reached_at) values (:violation, :points, :consequence, :sum, :now)")
                  .setParameter("violation", given.id())
                  .setParameter("points", one.points())
                  .setParameter("consequence", one.consequence().name())
                  .setParameter("sum", after)
                  .setParameter("now", clock.instant())
                  .executeUpdate();
              notices.tell(
                  target + ":reached:" + one.points(),
                  Role.HEAD_OFFICE_ADMIN,
                  NoticeKind.THRESHOLD_REACHED,
                  List.of(
                      given.staff(),
                      String.valueOf(after),
                      "enum.Consequence." + one.consequence()),
                  "staff:" + given.staff());
            });
  }

  public ViolationView appeal(AppealViolation command) {
    Violation violation = get(command.violationId(), command.expectedVersion());
    violation.appeal(
        command.grounds(), CallContext.current().user(), clock.instant(), LocalDate.now(clock));
    notices.tell(
        "violation:" + violation.id() + ":appealed",
        Role.HEAD_OFFICE_ADMIN,
        NoticeKind.APPEALED,
        List.of(violation.staff(), violation.complaintNumber()),
        "violation:" + violation.id());
    return stored(violation);
  }

  public ViolationView decide(DecideAppeal command) {
    Violation violation = get(command.violationId(), command.expectedVersion());
    violation.decide(
        command.upheld(), command.decision(), CallContext.current().user(), clock.instant());
    notices.tell(
        "violation:" + violation.id() + ":decided",
        List.of(violation.staff(), violation.givenBy()),
        NoticeKind.APPEAL_DECIDED,
        List.of(
            violation.complaintNumber(),
            "enum.ViolationStatus."
                + (command.upheld() ? ViolationStatus.UPHELD : ViolationStatus.LIFTED)),
        "violation:" + violation.id());
    return stored(violation);
  }

  /** A part of all violations; see the facade for its filters. */
  public Page<ViolationView> page(PageRequest request) {
    Map<String, String> names = names();
    LocalDate today = LocalDate.now(clock);
    return Listing.of(Violation.class, Sort.descending("givenAt"))
        .sort("givenAt", "givenAt")
        .filter("staff", Filter.account("staff"))
        .filter("rule", Filter.equal("rule"))
        .filter("status", Filter.oneOf("status", ViolationStatus.class))
        .page(em, request, one -> one.view(names.get(one.rule()), today));
  }

  /** How somebody stands today. */
  public StaffPoints standing(String typed) {
    String account = AccountName.of(typed);
    LocalDate today = LocalDate.now(clock);
    Map<String, String> names = names();
    List<Violation> his = of(account);
    int sum = sum(his, today);
    Consequence reached =
        rules.holding().stream()
            .filter(one -> one.points() <= sum)
            .reduce((lower, higher) -> higher)
            .map(ThresholdView::consequence)
            .orElse(null);
    return new StaffPoints(
        account,
        sum,
        his.stream().filter(one -> one.standing(today) > 0).count(),
        reached,
        his.stream().map(one -> one.view(names.get(one.rule()), today)).toList());
  }

  private static int sum(List<Violation> violations, LocalDate day) {
    return violations.stream().mapToInt(one -> one.standing(day)).sum();
  }

  private List<Violation> of(String account) {
    return em.createQuery(
            "from Violation v where lower(v.staff) = :staff order by v.givenAt desc, v.id desc",
            Violation.class)
        .setParameter("staff", account)
        .getResultList();
  }

  private Map<String, String> names() {
    return rules.rules().stream()
        .collect(
            Collectors.toMap(
                ViolationRuleView::code, ViolationRuleView::name, (newest, older) -> newest));
  }

  private Violation get(UUID id, long expectedVersion) {
    Violation violation =
        Optional.ofNullable(em.find(Violation.class, id))
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
    violation.requireVersion(expectedVersion);
    return violation;
  }

  private ViolationView stored(Violation violation) {
    em.flush();
    return violation.view(names().get(violation.rule()), LocalDate.now(clock));
  }
}
