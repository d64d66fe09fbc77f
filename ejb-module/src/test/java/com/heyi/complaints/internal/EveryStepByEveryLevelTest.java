package com.heyi.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.complaints.AcceptComplaint;
import com.heyi.complaints.AgreeToAnswer;
import com.heyi.complaints.AnalyseComplaint;
import com.heyi.complaints.AssignComplaint;
import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.CloseComplaint;
import com.heyi.complaints.ComplaintCause;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.Complexity;
import com.heyi.complaints.ContestAnswer;
import com.heyi.complaints.EscalateComplaint;
import com.heyi.complaints.ExtendComplaint;
import com.heyi.complaints.FeedBackComplaint;
import com.heyi.complaints.HandleComplaint;
import com.heyi.complaints.HoldToAccount;
import com.heyi.complaints.NameStaff;
import com.heyi.complaints.PauseComplaint;
import com.heyi.complaints.ProcessTable;
import com.heyi.complaints.RecordComplaint;
import com.heyi.complaints.RectifyCause;
import com.heyi.complaints.RedressFacade;
import com.heyi.complaints.RemarkKind;
import com.heyi.complaints.RemarksFacade;
import com.heyi.complaints.ReopenComplaint;
import com.heyi.complaints.Resolution;
import com.heyi.complaints.ResumeComplaint;
import com.heyi.complaints.ReviewComplaint;
import com.heyi.complaints.StaffPart;
import com.heyi.complaints.StepsFacade;
import com.heyi.complaints.TakeBackRedress;
import com.heyi.complaints.TurnBackComplaint;
import com.heyi.complaints.TurnIntoRemark;
import com.heyi.complaints.WinBackCustomer;
import com.heyi.complaints.WinBackOutcome;
import com.heyi.complaints.WithdrawComplaint;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.FacadeAction;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every step, in every status, of a case at every level, by somebody of every role and level, in
 * charge of it or not, with an interest in it or without; against the rules written down once more.
 * The facade's door is asked first, as it is when a call comes in.
 */
class EveryStepByEveryLevelTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  /** Steps that only who is in charge takes. */
  private static final Set<ComplaintStep> HIS =
      EnumSet.of(
          ComplaintStep.EXTEND,
          ComplaintStep.PAUSE,
          ComplaintStep.RESUME,
          ComplaintStep.ANALYSE,
          ComplaintStep.HANDLE,
          ComplaintStep.COMPENSATE,
          ComplaintStep.TAKE_BACK,
          ComplaintStep.FEED_BACK,
          ComplaintStep.AGREE,
          ComplaintStep.CONTEST,
          ComplaintStep.WIN_BACK,
          ComplaintStep.HOLD_TO_ACCOUNT,
          ComplaintStep.CLOSE,
          ComplaintStep.RECTIFY);

  /** Steps by which somebody takes charge. */
  private static final Set<ComplaintStep> TAKING =
      EnumSet.of(ComplaintStep.ACCEPT, ComplaintStep.ASSIGN);

  /** Steps that somebody with an interest takes too: they bind him, or are the complainant's. */
  private static final Set<ComplaintStep> OF_ANYBODY =
      EnumSet.of(ComplaintStep.NAME_STAFF, ComplaintStep.REVIEW, ComplaintStep.TURN_BACK);

  private static final Map<String, Role> ROLES =
      Map.of(
          "HANDLER", Role.COMPLAINT_HANDLER,
          "OPERATOR", Role.OPERATOR,
          "ADMIN", Role.HEAD_OFFICE_ADMIN,
          "BRANCH", Role.BRANCH);

  /** The calls by which a step is taken, and whom they let in. */
  private static final Map<ComplaintStep, Door> DOORS =
      doors(
          "NAME_STAFF      complaint.name-staff          HANDLER OPERATOR ADMIN",
          "ACCEPT          complaint.accept              HANDLER ADMIN",
          "ASSIGN          complaint.assign              HANDLER ADMIN",
          "ESCALATE        complaint.escalate            HANDLER ADMIN",
          "EXTEND          complaint.extend              HANDLER",
          "PAUSE           complaint.pause               HANDLER",
          "RESUME          complaint.resume              HANDLER",
          "ANALYSE         complaint.analyse             HANDLER",
          "HANDLE          complaint.handle              HANDLER",
          "COMPENSATE      complaint.compensate          HANDLER",
          "TAKE_BACK       complaint.take-back           HANDLER",
          "FEED_BACK       complaint.feed-back           HANDLER",
          "AGREE           complaint.agree               HANDLER",
          "CONTEST         complaint.contest             HANDLER",
          "WIN_BACK        complaint.win-back            HANDLER",
          "HOLD_TO_ACCOUNT complaint.hold-to-account     HANDLER",
          "CLOSE           complaint.close               HANDLER",
          "RECTIFY         complaint.rectify             HANDLER",
          "REVIEW          complaint.review              HANDLER OPERATOR BRANCH",
          "REOPEN          complaint.reopen              HANDLER ADMIN",
          "WITHDRAW        complaint.withdraw            HANDLER OPERATOR ADMIN",
          "TURN            complaint.turn-into-remark    HANDLER ADMIN",
          "TURN_BACK       remark.turn-into-complaint    HANDLER OPERATOR ADMIN");

  static Deadlines deadlines;

  /**
   * A way into the facades.
   *
   * @param action what the facade declares
   * @param opensTo the roles that are let in, as written down here
   */
  private record Door(FacadeAction action, Set<Role> opensTo) {}

  /**
   * Somebody who takes a step.
   *
   * @param inCharge whether the case is his
   */
  private record Person(Role role, AuthorityLevel level, boolean inCharge) {
    Caller caller() {
      String user = inCharge ? "hd.li" : "nn.zhao";
      return new Caller(
          user, user, Set.of(role), "B0101", "10.0.0.1", "r-1", Channel.REST, null, null);
    }

    Actor actor() {
      return Actor.of(caller(), NOW).at(null, level, Set.of());
    }

    boolean directs() {
      return role == Role.HEAD_OFFICE_ADMIN;
    }
  }

  private static Map<ComplaintStep, Door> doors(String... rows) {
    Map<String, FacadeAction> declared =
        Stream.of(StepsFacade.class, RedressFacade.class, RemarksFacade.class)
            .flatMap(facade -> Arrays.stream(facade.getDeclaredMethods()))
            .flatMap(method -> FacadeAction.of(method).stream())
            .collect(Collectors.toMap(FacadeAction::name, action -> action, (one, same) -> one));
    Map<ComplaintStep, Door> doors = new EnumMap<>(ComplaintStep.class);
    for (String row : rows) {
      String[] cells = row.split(" +");
      Set<Role> roles = Arrays.stream(cells).skip(2).map(ROLES::get).collect(Collectors.toSet());
      doors.put(
          ComplaintStep.valueOf(cells[0]),
          new Door(Objects.requireNonNull(declared.get(cells[1]), cells[1]), roles));
    }
    return doors;
  }

  @BeforeAll
  static void readTheRules() {
    Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    deadlines =
        TestDatabase.get()
            .inTransaction(
                em -> {
                  Deadlines read =
                      new Complaints(em, clock).deadlinesFor("CN-2020-3", LocalDate.of(2026, 3, 2));
                  read.allowance(com.heyi.complaints.ClockKind.ANSWER, Complexity.COMPLEX);
                  return read;
                });
  }

  @ParameterizedTest
  @EnumSource
  void theRulesHoldForEveryRoleLevelAndPart(ComplaintStatus status) {
    int tried = 0;
    for (ComplaintStep step : DOORS.keySet()) {
      for (AuthorityLevel caseLevel : AuthorityLevel.values()) {
        for (Person person : everybody()) {
          for (String branch : new String[] {null, "B0101"}) {
            Complaint complaint = at(status, caseLevel, branch);
            Case of = new Case(caseLevel, complaint.handler() != null, branch != null);
            assertThat(outcome(complaint, step, person))
                .as("%s in %s: %s, %s", step, status, of, person)
                .isEqualTo(expected(step, status, of, person));
            tried++;
          }
        }
      }
    }
    assertThat(tried).isEqualTo(23 * 4 * 5 * 4 * 2 * 2);
  }

  /** Whoever is named in a case ends none, hands none on and picks nobody. */
  @ParameterizedTest
  @EnumSource
  void whoIsNamedTakesNoStepThatMovesTheCase(ComplaintStatus status) {
    Person named = new Person(Role.COMPLAINT_HANDLER, AuthorityLevel.SENIOR, false);
    for (ComplaintStep step : DOORS.keySet()) {
      Optional<ComplaintStatus> to = ProcessTable.leadsFrom(status, step);
      if (to.isEmpty()) {
        continue;
      }
      boolean held = at(status, AuthorityLevel.BRANCH).handler() != null;
      boolean his =
          HIS.contains(step)
              || held && Set.of(ComplaintStep.ESCALATE, ComplaintStep.TURN).contains(step);
      assertThat(outcome(naming(named, status), step, named))
          .as("%s in %s", step, status)
          .isEqualTo(
              OF_ANYBODY.contains(step)
                  ? to.get().name()
                  : his ? ComplaintError.NOT_IN_CHARGE.name() : ComplaintError.INTEREST.name());
    }
  }

  private static Complaint naming(Person person, ComplaintStatus status) {
    Complaint complaint = at(ComplaintStatus.RECORDED, AuthorityLevel.BRANCH);
    complaint.name(
        new NameStaff(
            complaint.id(), complaint.version(), person.actor().user(), StaffPart.NAMED, null),
        boss());
    way(status).forEach(step -> take(complaint, step, boss()));
    return complaint;
  }

  /** A step that nobody has written down here would be tried by nobody. */
  @Test
  void everyStepHasItsDoor() {
    Set<ComplaintStep> begin = EnumSet.of(ComplaintStep.RECORD, ComplaintStep.IMPORT);
    assertThat(DOORS.keySet())
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(begin)));
    for (ComplaintStatus status : ComplaintStatus.values()) {
      begin.forEach(step -> assertThat(step.leadsFrom(status)).isEmpty());
    }
  }

  private static List<Person> everybody() {
    List<Person> all = new ArrayList<>();
    for (Role role : Role.values()) {
      for (AuthorityLevel level : AuthorityLevel.values()) {
        all.add(new Person(role, level, true));
        all.add(new Person(role, level, false));
      }
    }
    return all;
  }

  /**
   * A case as somebody meets it.
   *
   * @param held whether somebody is in charge
   * @param ofHisBranch whether it is about the branch of whoever takes the step
   */
  private record Case(AuthorityLevel level, boolean held, boolean ofHisBranch) {}

  private static String expected(
      ComplaintStep step, ComplaintStatus status, Case of, Person person) {
    boolean held = of.held();
    boolean reaches = person.level().ordinal() >= of.level().ordinal();
    boolean his = held && person.inCharge();
    boolean settles = step == ComplaintStep.TURN || step == ComplaintStep.ESCALATE;
    if (!DOORS.get(step).opensTo().contains(person.role())) {
      return CommonError.FORBIDDEN.name();
    } else if (ProcessTable.leadsFrom(status, step).isEmpty()) {
      return ComplaintError.WRONG_STEP.name();
    } else if (HIS.contains(step) && !his) {
      return ComplaintError.NOT_IN_CHARGE.name();
    } else if (settles && held && !person.directs() && !his) {
      return ComplaintError.NOT_IN_CHARGE.name();
    } else if (of.ofHisBranch() && !OF_ANYBODY.contains(step)) {
      return ComplaintError.INTEREST.name();
    } else if (HIS.contains(step) && !reaches) {
      return ComplaintError.LEVEL_TOO_LOW.name();
    } else if (TAKING.contains(step) && !reaches) {
      return ComplaintError.LEVEL_TOO_LOW.name();
    } else if (step == ComplaintStep.TURN && !person.directs() && !reaches) {
      return ComplaintError.LEVEL_TOO_LOW.name();
    } else if (step == ComplaintStep.ESCALATE && of.level() == AuthorityLevel.SENIOR) {
      return ComplaintError.TOP_LEVEL.name();
    }
    return ProcessTable.leadsFrom(status, step).get().name();
  }

  private static String outcome(Complaint complaint, ComplaintStep step, Person person) {
    if (!DOORS.get(step).action().allows(person.caller())) {
      return CommonError.FORBIDDEN.name();
    }
    try {
      take(complaint, step, person.actor());
      return status(complaint).name();
    } catch (HeyiException e) {
      return ((Enum<?>) e.error()).name();
    }
  }

  private static ComplaintStatus status(Complaint complaint) {
    return complaint.shown().row(null, Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"))).status();
  }

  /** A case right after this step, which somebody took who may. */
  static Complaint after(ComplaintStep step) {
    ComplaintStatus from =
        Arrays.stream(ComplaintStatus.values())
            .filter(status -> step.leadsFrom(status).isPresent())
            .findFirst()
            .orElseThrow();
    Complaint complaint = at(from, AuthorityLevel.BRANCH);
    takeAsBoss(complaint, step);
    return complaint;
  }

  static void takeAsBoss(Complaint complaint, ComplaintStep step) {
    take(complaint, step, boss());
  }

  /** Somebody of no branch, who may bring any case anywhere. */
  static Actor boss() {
    return new Person(Role.COMPLAINT_HANDLER, AuthorityLevel.SENIOR, true)
        .actor()
        .at("HEAD", AuthorityLevel.SENIOR, Set.of());
  }

  /** A complex case at this level, brought to this status by somebody who may. */
  static Complaint at(ComplaintStatus status, AuthorityLevel level) {
    return at(status, level, null);
  }

  private static Complaint at(ComplaintStatus status, AuthorityLevel level, String branch) {
    Actor boss = boss();
    Complaint complaint =
        Complaint.record(
            new RecordComplaint(
                ComplaintChannel.HOTLINE,
                null,
                null,
                "13800138000",
                null,
                "信用卡",
                null,
                null,
                null,
                "多收年费",
                Complexity.COMPLEX,
                NOW,
                null,
                null,
                null),
            null,
            branch,
            "TS1",
            deadlines,
            boss);
    if (level != AuthorityLevel.BRANCH) {
      complaint.escalate(
          new EscalateComplaint(complaint.id(), complaint.version(), level, "权限"),
          AuthorityLevel.SENIOR,
          boss);
    }
    for (ComplaintStep step : way(status)) {
      take(complaint, step, boss);
    }
    return complaint;
  }

  private static List<ComplaintStep> way(ComplaintStatus status) {
    List<ComplaintStep> whole =
        List.of(
            ComplaintStep.ACCEPT,
            ComplaintStep.ANALYSE,
            ComplaintStep.HANDLE,
            ComplaintStep.FEED_BACK,
            ComplaintStep.CLOSE);
    return switch (status) {
      case WITHDRAWN -> List.of(ComplaintStep.WITHDRAW);
      case TURNED -> List.of(ComplaintStep.TURN);
      case WAITING -> List.of(ComplaintStep.ACCEPT, ComplaintStep.PAUSE);
      default -> whole.subList(0, status.ordinal());
    };
  }

  private static void take(Complaint complaint, ComplaintStep step, Actor actor) {
    UUID id = complaint.id();
    long version = complaint.version();
    switch (step) {
      case NAME_STAFF ->
          complaint.name(new NameStaff(id, version, "teller", StaffPart.SOLD, null), actor);
      case ACCEPT ->
          complaint.accept(
              new AcceptComplaint(id, version, null, null, null),
              actor.candidate(),
              deadlines,
              actor);
      case ASSIGN ->
          complaint.assign(new AssignComplaint(id, version, null, "x"), actor.candidate(), actor);
      case ESCALATE ->
          complaint.escalate(
              new EscalateComplaint(id, version, null, "x"), AuthorityLevel.SENIOR, actor);
      case EXTEND ->
          complaint.extend(
              new ExtendComplaint(id, version, "x", ComplaintChannel.HOTLINE, "x"),
              deadlines,
              actor);
      case PAUSE ->
          complaint.pause(new PauseComplaint(id, version, "x", ComplaintChannel.HOTLINE), actor);
      case RESUME -> complaint.resume(new ResumeComplaint(id, version, "x"), deadlines, actor);
      case ANALYSE ->
          complaint.analyse(
              new AnalyseComplaint(id, version, ComplaintCause.CHOICE, null, "x", "x"), actor);
      case HANDLE ->
          complaint.handle(new HandleComplaint(id, version, Resolution.EXPLANATION, "x"), actor);
      case COMPENSATE, TAKE_BACK ->
          complaint.redress(
              new TakeBackRedress(id, version, Ids.next(), "x"), step, actor, StepDetail::none);
      case FEED_BACK ->
          complaint.feedBack(
              new FeedBackComplaint(id, version, ComplaintChannel.HOTLINE, "x"), actor);
      case AGREE -> complaint.agree(new AgreeToAnswer(id, version, null), actor);
      case CONTEST -> complaint.contest(new ContestAnswer(id, version, "x"), deadlines, actor);
      case WIN_BACK ->
          complaint.winBack(new WinBackCustomer(id, version, "x", WinBackOutcome.STAYS), actor);
      case HOLD_TO_ACCOUNT ->
          complaint.holdToAccount(new HoldToAccount(id, version, "x", "x"), actor);
      case CLOSE -> complaint.close(new CloseComplaint(id, version, null, "x"), actor);
      case RECTIFY -> complaint.rectify(new RectifyCause(id, version, "x"), actor);
      case REVIEW -> complaint.review(new ReviewComplaint(id, version, "x"), deadlines, actor);
      case REOPEN -> complaint.reopen(new ReopenComplaint(id, version, "x"), deadlines, actor);
      case WITHDRAW ->
          complaint.withdraw(new WithdrawComplaint(id, version, null, "x", "x"), actor);
      case TURN ->
          complaint.turn(new TurnIntoRemark(id, version, RemarkKind.SUGGESTION, "x"), actor);
      case TURN_BACK ->
          complaint.turnBack(new TurnBackComplaint(id, version, "x"), deadlines, actor);
      case RECORD, IMPORT -> throw new IllegalArgumentException("Begins a case");
    }
  }
}
