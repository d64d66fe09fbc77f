package com.heyi.complaints.internal;

import com.heyi.complaints.AcceptComplaint;
import com.heyi.complaints.AgreeToAnswer;
import com.heyi.complaints.AnalyseComplaint;
import com.heyi.complaints.AssignComplaint;
import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.ClockKind;
import com.heyi.complaints.CloseComplaint;
import com.heyi.complaints.ComplaintCommand;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.ContestAnswer;
import com.heyi.complaints.EscalateComplaint;
import com.heyi.complaints.ExtendComplaint;
import com.heyi.complaints.FeedBackComplaint;
import com.heyi.complaints.HandleComplaint;
import com.heyi.complaints.HoldToAccount;
import com.heyi.complaints.JoinComplaint;
import com.heyi.complaints.NameStaff;
import com.heyi.complaints.PauseComplaint;
import com.heyi.complaints.RecordComplaint;
import com.heyi.complaints.RectifyCause;
import com.heyi.complaints.ReopenComplaint;
import com.heyi.complaints.ResumeComplaint;
import com.heyi.complaints.ReviewComplaint;
import com.heyi.complaints.TriageTarget;
import com.heyi.complaints.TurnBackComplaint;
import com.heyi.complaints.TurnIntoRemark;
import com.heyi.complaints.WinBackCustomer;
import com.heyi.complaints.WithdrawComplaint;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.value.Ids;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/**
 * A complaint from the day it is received to its end. Its verbs are the steps of {@link
 * ComplaintStep}; each checks the version that the caller has seen, that the step is possible now
 * and that the caller may take it, and leaves a row of who, when and what was said.
 *
 * <p>What it holds is in parts with rules of their own, values that a step replaces. A clock runs
 * while the complainant waits for an answer: from the day of receipt until he is told, and again,
 * by the rule for reviews, after he contests the answer.
 */
@Entity
@Audited
@Table(schema = "complaints", name = "complaint")
public class Complaint {
  /** Of how many cases the steps are read by one question, where many are looked at. */
  private static final int READ_AT_ONCE = 100;

  @Id private UUID id;
  @Version private int version;

  @Column(updatable = false)
  private String number;

  @Enumerated(EnumType.STRING)
  private ComplaintStatus status;

  private boolean open;

  @Column(updatable = false)
  private String branch;

  @Embedded private Receipt receipt;
  @Embedded private Complainant complainant = new Complainant();
  @Embedded private Matter matter;
  @Embedded private RulesFollowed rules;
  @Embedded private Deadline deadline;
  @Embedded private Charge charge = Charge.nobodys();
  @Embedded private Analysis analysis = new Analysis();
  @Embedded private Decision decision = new Decision();
  @Embedded private Answer answer = new Answer();
  @Embedded private Ending ending = new Ending();

  @Column(name = "texts_erased", updatable = false)
  private boolean textsErased;

  @Column(name = "step_count")
  private int stepCount;

  @NotAudited
  @OneToMany(mappedBy = "complaint", cascade = CascadeType.PERSIST)
  @BatchSize(size = READ_AT_ONCE)
  @OrderBy("seq")
  private List<StepTaken> steps = new ArrayList<>();

  @NotAudited
  @OneToMany(mappedBy = "complaint", cascade = CascadeType.PERSIST)
  @OrderBy("startedAt, id")
  private List<CaseClock> clocks = new ArrayList<>();

  protected Complaint() {}

  private Complaint(
      String number, String branch, Receipt receipt, Matter matter, Deadlines deadlines) {
    this.id = Ids.next();
    this.number = number;
    this.branch = branch;
    this.receipt = receipt;
    this.matter = matter;
    this.rules = new RulesFollowed(deadlines);
  }

  /** A part of which nothing is known is stored as nothing, which is read as no part. */
  @PostLoad
  void haveEveryPart() {
    complainant = Objects.requireNonNullElseGet(complainant, Complainant::new);
    analysis = Objects.requireNonNullElseGet(analysis, Analysis::new);
    decision = Objects.requireNonNullElseGet(decision, Decision::new);
    answer = Objects.requireNonNullElseGet(answer, Answer::new);
    ending = Objects.requireNonNullElseGet(ending, Ending::new);
  }

  /**
   * A new complaint.
   *
   * @param customerId the customer, or null; already checked to exist
   * @param branch the branch it is about, or null; already checked to be one the caller may write
   * @throws HeyiException {@link CommonError#INVALID} when nobody could be answered, when it lies
   *     in the future, or when the outside number is incomplete
   */
  public static Complaint record(
      RecordComplaint command,
      UUID customerId,
      String branch,
      String number,
      Deadlines deadlines,
      Actor actor) {
    List<FieldError> wrong =
        Stream.concat(
                Complainant.wrong(command, customerId).stream(),
                Receipt.wrong(command, actor.now()).stream())
            .toList();
    if (!wrong.isEmpty()) {
      throw HeyiException.ofFields(CommonError.INVALID, wrong);
    }
    Receipt receipt = Receipt.of(command, actor.now());
    Complaint complaint = new Complaint(number, branch, receipt, Matter.of(command), deadlines);
    complaint.complainant = Complainant.of(command, customerId);
    if (deadlines.allowance(ClockKind.SUMMARY, complaint.matter.complexity()).isPresent()) {
      complaint.startClock(ClockKind.SUMMARY, receipt.receivedAt(), deadlines);
    }
    complaint.startClock(ClockKind.ANSWER, receipt.receivedAt(), deadlines);
    complaint.enter(ComplaintStep.RECORD, ComplaintStatus.RECORDED, actor, StepDetail.none());
    return complaint;
  }

  /**
   * A case that another body has brought some way already. No handler, answer or date is invented:
   * what that body does not say stays empty.
   */
  static Complaint takeOver(OutsideCase outside, Deadlines deadlines, Actor actor) {
    Receipt receipt = Receipt.of(outside, actor.now());
    Complaint complaint =
        new Complaint(outside.number(), null, receipt, Matter.of(outside), deadlines);
    complaint.decision = Decision.of(outside);
    if (outside.firstAnswerTimely() != null) {
      complaint
          .startClock(ClockKind.ANSWER, receipt.receivedAt(), deadlines)
          .knownToBe(outside.firstAnswerTimely());
    }
    if (outside.status().owesAnswer()) {
      complaint.startClock(ClockKind.FINAL, receipt.receivedAt(), deadlines);
    }
    complaint.enter(ComplaintStep.IMPORT, outside.status(), actor, outside.detail());
    return complaint;
  }

  /** A handler takes charge and settles how involved the case is, which settles the deadline. */
  public void accept(
      AcceptComplaint command, Candidate candidate, Deadlines deadlines, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.ACCEPT, actor);
    putInCharge(candidate);
    StepDetail detail =
        StepDetail.of("handler", charge.handler())
            .with("insteadOf", candidate.insteadOf())
            .with("note", command.note());
    if (command.complexity() != null && command.complexity() != matter.complexity()) {
      clocks().set(deadlines, command.complexity(), actor.now());
      matter = matter.being(command.complexity());
      detail = detail.with("complexity", matter.complexity());
    }
    enter(ComplaintStep.ACCEPT, to, actor, detail);
  }

  /** Another handler takes charge. */
  public void assign(AssignComplaint command, Candidate candidate, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.ASSIGN, actor);
    if (!candidate.user().equals(actor.user())) {
      requirePart(WhoMayTakeAStep.Part.HANDS_ON, actor);
    }
    putInCharge(candidate);
    StepDetail detail =
        StepDetail.of("handler", charge.handler())
            .with("insteadOf", candidate.insteadOf())
            .with("reason", command.reason());
    enter(ComplaintStep.ASSIGN, to, actor, detail);
  }

  /** A member of the staff has a part in it, so that he may not handle it. */
  public void name(NameStaff command, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.NAME_STAFF, actor);
    enter(ComplaintStep.NAME_STAFF, to, actor, CaseLog.told(command));
  }

  /**
   * Moves up to the authority that it needs. Who has not that authority gives it up, and it waits
   * in the queue of the higher level.
   *
   * @param levelOfHandler the level of who is in charge, as it is now
   */
  public void escalate(EscalateComplaint command, AuthorityLevel levelOfHandler, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.ESCALATE, actor);
    charge = charge.raisedTo(command.level(), levelOfHandler);
    StepDetail detail =
        StepDetail.of("level", charge.level())
            .with("handler", charge.handler())
            .with("reason", command.reason());
    enter(ComplaintStep.ESCALATE, to, actor, detail);
  }

  /** The complainant must bring something; where the rules allow it, the clock stands still. */
  public void pause(PauseComplaint command, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.PAUSE, actor);
    clocks().pause(actor.now());
    StepDetail detail =
        StepDetail.of("awaited", command.awaited()).with("noticeChannel", command.noticeChannel());
    enter(ComplaintStep.PAUSE, to, actor, detail);
  }

  /** Goes on. What the clocks give is reckoned anew from the log. */
  public void resume(ResumeComplaint command, Deadlines deadlines, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.RESUME, actor);
    enter(ComplaintStep.RESUME, to, actor, StepDetail.of("brought", command.brought()));
    clocks().resume(deadlines);
    deadline = clocks().deadline(status);
  }

  /**
   * The further days that the rules allow once are added to the answer's deadline; or, where they
   * know a final answer, that it is in progress was the first one.
   */
  public void extend(ExtendComplaint command, Deadlines deadlines, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.EXTEND, actor);
    CaseClock clock = clocks().extensible(actor.now());
    LocalDate before = clock.dueOn();
    LocalDate after = furtherDays(clock, deadlines, actor.now()).dueOn();
    ChangeLog.note("complaint", id, "dueOn", before, after);
    StepDetail detail =
        StepDetail.of("reason", command.reason())
            .with("dueOn", after)
            .with("noticeChannel", command.noticeChannel())
            .with("notice", command.notice());
    enter(ComplaintStep.EXTEND, to, actor, detail);
  }

  private CaseClock furtherDays(CaseClock clock, Deadlines deadlines, Instant now) {
    if (clock.kind() == ClockKind.ANSWER && deadlines.knowFinal(matter.complexity())) {
      clock.stop(now);
      return startClock(ClockKind.FINAL, clock.startedAt(), deadlines);
    }
    clock.extend(deadlines);
    return clock;
  }

  /** Cause, responsible department and finding are established. */
  public void analyse(AnalyseComplaint command, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.ANALYSE, actor);
    analysis = new Analysis(command);
    enter(ComplaintStep.ANALYSE, to, actor, analysis.told());
  }

  /** Measures are decided and taken. */
  public void handle(HandleComplaint command, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.HANDLE, actor);
    decision = Decision.of(command);
    enter(ComplaintStep.HANDLE, to, actor, decision.told());
  }

  /**
   * Gives or takes back money or points, which somebody else does.
   *
   * @param step {@link ComplaintStep#COMPENSATE} or {@link ComplaintStep#TAKE_BACK}
   * @param deed does it, and says what was done
   */
  void redress(
      ComplaintCommand command, ComplaintStep step, Actor actor, Supplier<StepDetail> deed) {
    ComplaintStatus to = check(command, step, actor);
    if (step == ComplaintStep.COMPENSATE) {
      requireTexts();
    }
    enter(step, to, actor, deed.get());
  }

  /** The complainant is told; the clock stops. */
  public void feedBack(FeedBackComplaint command, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.FEED_BACK, actor);
    answer = new Answer(command, actor.now());
    clocks().stop(actor.now());
    enter(ComplaintStep.FEED_BACK, to, actor, answer.told());
  }

  /** The complainant accepts the answer. */
  public void agree(AgreeToAnswer command, Actor actor) {
    note(command, ComplaintStep.AGREE, actor, StepDetail.of("note", command.note()));
  }

  /** The complainant objects: the case goes back to its analysis, with a new clock. */
  public void contest(ContestAnswer command, Deadlines deadlines, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.CONTEST, actor);
    startClock(ClockKind.REVIEW, actor.now(), deadlines);
    enter(ComplaintStep.CONTEST, to, actor, StepDetail.of("reason", command.reason()));
  }

  /** What was done to keep the customer. */
  public void winBack(WinBackCustomer command, Actor actor) {
    StepDetail detail =
        StepDetail.of("measures", command.measures()).with("winBackOutcome", command.outcome());
    note(command, ComplaintStep.WIN_BACK, actor, detail);
  }

  /** Who answers for what went wrong. */
  public void holdToAccount(HoldToAccount command, Actor actor) {
    StepDetail detail =
        StepDetail.of("department", command.department())
            .with("accountability", command.accountability());
    note(command, ComplaintStep.HOLD_TO_ACCOUNT, actor, detail);
  }

  /** The case is settled, with its root cause; where there was relief, somebody answers for it. */
  public void close(CloseComplaint command, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.CLOSE, actor);
    if (owesAccount()) {
      throw new HeyiException(ComplaintError.NOT_ACCOUNTED);
    }
    ending = Ending.of(command, actor.now());
    enter(ComplaintStep.CLOSE, to, actor, ending.told());
  }

  /** The root cause has been put right. */
  public void rectify(RectifyCause command, Actor actor) {
    StepDetail detail = StepDetail.of("measures", command.measures());
    note(command, ComplaintStep.RECTIFY, actor, detail);
  }

  private void note(ComplaintCommand command, ComplaintStep step, Actor actor, StepDetail detail) {
    ComplaintStatus to = check(command, step, actor);
    requireTexts();
    enter(step, to, actor, detail);
  }

  /**
   * The complainant asks for a review: nobody is in charge until somebody accepts it who has not
   * decided it, and a clock for the review runs.
   */
  public void review(ReviewComplaint command, Deadlines deadlines, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.REVIEW, actor);
    requireTexts();
    Instant decided = answer.isGiven() ? answer.givenAt() : ending.closedAt();
    if (decided != null) {
      TheDeadlineEndsWithItsLastDay until = deadlines.reviewUntil(decided);
      if (!TheDeadlineEndsWithItsLastDay.isMet(until.dueAt(), actor.now())) {
        throw new HeyiException(ComplaintError.REVIEW_LATE, until.dueOn());
      }
    }
    beginAgain(ClockKind.REVIEW, actor.now(), deadlines);
    enter(ComplaintStep.REVIEW, to, actor, StepDetail.of("reason", command.reason()));
  }

  /** Taken up again, with a clock for the answer as if it had come in today. */
  public void reopen(ReopenComplaint command, Deadlines deadlines, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.REOPEN, actor);
    requireTexts();
    beginAgain(ClockKind.ANSWER, actor.now(), deadlines);
    enter(ComplaintStep.REOPEN, to, actor, StepDetail.of("reason", command.reason()));
  }

  /** Relief was stated or given, and nobody was held to account for it since the answer. */
  private boolean owesAccount() {
    return (decision.givesRelief() || log().hasGivenSomething())
        && !log().hasHeldToAccountSinceTheAnswer();
  }

  /** Ends as the same matter as an earlier case, which goes on. */
  void join(Complaint main, JoinComplaint command, Actor actor) {
    requirePart(WhoMayTakeAStep.Part.SETTLES, actor);
    asOneOfTwo(actor.now()).joinTo(main.asOneOfTwo(actor.now()));
    takeBack(command, actor, StepDetail.of("reason", command.reason() + " → " + main.number));
  }

  private OneOfTwo asOneOfTwo(Instant now) {
    return new OneOfTwo(
        number,
        receipt.receivedAt(),
        deadline.dueAt(),
        deadline.dueOn(),
        status.owesAnswer(),
        deadline.isTicking(),
        clocks().firstMissed(deadline.isTicking(), now).orElse(null));
  }

  /** The complainant takes it back, which ends it at once. */
  public void withdraw(WithdrawComplaint command, Actor actor) {
    StepDetail detail =
        StepDetail.of("askedBy", command.askedBy())
            .with("proof", command.proof())
            .with("reason", command.reason());
    takeBack(command, actor, detail);
  }

  private void takeBack(ComplaintCommand command, Actor actor, StepDetail detail) {
    ComplaintStatus to = check(command, ComplaintStep.WITHDRAW, actor);
    end(actor.now());
    enter(ComplaintStep.WITHDRAW, to, actor, detail);
  }

  /** It was no complaint: over, out of clocks and figures. */
  void turn(TurnIntoRemark command, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.TURN, actor);
    if (answer.isGiven()) {
      throw wrongStep(ComplaintStep.TURN, actor);
    }
    requireTexts();
    end(actor.now());
    StepDetail detail = StepDetail.of("kind", command.kind()).with("reason", command.reason());
    enter(ComplaintStep.TURN, to, actor, detail);
  }

  /** It was one after all: nothing is gained by having called it a remark for a while. */
  void turnBack(TurnBackComplaint command, Deadlines deadlines, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.TURN_BACK, actor);
    requireTexts();
    beginAgain(ClockKind.ANSWER, receipt.receivedAt(), deadlines);
    enter(ComplaintStep.TURN_BACK, to, actor, StepDetail.of("reason", command.reason()));
  }

  /**
   * Takes over what its words suggested and somebody found right: the product or the issue. A cause
   * is written by the analysis, and how involved it is when it is accepted.
   */
  void triaged(TriageTarget target, String label, boolean accepted, int expectedVersion) {
    requireSuggestedTo(expectedVersion);
    if (accepted) {
      matter = matter.classed(target, label);
    }
  }

  /** Gives a case taken over the account that an earlier file did not have. */
  void complete(String account) {
    matter = matter.toldAs(account);
  }

  /**
   * Suggestions are decided on as they were seen, and only while the case is open.
   *
   * @throws HeyiException {@link CommonError#VERSION_MOVED}, {@link ComplaintError#TRIAGE_CLOSED}
   */
  void requireSuggestedTo(int expectedVersion) {
    requireVersion(expectedVersion);
    if (!open) {
      throw new HeyiException(ComplaintError.TRIAGE_CLOSED, number);
    }
  }

  /**
   * @throws HeyiException {@link ComplaintError#TEXTS_GONE}
   */
  public void requireTexts() {
    if (textsErased) {
      throw new HeyiException(ComplaintError.TEXTS_GONE);
    }
  }

  /**
   * @throws HeyiException {@link ComplaintError#CASE_OVER}
   */
  public void requireOpen() {
    if (!open) {
      throw new HeyiException(ComplaintError.CASE_OVER);
    }
  }

  /** Whether he has the level for it and no interest in it. */
  boolean mayBeHandledBy(Candidate candidate) {
    return whoMay().letsTakeCharge(candidate);
  }

  /** Asks for a part in it where something is done that is no step. */
  void requirePart(WhoMayTakeAStep.Part part, Actor actor) {
    whoMay().require(part, actor);
  }

  /**
   * @throws HeyiException {@link ComplaintError#NOT_IN_CHARGE}, {@link ComplaintError#INTEREST},
   *     {@link ComplaintError#LEVEL_TOO_LOW}
   */
  public void requireInCharge(Actor actor) {
    requirePart(WhoMayTakeAStep.Part.IN_CHARGE, actor);
  }

  /**
   * @throws HeyiException {@link ComplaintError#INTEREST}
   */
  public void requireUninterested(Actor actor) {
    requirePart(WhoMayTakeAStep.Part.UNINTERESTED, actor);
  }

  /**
   * Lets him end a task of it. Who was asked by name says what he knows, whatever his interest;
   * everybody else has none. One that is somebody's or a branch's is ended by him, by somebody of
   * the branch, or by who is in charge.
   *
   * @throws HeyiException {@link ComplaintError#INTEREST}, {@link ComplaintError#TASK_OF_ANOTHER},
   *     {@link ComplaintError#TASK_OF_BRANCH}
   */
  void requireMayEnd(CaseTask task, Actor actor) {
    if (task.asks(actor)) {
      return;
    }
    requireUninterested(actor);
    if (!charge.isOf(actor)) {
      task.requireIsFor(actor);
    }
  }

  boolean isPossible(ComplaintStep step) {
    return step.leadsFrom(status).isPresent();
  }

  /** The steps that may be taken now, by whoever may take them. */
  List<ComplaintStep> possibleSteps(Instant now) {
    boolean extensible = clocks().isExtensible(now);
    return ComplaintStep.possibleIn(status).stream()
        .filter(step -> step != ComplaintStep.EXTEND || extensible)
        // What was answered as a complaint was one.
        .filter(step -> step != ComplaintStep.TURN || !answer.isGiven())
        .toList();
  }

  private ComplaintStatus check(ComplaintCommand command, ComplaintStep step, Actor actor) {
    requireVersion(command.expectedVersion());
    ComplaintStatus to = step.leadsFrom(status).orElseThrow(() -> wrongStep(step, actor));
    whoMay().require(WhoMayTakeAStep.partIn(step), actor);
    return to;
  }

  private void requireVersion(long expected) {
    SeenVersion.require(expected, version);
  }

  private HeyiException wrongStep(ComplaintStep step, Actor actor) {
    return new HeyiException(ComplaintError.WRONG_STEP, step, status, possibleSteps(actor.now()));
  }

  /** Who may take which step of it now. */
  WhoMayTakeAStep whoMay() {
    return new WhoMayTakeAStep(charge, log().interests(branch));
  }

  private void putInCharge(Candidate candidate) {
    whoMay().requireFit(candidate);
    charge = charge.takenBy(candidate);
  }

  private void end(Instant now) {
    ending = ending.at(now);
    clocks().stop(now);
  }

  private void beginAgain(ClockKind kind, Instant from, Deadlines deadlines) {
    charge = charge.released();
    ending = ending.undone();
    startClock(kind, from, deadlines);
  }

  private CaseClock startClock(ClockKind kind, Instant from, Deadlines deadlines) {
    CaseClock clock = new CaseClock(this, kind, from, deadlines, matter.complexity());
    clocks.add(clock);
    return clock;
  }

  private void enter(ComplaintStep step, ComplaintStatus to, Actor actor, StepDetail detail) {
    ComplaintStatus from = status;
    status = to;
    open = to.isOpen();
    deadline = clocks().deadline(to);
    // Counted on the complaint too, so that every step moves its version.
    stepCount++;
    steps.add(new StepTaken(this, stepCount, step, from, to, actor, detail));
  }

  public UUID id() {
    return id;
  }

  public int version() {
    return version;
  }

  public String number() {
    return number;
  }

  public String branch() {
    return branch;
  }

  public UUID customerId() {
    return complainant.customerId();
  }

  public String handler() {
    return charge.handler();
  }

  public AuthorityLevel level() {
    return charge.level();
  }

  public Instant receivedAt() {
    return receipt.receivedAt();
  }

  /** The step that brought it where it stands. */
  public ComplaintStep lastStep() {
    return log().lastStep();
  }

  /** It as others see it. */
  public Shown shown() {
    return new Shown(this);
  }

  ComplaintStatus status() {
    return status;
  }

  boolean isOpen() {
    return open;
  }

  boolean areTextsErased() {
    return textsErased;
  }

  int stepCount() {
    return stepCount;
  }

  Receipt receipt() {
    return receipt;
  }

  Complainant complainant() {
    return complainant;
  }

  Matter matter() {
    return matter;
  }

  /** The rules that it follows for good. */
  RulesFollowed rules() {
    return rules;
  }

  Deadline deadline() {
    return deadline;
  }

  Charge charge() {
    return charge;
  }

  Analysis analysis() {
    return analysis;
  }

  Decision decision() {
    return decision;
  }

  Answer answer() {
    return answer;
  }

  Ending ending() {
    return ending;
  }

  CaseLog log() {
    return new CaseLog(steps);
  }

  CaseClocks clocks() {
    return new CaseClocks(clocks);
  }
}
