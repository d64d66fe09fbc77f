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
import com.heyi.complaints.RecordComplaint;
import com.heyi.complaints.RectifyCause;
import com.heyi.complaints.RemarkKind;
import com.heyi.complaints.ReopenComplaint;
import com.heyi.complaints.Resolution;
import com.heyi.complaints.ResumeComplaint;
import com.heyi.complaints.ReviewComplaint;
import com.heyi.complaints.StaffPart;
import com.heyi.complaints.TakeBackRedress;
import com.heyi.complaints.TurnBackComplaint;
import com.heyi.complaints.TurnIntoRemark;
import com.heyi.complaints.WinBackCustomer;
import com.heyi.complaints.WinBackOutcome;
import com.heyi.complaints.WithdrawComplaint;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every step, in every status, of a case at every level, by somebody at every level: in charge of
 * it, not in charge, or an administrator; against the rules written down once more.
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

  static Deadlines deadlines;

  private enum Part {
    IN_CHARGE,
    COLLEAGUE,
    ADMINISTRATOR
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
  void theRulesHoldForEveryLevelAndPart(ComplaintStatus status) {
    int tried = 0;
    for (ComplaintStep step : ComplaintStep.values()) {
      if (step == ComplaintStep.RECORD || step == ComplaintStep.IMPORT) {
        continue;
      }
      for (AuthorityLevel caseLevel : AuthorityLevel.values()) {
        for (AuthorityLevel level : AuthorityLevel.values()) {
          for (Part part : Part.values()) {
            Complaint complaint = at(status, caseLevel);
            boolean held = complaint.handler() != null;
            assertThat(outcome(complaint, step, actor(part, level)))
                .as("%s in %s: case at %s, %s at %s", step, status, caseLevel, part, level)
                .isEqualTo(expected(step, status, caseLevel, part, level, held));
            tried++;
          }
        }
      }
    }
    assertThat(tried).isEqualTo(23 * 4 * 4 * 3);
  }

  private static String expected(
      ComplaintStep step,
      ComplaintStatus status,
      AuthorityLevel caseLevel,
      Part part,
      AuthorityLevel level,
      boolean held) {
    boolean reaches = level.ordinal() >= caseLevel.ordinal();
    if (step.leadsFrom(status).isEmpty()) {
      return ComplaintError.WRONG_STEP.name();
    } else if (HIS.contains(step) && !(part == Part.IN_CHARGE && held)) {
      return ComplaintError.NOT_IN_CHARGE.name();
    } else if (HIS.contains(step) && !reaches) {
      return ComplaintError.LEVEL_TOO_LOW.name();
    } else if (TAKING.contains(step) && !reaches) {
      return ComplaintError.LEVEL_TOO_LOW.name();
    } else if (step == ComplaintStep.TURN && held && part == Part.COLLEAGUE) {
      return ComplaintError.NOT_IN_CHARGE.name();
    } else if (step == ComplaintStep.TURN && held && part == Part.IN_CHARGE && !reaches) {
      return ComplaintError.LEVEL_TOO_LOW.name();
    } else if (step == ComplaintStep.ESCALATE && held && part == Part.COLLEAGUE) {
      return ComplaintError.NOT_IN_CHARGE.name();
    } else if (step == ComplaintStep.ESCALATE && caseLevel == AuthorityLevel.SENIOR) {
      return ComplaintError.TOP_LEVEL.name();
    }
    return step.leadsFrom(status).get().name();
  }

  private static String outcome(Complaint complaint, ComplaintStep step, Actor actor) {
    try {
      take(complaint, step, actor);
      return status(complaint).name();
    } catch (HeyiException e) {
      return ((Enum<?>) e.error()).name();
    }
  }

  private static ComplaintStatus status(Complaint complaint) {
    return complaint.row(null, Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"))).status();
  }

  private static Actor actor(Part part, AuthorityLevel level) {
    String user = part == Part.IN_CHARGE ? "hd.li" : part == Part.COLLEAGUE ? "hd.zhao" : "ad.chen";
    return new Actor(user, user, "", null, level, Set.of(), part == Part.ADMINISTRATOR, NOW);
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
    take(complaint, step, actor(Part.IN_CHARGE, AuthorityLevel.SENIOR));
  }

  static Actor boss() {
    return actor(Part.IN_CHARGE, AuthorityLevel.SENIOR);
  }

  /** A complex case at this level, brought to this status by somebody who may. */
  static Complaint at(ComplaintStatus status, AuthorityLevel level) {
    Actor boss = actor(Part.IN_CHARGE, AuthorityLevel.SENIOR);
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
                null),
            null,
            null,
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
      case WITHDRAW -> complaint.withdraw(new WithdrawComplaint(id, version, "x"), actor);
      case TURN ->
          complaint.turn(new TurnIntoRemark(id, version, RemarkKind.SUGGESTION, "x"), actor);
      case TURN_BACK ->
          complaint.turnBack(new TurnBackComplaint(id, version, "x"), deadlines, actor);
      case RECORD, IMPORT -> throw new IllegalArgumentException("Begins a case");
    }
  }
}
