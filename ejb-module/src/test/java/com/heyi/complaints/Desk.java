package com.heyi.complaints;

import com.heyi.accounts.CustomerRef;
import com.heyi.complaints.internal.CaseFile;
import com.heyi.complaints.internal.CaseViews;
import com.heyi.complaints.internal.Complaints;
import com.heyi.complaints.internal.Parties;
import com.heyi.complaints.internal.Pyramid;
import com.heyi.complaints.internal.Remarks;
import com.heyi.messages.NewMessage;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.RolesNow;
import com.heyi.testing.TestDatabase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;

/** A complaints desk for tests: the real facade over the real database, a clock that can be set. */
final class Desk {
  static final Caller OPERATOR = person("op.wang", null, Role.OPERATOR);
  static final Caller HANDLER = person("hd.li", null, Role.COMPLAINT_HANDLER);
  static final Caller COLLEAGUE = person("hd.zhao", null, Role.COMPLAINT_HANDLER);
  static final Caller ADMIN = person("ad.chen", null, Role.HEAD_OFFICE_ADMIN);
  static final Caller BRANCH = person("branch-b0101", "B0101", Role.BRANCH);
  static final Caller OTHER_BRANCH = person("branch-b0202", "B0202", Role.BRANCH);

  final List<Object> events = new ArrayList<>();
  private final String rulePack;
  private RolesNow staff = Desk::rolesNow;
  private Instant now = Instant.parse("2026-03-02T02:00:00Z");
  private final RegisteredCustomers customers = new RegisteredCustomers();

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  Desk() {
    this("CN-2020-3");
  }

  /** A desk whose new cases follow these rules. */
  Desk(String rulePack) {
    this.rulePack = rulePack;
  }

  static Caller person(String user, String branch, Role... roles) {
    return new Caller(
        user, user, Set.of(roles), branch, "10.0.0.1", "r-1", Channel.REST, null, null);
  }

  Clock clock() {
    return clock;
  }

  void itIs(String instant) {
    now = Instant.parse(instant);
  }

  void daysPass(int days) {
    now = now.plus(Duration.ofDays(days));
  }

  /** A customer whose home is this branch. */
  CustomerRef customerOf(String branch) {
    return customers.ofBranch(branch);
  }

  /** One call of the facade by this caller, in a transaction of its own. */
  <T> T as(Caller caller, Function<ComplaintsFacade, T> call) {
    return TestDatabase.get().inTransaction(em -> within(em, caller, call));
  }

  /** One call of the facade by this caller, in a transaction that somebody else holds. */
  <T> T within(EntityManager em, Caller caller, Function<ComplaintsFacade, T> call) {
    var facade =
        new ComplaintsFacade(
            new Complaints(em, clock),
            new Pyramid(em, clock),
            new CaseFile(em, clock),
            directory(),
            views(em),
            event(),
            rulePack);
    return called(caller, () -> call.apply(facade));
  }

  /** One step taken by this caller, in a transaction of its own. */
  <T> T step(Caller caller, Function<StepsFacade, T> call) {
    return TestDatabase.get().inTransaction(em -> stepWithin(em, caller, call));
  }

  /** One step taken by this caller, in a transaction that somebody else holds. */
  <T> T stepWithin(EntityManager em, Caller caller, Function<StepsFacade, T> call) {
    StepsFacade facade =
        new StepsFacade(
            new Complaints(em, clock),
            new Pyramid(em, clock),
            new CaseFile(em, clock),
            new Parties(em, clock),
            views(em),
            staff,
            event());
    return called(caller, () -> call.apply(facade));
  }

  /** From now on the identity provider says this. */
  void provider(RolesNow says) {
    staff = says;
  }

  /** What the identity provider says: all but these handle complaints. */
  static Set<Role> rolesNow(String user) {
    return Stream.of("hx.", "ad.", "op.").anyMatch(user::startsWith)
        ? Set.of()
        : Set.of(Role.COMPLAINT_HANDLER);
  }

  private CaseViews views(EntityManager em) {
    return new CaseViews(new Complaints(em, clock), new Pyramid(em, clock), directory(), event());
  }

  private static <T> T called(Caller caller, Callable<T> call) {
    try {
      return CallContext.callAs(caller, call);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** One call of the facade for suggestions and praise, in a transaction of its own. */
  <T> T remarks(Caller caller, Function<RemarksFacade, T> call) {
    return TestDatabase.get()
        .inTransaction(
            em -> {
              RemarksFacade facade =
                  new RemarksFacade(
                      new Remarks(em, clock, this::queued),
                      new Complaints(em, clock),
                      new Pyramid(em, clock),
                      directory(),
                      event(),
                      event(),
                      rulePack);
              return called(caller, () -> call.apply(facade));
            });
  }

  private boolean queued(NewMessage message) {
    return events.add(message);
  }

  /** One call of the facade for the work beside the steps, in a transaction of its own. */
  <T> T work(Caller caller, Function<DeskFacade, T> call) {
    return TestDatabase.get()
        .inTransaction(
            em -> {
              DeskFacade facade =
                  new DeskFacade(
                      new Complaints(em, clock),
                      new CaseFile(em, clock),
                      new Pyramid(em, clock),
                      staff);
              return called(caller, () -> call.apply(facade));
            });
  }

  /** What a complainant says at the counter of a branch. */
  static RecordComplaint said(String narrative) {
    return atBranch("B0101", narrative);
  }

  static RecordComplaint said(String narrative, Complexity complexity) {
    return received("B0101", narrative, complexity, null);
  }

  static RecordComplaint atBranch(String branch, String narrative) {
    return received(branch, narrative, null, null);
  }

  /** What was received at this instant, and is so involved. */
  static RecordComplaint received(String narrative, Complexity complexity, Instant at) {
    return received("B0101", narrative, complexity, at);
  }

  private static RecordComplaint received(
      String branch, String narrative, Complexity complexity, Instant at) {
    return new RecordComplaint(
        ComplaintChannel.COUNTER,
        null,
        "李娜",
        "13800138000",
        branch,
        "信用卡",
        null,
        "年费争议",
        null,
        narrative,
        complexity,
        at,
        null,
        null,
        null);
  }

  ComplaintView recorded() {
    return as(OPERATOR, desk -> desk.record(said("多收了年费")));
  }

  /** A simple complaint brought to this status by {@link #HANDLER}. */
  ComplaintView broughtTo(ComplaintStatus status) {
    return broughtTo(status, Complexity.SIMPLE);
  }

  /** A complaint so involved, brought to this status by {@link #HANDLER}. */
  ComplaintView broughtTo(ComplaintStatus status, Complexity complexity) {
    ComplaintView at = as(OPERATOR, desk -> desk.record(said("多收了年费", complexity)));
    for (ComplaintStep step : wayTo(status)) {
      at = take(step, HANDLER, at);
    }
    return at;
  }

  private static List<ComplaintStep> wayTo(ComplaintStatus status) {
    return switch (status) {
      case RECORDED -> List.of();
      case WITHDRAWN -> List.of(ComplaintStep.WITHDRAW);
      case TURNED -> List.of(ComplaintStep.TURN);
      case WAITING -> List.of(ComplaintStep.ACCEPT, ComplaintStep.PAUSE);
      default ->
          List.of(
                  ComplaintStep.ACCEPT,
                  ComplaintStep.ANALYSE,
                  ComplaintStep.HANDLE,
                  ComplaintStep.FEED_BACK,
                  ComplaintStep.CLOSE)
              .subList(0, status.ordinal());
    };
  }

  /** Takes this step as this caller, seeing this version. */
  ComplaintView take(ComplaintStep step, Caller caller, ComplaintView seen) {
    if (step == ComplaintStep.TURN) {
      remarks(
          caller,
          desk ->
              desk.turn(
                  new TurnIntoRemark(seen.id(), seen.version(), RemarkKind.SUGGESTION, "仅为建议")));
      return as(caller, desk -> desk.view(seen.id()));
    }
    if (step == ComplaintStep.FEED_BACK
        && seen.status() == ComplaintStatus.HANDLED
        && caller.user().equals(seen.handler())
        && work(HANDLER, facade -> facade.file(seen.id())).points().isEmpty()) {
      addressed(seen.id(), caller);
    }
    return step(caller, desk -> take(step, desk, seen));
  }

  /** Takes down what the complainant raises now, with its reply. */
  void addressed(UUID complaint) {
    addressed(complaint, HANDLER);
  }

  private void addressed(UUID complaint, Caller who) {
    List<PointView> all =
        work(who, facade -> facade.raise(new RaisePoint(complaint, "为何收取年费"))).points();
    PointView point = all.get(all.size() - 1);
    work(
        who,
        facade -> facade.reply(new ReplyToPoint(complaint, point.id(), point.version(), "说明年费规则")));
  }

  static ComplaintView take(ComplaintStep step, StepsFacade desk, ComplaintView seen) {
    UUID id = seen.id();
    int version = seen.version();
    return switch (step) {
      case ACCEPT -> desk.accept(new AcceptComplaint(id, version, null, null, null));
      case ASSIGN -> desk.assign(new AssignComplaint(id, version, null, "休假交接"));
      case EXTEND ->
          desk.extend(
              new ExtendComplaint(
                  id, version, "需向外部机构调查取证", ComplaintChannel.HOTLINE, "您的投诉案情特别复杂，处理期限延长三十日"));
      case ANALYSE ->
          desk.analyse(
              new AnalyseComplaint(
                  id, version, ComplaintCause.DISCLOSURE, "银行卡", "信用卡中心", "未提示年费规则"));
      case HANDLE ->
          desk.handle(new HandleComplaint(id, version, Resolution.EXPLANATION, "说明年费规则并致歉"));
      case FEED_BACK ->
          desk.feedBack(new FeedBackComplaint(id, version, ComplaintChannel.HOTLINE, "已减免本年年费"));
      case CONTEST -> desk.contest(new ContestAnswer(id, version, "未说明次年是否收取"));
      case CLOSE -> desk.close(new CloseComplaint(id, version, 4, "开卡页面补充年费说明"));
      case WITHDRAW ->
          desk.withdraw(new WithdrawComplaint(id, version, null, "柜面核验身份证", "客户已自行解决"));
      case NAME_STAFF ->
          desk.nameStaff(new NameStaff(id, version, "teller.sun", StaffPart.NAMED, null));
      case ESCALATE -> desk.escalate(new EscalateComplaint(id, version, null, "超出本级权限"));
      case PAUSE -> desk.pause(new PauseComplaint(id, version, "补充对账单", ComplaintChannel.HOTLINE));
      case RESUME -> desk.resume(new ResumeComplaint(id, version, "已补充对账单"));
      case AGREE -> desk.agree(new AgreeToAnswer(id, version, "客户表示接受"));
      case WIN_BACK -> desk.winBack(new WinBackCustomer(id, version, "登门致歉", WinBackOutcome.STAYS));
      case HOLD_TO_ACCOUNT -> desk.holdToAccount(new HoldToAccount(id, version, "信用卡中心", "通报批评"));
      case RECTIFY -> desk.rectify(new RectifyCause(id, version, "开卡页面已补充说明"));
      case REVIEW -> desk.review(new ReviewComplaint(id, version, "对处理决定有异议"));
      case REOPEN -> desk.reopen(new ReopenComplaint(id, version, "承诺未兑现"));
      case COMPENSATE, TAKE_BACK, RECORD, IMPORT, TURN, TURN_BACK ->
          throw new IllegalArgumentException("Not a step of this facade on a case that exists");
    };
  }

  /** What an erasure does to a case that is over. */
  static void emptyTexts(UUID complaint) {
    try (Connection connection = TestDatabase.get().owner().getConnection();
        PreparedStatement erase =
            connection.prepareStatement("select complaints.empty_texts(array[?]::uuid[])")) {
      erase.setObject(1, complaint);
      erase.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  <T> Event<T> event() {
    return (Event<T>)
        Proxy.newProxyInstance(
            Desk.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, args) -> {
              events.add(args[0]);
              return null;
            });
  }

  RegisteredCustomers directory() {
    return customers;
  }
}
