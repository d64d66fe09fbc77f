package com.heyi.complaints.internal;

import com.heyi.complaints.AcceptComplaint;
import com.heyi.complaints.AgreeToAnswer;
import com.heyi.complaints.AnalyseComplaint;
import com.heyi.complaints.AssignComplaint;
import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.CaseRef;
import com.heyi.complaints.CfpbRecordView;
import com.heyi.complaints.ClockKind;
import com.heyi.complaints.CloseComplaint;
import com.heyi.complaints.ComplaintCause;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintCommand;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.ComplaintRow;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.ComplaintView;
import com.heyi.complaints.Complexity;
import com.heyi.complaints.ContestAnswer;
import com.heyi.complaints.EscalateComplaint;
import com.heyi.complaints.ExtendComplaint;
import com.heyi.complaints.FeedBackComplaint;
import com.heyi.complaints.HandleComplaint;
import com.heyi.complaints.HoldToAccount;
import com.heyi.complaints.IntakeView;
import com.heyi.complaints.Interest;
import com.heyi.complaints.LetterView;
import com.heyi.complaints.NameStaff;
import com.heyi.complaints.PauseComplaint;
import com.heyi.complaints.ProgressView;
import com.heyi.complaints.RecordComplaint;
import com.heyi.complaints.RecordRemark;
import com.heyi.complaints.RectifyCause;
import com.heyi.complaints.RedressView;
import com.heyi.complaints.RemarkKind;
import com.heyi.complaints.ReopenComplaint;
import com.heyi.complaints.Resolution;
import com.heyi.complaints.ResumeComplaint;
import com.heyi.complaints.ReviewComplaint;
import com.heyi.complaints.StaffPart;
import com.heyi.complaints.TriageTarget;
import com.heyi.complaints.TriageView;
import com.heyi.complaints.TurnBackComplaint;
import com.heyi.complaints.TurnIntoRemark;
import com.heyi.complaints.WinBackCustomer;
import com.heyi.complaints.WithdrawComplaint;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.value.Ids;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.annotations.BatchSize;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/**
 * A complaint from the day it is received to its end. Its verbs are the steps of {@link
 * ComplaintStep}; each checks the version that the caller has seen, that the step is possible now
 * and that the caller may take it, and leaves a row of who, when and what was said.
 *
 * <p>A clock runs while the complainant waits for an answer: from the day of receipt until he is
 * told, and again, by the rule for reviews, after he contests the answer.
 */
@Entity
@Audited
@Table(schema = "complaints", name = "complaint")
public class Complaint {
  /** The source of complaints that are numbered by nobody else. */
  public static final String OWN_SOURCE = "HEYI";

  /** Of how many cases the steps are read by one question, where many are looked at. */
  private static final int READ_AT_ONCE = 100;

  private static final String ACCOUNT = "account";
  private static final String PART = "part";

  @Id private UUID id;
  @Version private int version;
  private String number;

  @Enumerated(EnumType.STRING)
  private ComplaintStatus status;

  @Enumerated(EnumType.STRING)
  private ComplaintChannel channel;

  private String source;

  @Column(name = "external_ref")
  private String externalRef;

  private String branch;

  @Column(name = "customer_id")
  private UUID customerId;

  @Personal(Mask.NAME)
  @Column(name = "complainant_name")
  private String complainantName;

  @Personal(Mask.LAST_FOUR)
  @Column(name = "complainant_contact")
  private String complainantContact;

  @Personal private String narrative;
  private String product;

  @Column(name = "sub_product")
  private String subProduct;

  private String issue;

  @Column(name = "sub_issue")
  private String subIssue;

  @Enumerated(EnumType.STRING)
  private Complexity complexity;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "rule_pack")
  private String rulePack;

  @Column(name = "rule_version")
  private int ruleVersion;

  @Column(name = "calendar_version")
  private Integer calendarVersion;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Enumerated(EnumType.STRING)
  private AuthorityLevel level;

  private boolean open;
  private boolean ticking;
  private String handler;

  @Column(name = "handler_name")
  private String handlerName;

  @Enumerated(EnumType.STRING)
  private ComplaintCause cause;

  private String business;
  private String department;

  @Personal private String finding;

  @Enumerated(EnumType.STRING)
  private Resolution resolution;

  @Personal private String measures;

  @Personal private String answer;

  @Enumerated(EnumType.STRING)
  @Column(name = "answer_channel")
  private ComplaintChannel answerChannel;

  @Column(name = "answered_at")
  private Instant answeredAt;

  private Integer satisfaction;

  @Personal
  @Column(name = "root_cause")
  private String rootCause;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "texts_erased")
  private boolean textsErased;

  @Column(name = "on_time")
  private Boolean onTime;

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
    refuseIncomplete(command, customerId, actor);
    Complaint complaint = new Complaint();
    complaint.id = Ids.next();
    complaint.number = number;
    complaint.channel = command.channel();
    complaint.source = command.externalSource() == null ? OWN_SOURCE : command.externalSource();
    complaint.externalRef = command.externalReference();
    complaint.branch = branch;
    complaint.customerId = customerId;
    complaint.complainantName = command.complainantName();
    complaint.complainantContact = command.complainantContact();
    complaint.narrative = command.narrative();
    complaint.product = command.product();
    complaint.subProduct = command.subProduct();
    complaint.issue = command.issue();
    complaint.subIssue = command.subIssue();
    complaint.level = AuthorityLevel.BRANCH;
    complaint.complexity = Objects.requireNonNullElse(command.complexity(), Complexity.SIMPLE);
    complaint.receivedAt = Objects.requireNonNullElse(command.receivedAt(), actor.now());
    complaint.recordedAt = actor.now();
    complaint.follow(deadlines);
    if (deadlines.allowance(ClockKind.SUMMARY, complaint.complexity).isPresent()) {
      complaint.startClock(ClockKind.SUMMARY, complaint.receivedAt, deadlines);
    }
    complaint.startClock(ClockKind.ANSWER, complaint.receivedAt, deadlines);
    complaint.enter(ComplaintStep.RECORD, null, ComplaintStatus.RECORDED, actor, StepDetail.none());
    complaint.showClock();
    return complaint;
  }

  /**
   * A case that another body has brought some way already. No handler, answer or date is invented:
   * what that body does not say stays empty.
   */
  static Complaint takeOver(OutsideCase outside, Deadlines deadlines, Actor actor) {
    Complaint complaint = new Complaint();
    complaint.id = Ids.next();
    complaint.number = outside.number();
    complaint.channel = outside.channel();
    complaint.source = outside.source();
    complaint.externalRef = outside.reference();
    complaint.narrative = outside.narrative();
    complaint.product = outside.product();
    complaint.subProduct = outside.subProduct();
    complaint.issue = outside.issue();
    complaint.subIssue = outside.subIssue();
    complaint.complexity = Complexity.SIMPLE;
    complaint.level = AuthorityLevel.BRANCH;
    complaint.receivedAt = outside.receivedAt();
    complaint.recordedAt = actor.now();
    complaint.resolution = outside.resolution();
    complaint.follow(deadlines);
    if (outside.firstAnswerTimely() != null) {
      complaint.startClock(ClockKind.ANSWER, complaint.receivedAt, deadlines);
      complaint.clocks.get(0).knownToBe(outside.firstAnswerTimely());
    }
    if (outside.status().owesAnswer()) {
      complaint.startClock(ClockKind.FINAL, complaint.receivedAt, deadlines);
    }
    complaint.enter(ComplaintStep.IMPORT, null, outside.status(), actor, outside.detail());
    complaint.showClock();
    return complaint;
  }

  /** A handler takes charge and settles how involved the case is, which settles the deadline. */
  public void accept(
      AcceptComplaint command, Candidate candidate, Deadlines deadlines, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.ACCEPT, actor);
    putInCharge(candidate);
    StepDetail detail =
        StepDetail.none()
            .with("handler", handler)
            .with("insteadOf", candidate.insteadOf())
            .with("note", command.note());
    if (command.complexity() != null && command.complexity() != complexity) {
      requireInTime(ComplaintError.COMPLEX_LATE, actor.now());
      complexity = command.complexity();
      runningClocks().forEach(clock -> clock.set(deadlines, complexity));
      detail = detail.with("complexity", complexity);
    }
    enter(ComplaintStep.ACCEPT, status, to, actor, detail);
    showClock();
  }

  /** Another handler takes charge. */
  public void assign(AssignComplaint command, Candidate candidate, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.ASSIGN, actor);
    if (!candidate.user().equals(actor.user())) {
      requirePart(WhoMayTakeAStep.Part.HANDS_ON, actor);
    }
    putInCharge(candidate);
    enter(
        ComplaintStep.ASSIGN,
        status,
        to,
        actor,
        StepDetail.none()
            .with("handler", handler)
            .with("insteadOf", candidate.insteadOf())
            .with("reason", command.reason()));
  }

  /** A member of the staff has a part in it, so that he may not handle it. */
  public void name(NameStaff command, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.NAME_STAFF, actor);
    enter(
        ComplaintStep.NAME_STAFF,
        status,
        to,
        actor,
        StepDetail.none()
            .with(ACCOUNT, AccountName.of(command.account()))
            .with(PART, command.part())
            .with("note", command.note()));
  }

  /**
   * Moves up to the authority that it needs. Who has not that authority gives it up, and it waits
   * in the queue of the higher level.
   *
   * @param levelOfHandler the level of who is in charge, as it is now
   */
  public void escalate(EscalateComplaint command, AuthorityLevel levelOfHandler, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.ESCALATE, actor);
    AuthorityLevel next =
        level.above().orElseThrow(() -> new HeyiException(ComplaintError.TOP_LEVEL));
    AuthorityLevel wanted = command.level() == null ? next : command.level();
    if (wanted.compareTo(level) <= 0) {
      throw new HeyiException(ComplaintError.NOT_HIGHER, level, wanted);
    }
    level = wanted;
    if (handler != null && !levelOfHandler.reaches(level)) {
      releaseHandler();
    }
    enter(
        ComplaintStep.ESCALATE,
        status,
        to,
        actor,
        StepDetail.none()
            .with("level", level)
            .with("handler", handler)
            .with("reason", command.reason()));
  }

  /** The complainant must bring something; where the rules allow it, the clock stands still. */
  public void pause(PauseComplaint command, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.PAUSE, actor);
    requireInTime(ComplaintError.PAUSED_LATE, actor.now());
    runningClocks().forEach(clock -> clock.pause(actor.now()));
    enter(
        ComplaintStep.PAUSE,
        status,
        to,
        actor,
        StepDetail.none()
            .with("awaited", command.awaited())
            .with("noticeChannel", command.noticeChannel()));
    showClock();
  }

  /** Goes on. What the clocks give is reckoned anew from the log. */
  public void resume(ResumeComplaint command, Deadlines deadlines, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.RESUME, actor);
    StepDetail detail = StepDetail.none().with("brought", command.brought());
    enter(ComplaintStep.RESUME, status, to, actor, detail);
    runningClocks().forEach(clock -> clock.resume(deadlines));
    ticking = isTicking();
    showClock();
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
    enter(step, status, to, actor, deed.get());
  }

  /** The complainant accepts the answer. */
  public void agree(AgreeToAnswer command, Actor actor) {
    note(command, ComplaintStep.AGREE, actor, StepDetail.none().with("note", command.note()));
  }

  /** What was done to keep the customer. */
  public void winBack(WinBackCustomer command, Actor actor) {
    note(
        command,
        ComplaintStep.WIN_BACK,
        actor,
        StepDetail.none()
            .with("measures", command.measures())
            .with("winBackOutcome", command.outcome()));
  }

  /** Who answers for what went wrong. */
  public void holdToAccount(HoldToAccount command, Actor actor) {
    note(
        command,
        ComplaintStep.HOLD_TO_ACCOUNT,
        actor,
        StepDetail.none()
            .with("department", command.department())
            .with("accountability", command.accountability()));
  }

  /** The root cause has been put right. */
  public void rectify(RectifyCause command, Actor actor) {
    note(
        command,
        ComplaintStep.RECTIFY,
        actor,
        StepDetail.none().with("measures", command.measures()));
  }

  private void note(ComplaintCommand command, ComplaintStep step, Actor actor, StepDetail detail) {
    ComplaintStatus to = check(command, step, actor);
    requireTexts();
    enter(step, status, to, actor, detail);
  }

  /**
   * The complainant asks for a review: nobody is in charge until somebody accepts it who has not
   * decided it, and a clock for the review runs.
   */
  public void review(ReviewComplaint command, Deadlines deadlines, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.REVIEW, actor);
    requireTexts();
    Instant decided = answeredAt == null ? closedAt : answeredAt;
    if (decided != null) {
      TheDeadlineEndsWithItsLastDay until = deadlines.reviewUntil(decided);
      if (!TheDeadlineEndsWithItsLastDay.isMet(until.dueAt(), actor.now())) {
        throw new HeyiException(ComplaintError.REVIEW_LATE, until.dueOn());
      }
    }
    takeUpAgain(ClockKind.REVIEW, deadlines, actor);
    enter(
        ComplaintStep.REVIEW,
        status,
        to,
        actor,
        StepDetail.none().with("reason", command.reason()));
    showClock();
  }

  /** Taken up again, with a clock for the answer as if it had come in today. */
  public void reopen(ReopenComplaint command, Deadlines deadlines, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.REOPEN, actor);
    requireTexts();
    takeUpAgain(ClockKind.ANSWER, deadlines, actor);
    enter(
        ComplaintStep.REOPEN,
        status,
        to,
        actor,
        StepDetail.none().with("reason", command.reason()));
    showClock();
  }

  private void takeUpAgain(ClockKind kind, Deadlines deadlines, Actor actor) {
    releaseHandler();
    closedAt = null;
    startClock(kind, actor.now(), deadlines);
  }

  /**
   * @throws HeyiException {@link ComplaintError#TEXTS_GONE}
   */
  public void requireTexts() {
    if (textsErased) {
      throw new HeyiException(ComplaintError.TEXTS_GONE);
    }
  }

  /** The further days that the rules allow once are added to the answer's deadline. */
  public void extend(ExtendComplaint command, Deadlines deadlines, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.EXTEND, actor);
    CaseClock clock = TheDeadlineIsExtendedOnceAndInTime.of(runningClocks(), actor.now());
    LocalDate before = clock.dueOn();
    clock.extend(deadlines);
    ChangeLog.note("complaint", id, "dueOn", before, clock.dueOn());
    enter(
        ComplaintStep.EXTEND,
        status,
        to,
        actor,
        StepDetail.none()
            .with("reason", command.reason())
            .with("dueOn", clock.dueOn())
            .with("noticeChannel", command.noticeChannel())
            .with("notice", command.notice()));
    showClock();
  }

  /** Cause, responsible department and finding are established. */
  public void analyse(AnalyseComplaint command, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.ANALYSE, actor);
    cause = command.cause();
    business = command.business();
    department = command.department();
    finding = command.finding();
    enter(
        ComplaintStep.ANALYSE,
        status,
        to,
        actor,
        StepDetail.none()
            .with("cause", cause)
            .with("business", business)
            .with("department", department)
            .with("finding", finding));
  }

  /** Measures are decided and taken. */
  public void handle(HandleComplaint command, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.HANDLE, actor);
    if (command.resolution() == Resolution.NOT_STATED) {
      throw fieldError("resolution", ComplaintError.RESOLUTION_NOT_STATED);
    }
    resolution = command.resolution();
    measures = command.measures();
    enter(
        ComplaintStep.HANDLE,
        status,
        to,
        actor,
        StepDetail.none().with("resolution", resolution).with("measures", measures));
  }

  /** The complainant is told; the clock stops. */
  public void feedBack(FeedBackComplaint command, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.FEED_BACK, actor);
    answerChannel = command.answerChannel();
    answer = command.answer();
    answeredAt = actor.now();
    stopClocks(actor.now());
    enter(
        ComplaintStep.FEED_BACK,
        status,
        to,
        actor,
        StepDetail.none().with("answerChannel", answerChannel).with("answer", answer));
    showClock();
  }

  /** The complainant objects: the case goes back to its analysis, with a new clock. */
  public void contest(ContestAnswer command, Deadlines deadlines, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.CONTEST, actor);
    startClock(ClockKind.REVIEW, actor.now(), deadlines);
    enter(
        ComplaintStep.CONTEST,
        status,
        to,
        actor,
        StepDetail.none().with("reason", command.reason()));
    showClock();
  }

  /** The case is settled, with its root cause. */
  public void close(CloseComplaint command, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.CLOSE, actor);
    if (owesAccount()) {
      throw new HeyiException(ComplaintError.NOT_ACCOUNTED);
    }
    satisfaction = command.satisfaction();
    rootCause = command.rootCause();
    closedAt = actor.now();
    enter(
        ComplaintStep.CLOSE,
        status,
        to,
        actor,
        StepDetail.none().with("satisfaction", satisfaction).with("rootCause", rootCause));
  }

  /** Ends as the same matter as an earlier case, which goes on. */
  void join(Complaint main, WithdrawComplaint command, Actor actor) {
    requirePart(WhoMayTakeAStep.Part.SETTLES, actor);
    asOneOfTwo(actor.now()).joinTo(main.asOneOfTwo(actor.now()));
    withdraw(command, actor);
  }

  private OneOfTwo asOneOfTwo(Instant now) {
    boolean missed = Boolean.FALSE.equals(onTime) || isOverdue(now);
    return new OneOfTwo(number, receivedAt, dueAt, dueOn, status.owesAnswer(), ticking, missed);
  }

  /** The complainant takes it back, which ends it at once. */
  public void withdraw(WithdrawComplaint command, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.WITHDRAW, actor);
    closedAt = actor.now();
    stopClocks(actor.now());
    enter(
        ComplaintStep.WITHDRAW,
        status,
        to,
        actor,
        StepDetail.none().with("reason", command.reason()));
    showClock();
  }

  /** It was no complaint: over, out of clocks and figures. */
  void turn(TurnIntoRemark command, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.TURN, actor);
    if (answeredAt != null) {
      throw new HeyiException(
          ComplaintError.WRONG_STEP, ComplaintStep.TURN, status, possibleSteps(actor.now()));
    }
    requireTexts();
    closedAt = actor.now();
    stopClocks(actor.now());
    enter(
        ComplaintStep.TURN,
        status,
        to,
        actor,
        StepDetail.none().with("kind", command.kind()).with("reason", command.reason()));
    showClock();
  }

  /** It was one after all: nothing is gained by having called it a remark for a while. */
  void turnBack(TurnBackComplaint command, Deadlines deadlines, Actor actor) {
    ComplaintStatus to = check(command, ComplaintStep.TURN_BACK, actor);
    requireTexts();
    releaseHandler();
    closedAt = null;
    startClock(ClockKind.ANSWER, receivedAt, deadlines);
    enter(
        ComplaintStep.TURN_BACK,
        status,
        to,
        actor,
        StepDetail.none().with("reason", command.reason()));
    showClock();
  }

  /** It as somebody said it, for a remark that is made of it. */
  RecordRemark asRemark(RemarkKind kind) {
    return new RecordRemark(
        kind,
        channel,
        null,
        complainantName,
        complainantContact,
        branch,
        product,
        narrative,
        null,
        receivedAt);
  }

  /**
   * What a letter of apology says.
   *
   * @throws HeyiException {@link ComplaintError#LETTER_EARLY}
   */
  public LetterView letter(String customerName, List<RedressView> standing, LocalDate day) {
    if (measures == null && answer == null) {
      throw new HeyiException(ComplaintError.LETTER_EARLY);
    }
    return new LetterView(
        id,
        number,
        complainantName == null ? customerName : complainantName,
        product,
        receivedAt,
        measures,
        answer,
        standing,
        day);
  }

  /**
   * Takes over what its words suggested and somebody found right: the product or the issue. A cause
   * is written by the analysis, and how involved it is when it is accepted.
   */
  void triaged(TriageTarget target, String label, boolean accepted, int expectedVersion) {
    requireSuggestedTo(expectedVersion);
    if (accepted && target == TriageTarget.PRODUCT) {
      product = label;
    } else if (accepted && target == TriageTarget.ISSUE) {
      issue = label;
    }
  }

  /**
   * Suggestions are decided on as they were seen, and only while the case is open.
   *
   * @throws HeyiException {@link CommonError#VERSION_MOVED}, {@link ComplaintError#TRIAGE_CLOSED}
   */
  void requireSuggestedTo(int expectedVersion) {
    if (expectedVersion != version) {
      throw new HeyiException(CommonError.VERSION_MOVED, expectedVersion, version);
    }
    if (!open) {
      throw new HeyiException(ComplaintError.TRIAGE_CLOSED, number);
    }
  }

  /** It as a case like another; empty when its words were erased. */
  Optional<TriageView.Alike> asAlike() {
    return textsErased
        ? Optional.empty()
        : Optional.of(
            new TriageView.Alike(id, number, product, issue, cause, resolution, closedAt));
  }

  String narrative() {
    return narrative;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  boolean isOpen() {
    return open;
  }

  /** It as a case beside another. */
  IntakeView.Related asRelated(int alike) {
    return new IntakeView.Related(id, number, status, product, receivedAt, alike);
  }

  /** It as other modules know it. */
  CaseRef ref() {
    boolean held = steps.stream().anyMatch(step -> step.step() == ComplaintStep.HOLD_TO_ACCOUNT);
    return new CaseRef(
        id,
        number,
        status,
        customerId,
        branch,
        channel,
        product,
        issue,
        cause,
        business,
        level,
        handler,
        receivedAt,
        closedAt,
        held);
  }

  /** How it stands, without anything about a person. */
  public ProgressView progress(String joinedTo) {
    return new ProgressView(
        number, status, receivedAt, ticking ? dueOn : null, answeredAt, closedAt, joinedTo);
  }

  /** Gives a case taken over the account that an earlier file did not have. */
  void complete(String account) {
    if (narrative == null) {
      narrative = account;
    }
  }

  public UUID id() {
    return id;
  }

  public UUID customerId() {
    return customerId;
  }

  public String branch() {
    return branch;
  }

  /**
   * Whether it was taken over from a body outside, which tells the complainant itself. One that
   * such a body passed on and that was recorded here is the bank's own to answer.
   */
  boolean isOutsides() {
    return steps.get(0).step() == ComplaintStep.IMPORT;
  }

  /** The customer, when it is he who complains and nobody for him. */
  Optional<UUID> customerHimself() {
    return complainantName == null ? Optional.ofNullable(customerId) : Optional.empty();
  }

  LocalDate dueOn() {
    return dueOn;
  }

  ComplaintChannel channel() {
    return channel;
  }

  String complainantContact() {
    return complainantContact;
  }

  int stepCount() {
    return stepCount;
  }

  /** What was said at the latest step in this field. */
  Optional<String> lastSaid(String field) {
    return Optional.ofNullable(steps.get(steps.size() - 1).view().detail().get(field));
  }

  public String handler() {
    return handler;
  }

  public String number() {
    return number;
  }

  public int version() {
    return version;
  }

  public AuthorityLevel level() {
    return level;
  }

  String product() {
    return product;
  }

  String issue() {
    return issue;
  }

  /**
   * @throws HeyiException {@link ComplaintError#CASE_OVER}
   */
  public void requireOpen() {
    if (!open) {
      throw new HeyiException(ComplaintError.CASE_OVER);
    }
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

  boolean isPossible(ComplaintStep step) {
    return step.leadsFrom(status).isPresent();
  }

  /** The language that the account is written in, as a tag; Chinese when nothing is written. */
  String language() {
    return narrative != null && narrative.codePoints().noneMatch(Character::isIdeographic)
        ? "en"
        : "zh";
  }

  /** Whether he has the level for it and no interest in it. */
  boolean mayBeHandledBy(Candidate candidate) {
    return candidate.level().reaches(level) && interests().of(candidate).isEmpty();
  }

  /** When the bank waited for the complainant, by the log; a waiting that lasts is left out. */
  List<Standstill> standstills() {
    List<Standstill> all = new ArrayList<>();
    Instant since = null;
    for (StepTaken step : steps) {
      if (step.step() == ComplaintStep.PAUSE) {
        since = step.takenAt();
      } else if (step.step() == ComplaintStep.RESUME && since != null) {
        all.add(new Standstill(since, step.takenAt()));
        since = null;
      }
    }
    return all;
  }

  private boolean owesAccount() {
    boolean relief =
        resolution == Resolution.MONETARY_RELIEF || resolution == Resolution.NON_MONETARY_RELIEF;
    int given = 0;
    boolean held = false;
    for (StepTaken step : steps) {
      switch (step.step()) {
        case COMPENSATE -> given++;
        case TAKE_BACK -> given--;
        case FEED_BACK -> held = false;
        case HOLD_TO_ACCOUNT -> held = true;
        default -> {
          // Nothing else gives anything or holds anybody to account.
        }
      }
    }
    return (relief || given > 0) && !held;
  }

  private WhoHasAnInterestDoesNotHandle interests() {
    Map<String, Interest> named = new HashMap<>();
    Set<String> decided = new HashSet<>();
    Set<String> reviewed = new HashSet<>();
    for (StepTaken step : steps) {
      switch (step.step()) {
        case NAME_STAFF ->
            named.put(
                AccountName.of(step.said(ACCOUNT)),
                StaffPart.SOLD.name().equals(step.said(PART)) ? Interest.OWN_SALE : Interest.NAMED);
        case HANDLE, FEED_BACK -> decided.add(AccountName.of(step.who()));
        case REVIEW -> reviewed.addAll(decided);
        default -> {
          // Nothing else makes anybody interested.
        }
      }
    }
    return new WhoHasAnInterestDoesNotHandle(branch, named, reviewed);
  }

  /** The step that brought it where it stands. */
  public ComplaintStep lastStep() {
    return steps.get(steps.size() - 1).step();
  }

  String externalRef() {
    return externalRef;
  }

  /** The rules that this complaint follows for good. */
  public RulePack.Key rules() {
    return new RulePack.Key(rulePack, ruleVersion);
  }

  /** The version of its rules' calendar that it follows for good, or empty where none counts. */
  Optional<Integer> calendarVersion() {
    return Optional.ofNullable(calendarVersion);
  }

  /**
   * The complaint in a list.
   *
   * @param clock in the zone of its rules
   */
  public ComplaintRow row(String customerNumber, Clock clock) {
    Instant now = clock.instant();
    return new ComplaintRow(
        id,
        version,
        number,
        status,
        channel,
        product,
        issue,
        branch,
        customerId,
        customerNumber,
        level,
        handler,
        handlerName,
        receivedAt,
        dueAt,
        dueOn,
        daysLeft(clock),
        isOverdue(now),
        onTime,
        source,
        externalRef);
  }

  /**
   * All of it, as this caller may see it.
   *
   * @param clock in the zone of its rules
   */
  public ComplaintView view(
      String customerNumber,
      String customerName,
      CfpbRecordView cfpb,
      Caller caller,
      Actor actor,
      Clock clock) {
    Instant now = clock.instant();
    List<ComplaintStep> possible = possibleSteps(now);
    WhoMayTakeAStep who = whoMay();
    return new ComplaintView(
        id,
        version,
        number,
        status,
        possible,
        possible.stream().filter(step -> who.lets(WhoMayTakeAStep.partIn(step), actor)).toList(),
        channel,
        source,
        externalRef,
        branch,
        customerId,
        customerNumber,
        customerName,
        complainantName,
        complainantContact,
        product,
        subProduct,
        issue,
        subIssue,
        narrative,
        complexity,
        receivedAt,
        recordedAt,
        rulePack,
        ruleVersion,
        dueAt,
        dueOn,
        daysLeft(clock),
        isOverdue(now),
        onTime,
        level,
        handler,
        handlerName,
        cause,
        business,
        department,
        finding,
        resolution,
        measures,
        answer,
        answerChannel,
        answeredAt,
        satisfaction,
        rootCause,
        closedAt,
        textsErased,
        clocks.stream().sorted(CaseClock.NEAREST_FIRST).map(one -> one.view(clock)).toList(),
        WhatTheDeskKeepsToItself.seenBy(caller, steps.stream().map(StepTaken::view).toList()),
        cfpb);
  }

  private List<ComplaintStep> possibleSteps(Instant now) {
    boolean extensible = TheDeadlineIsExtendedOnceAndInTime.find(runningClocks(), now).isPresent();
    return ComplaintStep.possibleIn(status).stream()
        .filter(step -> step != ComplaintStep.EXTEND || extensible)
        // What was answered as a complaint was one.
        .filter(step -> step != ComplaintStep.TURN || answeredAt == null)
        .toList();
  }

  private Integer daysLeft(Clock clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    return ticking ? (int) ChronoUnit.DAYS.between(today, dueOn) : null;
  }

  private boolean isOverdue(Instant now) {
    return ticking && !TheDeadlineEndsWithItsLastDay.isMet(dueAt, now);
  }

  private ComplaintStatus check(ComplaintCommand command, ComplaintStep step, Actor actor) {
    if (command.expectedVersion() != version) {
      throw new HeyiException(CommonError.VERSION_MOVED, command.expectedVersion(), version);
    }
    ComplaintStatus to =
        step.leadsFrom(status)
            .orElseThrow(
                () ->
                    new HeyiException(
                        ComplaintError.WRONG_STEP, step, status, possibleSteps(actor.now())));
    whoMay().require(WhoMayTakeAStep.partIn(step), actor);
    return to;
  }

  private WhoMayTakeAStep whoMay() {
    return new WhoMayTakeAStep(handler, handlerName, level, interests());
  }

  private void putInCharge(Candidate candidate) {
    whoMay().requireFit(candidate);
    handler = candidate.user();
    handlerName = candidate.name();
  }

  private void releaseHandler() {
    handler = null;
    handlerName = null;
  }

  private void follow(Deadlines deadlines) {
    rulePack = deadlines.rules().key().code();
    ruleVersion = deadlines.rules().key().version();
    calendarVersion = deadlines.calendarVersion();
  }

  private void startClock(ClockKind kind, Instant from, Deadlines deadlines) {
    clocks.add(new CaseClock(this, kind, from, deadlines, complexity));
  }

  private List<CaseClock> runningClocks() {
    return clocks.stream().filter(CaseClock::isRunning).toList();
  }

  /** A deadline that was missed is never made good, so none is moved after it has passed. */
  private void requireInTime(ComplaintError late, Instant now) {
    for (CaseClock clock : runningClocks()) {
      if (clock.kind().binds() && !TheDeadlineEndsWithItsLastDay.isMet(clock.dueAt(), now)) {
        throw new HeyiException(late, clock.dueOn());
      }
    }
  }

  private void stopClocks(Instant now) {
    runningClocks().forEach(clock -> clock.stop(now));
  }

  /** Shows the nearest running clock that binds, or the last one when none runs. */
  private void showClock() {
    List<CaseClock> binding = clocks.stream().filter(clock -> clock.kind().binds()).toList();
    CaseClock shown =
        binding.stream()
            .filter(CaseClock::isRunning)
            .min(Comparator.comparing(CaseClock::dueAt))
            .orElseGet(() -> binding.get(binding.size() - 1));
    dueAt = shown.dueAt();
    dueOn = shown.dueOn();
    boolean missed = binding.stream().anyMatch(clock -> Boolean.FALSE.equals(clock.met()));
    boolean running = binding.stream().anyMatch(CaseClock::isRunning);
    onTime = missed ? Boolean.FALSE : running ? null : Boolean.TRUE;
  }

  private void enter(
      ComplaintStep step,
      ComplaintStatus from,
      ComplaintStatus to,
      Actor actor,
      StepDetail detail) {
    status = to;
    open = to.isOpen();
    ticking = isTicking();
    // Counted on the complaint too, so that every step moves its version.
    stepCount++;
    steps.add(new StepTaken(this, stepCount, step, from, to, actor, detail));
  }

  /** An answer is owed, and not every clock stands still. */
  private boolean isTicking() {
    return status.owesAnswer()
        && (status != ComplaintStatus.WAITING
            || runningClocks().stream()
                .anyMatch(clock -> clock.kind().binds() && !clock.isPaused()));
  }

  private static void refuseIncomplete(RecordComplaint command, UUID customerId, Actor actor) {
    Map<String, ComplaintError> wrong = new LinkedHashMap<>();
    if (customerId == null && command.complainantContact() == null) {
      wrong.put("complainantContact", ComplaintError.NO_CONTACT);
    }
    if (command.receivedAt() != null && command.receivedAt().isAfter(actor.now())) {
      wrong.put("receivedAt", ComplaintError.RECEIVED_LATER);
    }
    if ((command.externalSource() == null) != (command.externalReference() == null)
        || OWN_SOURCE.equals(command.externalSource())) {
      wrong.put("externalReference", ComplaintError.EXTERNAL_INCOMPLETE);
    }
    if (!wrong.isEmpty()) {
      throw HeyiException.ofFields(
          CommonError.INVALID,
          wrong.entrySet().stream()
              .map(entry -> FieldError.of(entry.getKey(), entry.getValue().code()))
              .toList());
    }
  }

  private static HeyiException fieldError(String field, ComplaintError error) {
    return HeyiException.ofFields(CommonError.INVALID, List.of(FieldError.of(field, error.code())));
  }
}
