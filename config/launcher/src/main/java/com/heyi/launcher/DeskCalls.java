package com.heyi.launcher;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;

/**
 * Every list and report of the complaints desk, of what is learned from complaints and of messages
 * by REST, with the filters and sorts that people use.
 */
final class DeskCalls {
  static final String HANDLER = "handler.zhao";
  static final String ADMIN = "admin.li";
  private static final String AUDITOR = "auditor.chen";
  private static final String STAND_IN = "operator.wang";
  private static final String BRANCH = "B0101";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Stands in a path where nothing was made; the call then tells so. */
  private static final String NONE = "none";

  private static final String API = "/api/v1/";
  private static final String SOME = "?limit=50&";
  private static final String COMPLAINTS = API + "complaints/";
  private static final String LIST = API + "complaints" + SOME;
  private static final String REMARKS = API + "remarks" + SOME;
  private static final String REPORTS = API + "complaint-reports/";
  private static final String CASES = REPORTS + "cases" + SOME;
  private static final String RETURNS = API + "complaint-returns";
  private static final String SURVEYS = API + "surveys" + SOME;
  private static final String PROBLEMS = API + "problems";
  private static final String ACTIONS = PROBLEMS + "/actions" + SOME;
  private static final String FAILURES = API + "care/second-failures" + SOME;
  private static final String WIN_BACKS = API + "care/win-backs" + SOME;
  private static final String VIOLATIONS = API + "violations";
  private static final String MESSAGES = API + "messages";
  private static final String MESSAGE_LIST = MESSAGES + SOME;

  private final Connection database;
  private final List<Call> calls = new ArrayList<>();
  private String who;

  private DeskCalls(Connection database) {
    this.database = database;
  }

  /**
   * What is asked for.
   *
   * @param what is measured
   * @param who asks: a demo user, or a branch for its system
   * @param path that he asks for
   */
  record Call(String what, String who, String path) {
    String token(Tokens tokens) {
      return who.equals(BRANCH) ? tokens.ofBranch(who) : tokens.ofUser(who);
    }
  }

  /** All of them, for what stands in this database. */
  static List<Call> of(Connection database) throws SQLException {
    DeskCalls all = new DeskCalls(database);
    all.complaints();
    all.oneCase();
    all.desk();
    all.reports();
    all.ofABranch();
    all.remarks();
    all.returns();
    all.problems();
    all.care();
    all.violations();
    all.messages();
    return List.copyOf(all.calls);
  }

  /** The last quarter that is over, such as 2026Q3. */
  static String lastQuarter() {
    LocalDate day = today().minusMonths(3);
    return day.getYear() + "Q" + day.get(IsoFields.QUARTER_OF_YEAR);
  }

  private void complaints() throws SQLException {
    who = HANDLER;
    String number = text("select number from complaints.complaint where source = 'HEYI' limit 1");
    String customer =
        text("select customer_id from complaints.complaint where customer_id is not null limit 1");
    String reference =
        text("select external_ref from complaints.complaint where source = 'CFPB' limit 1");
    add("list, latest first", LIST);
    add("list by deadline", LIST + "sort=dueAt");
    add("list by number", LIST + "sort=number");
    add("list by number from the end", LIST + "sort=-number");
    add("list, earliest first", LIST + "sort=receivedAt");
    add("open by deadline", LIST + "open=yes&sort=dueAt");
    add("open, latest first", LIST + "open=yes");
    add("ended, latest first", LIST + "open=no");
    add("overdue by deadline", LIST + "overdue=yes&sort=dueAt");
    add("mine", LIST + "queue=mine&sort=dueAt");
    addAs(STAND_IN, "mine, of one who stands in for another", LIST + "queue=mine&sort=dueAt");
    add("nobody's", LIST + "queue=free&sort=dueAt");
    add("status handled, by deadline", LIST + "status=HANDLED&sort=dueAt");
    add("three statuses, by deadline", LIST + "status=RECORDED,ACCEPTED,WAITING&sort=dueAt");
    add("status closed", LIST + "status=CLOSED");
    add("status withdrawn", LIST + "status=WITHDRAWN");
    add("status that no case has", LIST + "status=TURNED");
    add("channel", LIST + "channel=SOCIAL");
    add("product", LIST + "product=Mortgage");
    add("product that no case has, by deadline", LIST + "product=None&sort=dueAt");
    add("branch by deadline", LIST + "branch=B0007&sort=dueAt");
    add("branch, closed, by one channel", LIST + "branch=B0007&status=CLOSED&channel=APP");
    add("level", LIST + "level=HEAD_OFFICE");
    add("level, open, by deadline", LIST + "level=HEAD_OFFICE&open=yes&sort=dueAt");
    add("level that no case has", LIST + "level=SENIOR");
    add("handler", LIST + "handler=handler.7");
    add("handler, open, by deadline", LIST + "handler=handler.7&open=yes&sort=dueAt");
    add("handler whom no case has", LIST + "handler=nobody");
    add("customer", LIST + "customer=" + customer);
    add("customer by number", LIST + "customer=Z000000001");
    add("source", LIST + "source=CFPB");
    add("reference outside", LIST + "source=CFPB&externalReference=" + reference);
    add("a month two years ago", LIST + period(25, 24));
    add("a month two years ago by deadline", LIST + "sort=dueAt&" + period(25, 24));
    add("number by its beginning", LIST + "number=" + number.substring(0, 8));
    add("words, found at once", LIST + "text=%E8%B5%94%E5%81%BF");
    add("Chinese words that no case has", LIST + "text=%E9%BE%8D%E9%AF%89");
    add("Latin words that many have", LIST + "text=mortgage");
    add("Latin words that no case has", LIST + "text=zyxgarble");
    add("a number in the words of one case", LIST + "text=%E6%A1%88%E5%8F%B74321");
    add("two Latin letters that no case has", LIST + "text=qx");
    add("two Latin letters that many have", LIST + "text=to");
    add("one Latin letter that no case has", LIST + "text=q");
    add("a letter and Chinese that no case has", LIST + "text=Q%E5%AE%A2%E6%88%B7");
  }

  private void oneCase() throws SQLException {
    who = HANDLER;
    String one = text("select id from complaints.complaint where source = 'HEYI' limit 1");
    String number = text("select number from complaints.complaint where source = 'HEYI' limit 1");
    String worked =
        text(
            "select complaint_id from complaints.task join complaints.note using (complaint_id)"
                + " join complaints.redress using (complaint_id) limit 1");
    String documented =
        text(
            "select complaint_id from complaints.attachment"
                + " join complaints.party using (complaint_id) limit 1");
    String open =
        text("select id from complaints.complaint where status = 'RECORDED' and open limit 1");
    add("one case with its timeline", COMPLAINTS + one);
    add("its file with points, tasks, notes and what was given", COMPLAINTS + worked + "/file");
    add("its letter", COMPLAINTS + worked + "/letter");
    add(
        "its intake with files, speakers and cases of the same matter",
        COMPLAINTS + documented + "/intake");
    add("its progress, by number", API + "complaint-progress/" + number);
    add("who of 200 could handle it", COMPLAINTS + open + "/file/suggested-handlers");
    add("similar cases and suggestions", API + "triage/complaints/" + one);
    add(
        "what was learned from it",
        PROBLEMS
            + "/of-complaint/"
            + text(
                "select complaint_id from learning.problem_case where parted_at is null limit 1"));
  }

  private void desk() {
    who = HANDLER;
    add("tasks and calls of a handler", API + "complaints-desk/tasks");
    addAs(STAND_IN, "tasks of one who has none", API + "complaints-desk/tasks");
    add("who works at the desk, with their cases", API + "complaints-desk/members");
    add("what each level may give", API + "complaints-desk/authorities");
    add("calendars", API + "complaint-calendars");
    add("one calendar", API + "complaint-calendars/CN");
    add("models of the triage, before any", API + "triage/models");
    add("what people made of hints", API + "triage/hints");
    add("trainings", API + "triage/runs");
    add("batches", API + "triage/batches");
    add("figures of the desk", COMPLAINTS + "figures");
  }

  private void reports() {
    who = HANDLER;
    String year = period(12, 0);
    String quarter = period(3, 0);
    for (String by : new String[] {"branch", "product", "channel", "level", "cause", "month"}) {
      add("report of a year by " + by, REPORTS + "table?by=" + by + "&" + year);
    }
    add("report of a year by business", REPORTS + "table?by=business&" + year);
    add("report of a quarter by branch", REPORTS + "table?by=branch&" + quarter);
    add("report of a year of one branch by month", REPORTS + "table?by=month&branch=B0007&" + year);
    add("report of a year of one product by branch", REPORTS + "table?product=Mortgage&" + year);
    add("report of a year of one channel by branch", REPORTS + "table?channel=SOCIAL&" + year);
    for (String by : new String[] {"branch", "level", "month"}) {
      add("satisfaction of a year by " + by, REPORTS + "satisfaction?by=" + by + "&" + year);
    }
    add("satisfaction of a year by cause", REPORTS + "satisfaction?by=cause&" + year);
    add("surveys, latest first", SURVEYS);
    add("surveys of a branch with the worst grade", SURVEYS + "branch=B0007&satisfaction=1");
    add("surveys of a year that were answered", SURVEYS + "answered=yes&" + year);
    add("surveys that did not arrive", SURVEYS + "reached=no");
    add("surveys of a product and a channel", SURVEYS + "product=Mortgage&channel=SOCIAL");
    add("surveys of a cause at a level", SURVEYS + "cause=MARKETING&level=REGION");
    add("surveys of a business that none has", SURVEYS + "business=None");
    add("heat map of a year", REPORTS + "heat-map?" + year);
    add("ageing", REPORTS + "ageing");
    add("ageing of one branch", REPORTS + "ageing?branch=B0007");
    add("re-complaints of a year", REPORTS + "cases?measure=REPEATED&" + year);
    add("late cases of a year", REPORTS + "cases?measure=LATE&" + year);
    add("cases received in a year", CASES + "measure=RECEIVED&" + year);
    add("open cases of a year", CASES + "measure=OPEN&" + year);
    add("cases of a year settled at the first level", CASES + "measure=FIRST_LEVEL&" + year);
    add("cases taken back in a year", CASES + "measure=WITHDRAWN&" + year);
    add("re-complaints of a branch in a year", CASES + "measure=REPEATED&branch=B0007&" + year);
    add("late cases of a cause in a year", CASES + "measure=LATE&cause=MARKETING&" + year);
    add("open cases of 31 to 60 days", CASES + "ageing=yes&age=DAYS_31_60");
    add("open cases whose deadline has passed", CASES + "ageing=yes&used=OVER");
    add("report of a year by branch as xlsx", REPORTS + "table/file?" + year);
    add("report of a year by branch as csv", REPORTS + "table/file?format=csv&" + year);
    add("report of a year by branch as pdf", REPORTS + "table/file?format=pdf&" + year);
    add("heat map of a year as xlsx", REPORTS + "heat-map/file?" + year);
    add("ageing as xlsx", REPORTS + "ageing/file");
    add("satisfaction of a year by branch as xlsx", REPORTS + "satisfaction/file?" + year);
  }

  private void ofABranch() throws SQLException {
    who = BRANCH;
    String customer =
        text(
            "select customer_id from messages.message join accounts.customer c on c.id ="
                + " customer_id where channel = 'APP' and home_branch = 'B0101' limit 1");
    String year = period(12, 0);
    add("a branch's system: list, latest first", LIST);
    add("a branch's system: open by deadline", LIST + "open=yes&sort=dueAt");
    add("a branch's system: figures", COMPLAINTS + "figures");
    add("a branch's system: tasks", API + "complaints-desk/tasks");
    add("a branch's system: remarks", REMARKS);
    add("a branch's system: report of a year by month", REPORTS + "table?by=month&" + year);
    add("a branch's system: satisfaction of a year", REPORTS + "satisfaction?" + year);
    add("a branch's system: re-complaints of a year", CASES + "measure=REPEATED&" + year);
    add("a branch's system: inbox of a customer", MESSAGES + "/inbox/" + customer);
  }

  private void remarks() throws SQLException {
    who = HANDLER;
    add("remarks, latest first", REMARKS);
    add("remarks by number", REMARKS + "sort=number");
    add("praise", REMARKS + "kind=PRAISE");
    add("suggestions to be passed on", REMARKS + "kind=SUGGESTION&status=RECORDED");
    add("remarks by one channel", REMARKS + "channel=SOCIAL");
    add("remarks about a branch", REMARKS + "branch=B0007");
    add("praise of one of the staff", REMARKS + "staff=staff.8");
    add("praise of nobody", REMARKS + "staff=nobody");
    add("remarks with a department", REMARKS + "department=" + encoded("运营部"));
    add("remarks with a department that has none", REMARKS + "department=None");
    add("remarks of a month two years ago", REMARKS + period(25, 24));
    add("who was praised in a year", API + "remarks/praised");
    add(
        "one remark with its steps",
        API + "remarks/" + text("select id from complaints.remark where step_count = 4 limit 1"));
  }

  private void returns() throws SQLException {
    who = AUDITOR;
    String one = RETURNS + "/" + text("select id from complaints.regulator_return limit 1");
    add("returns", RETURNS);
    add("one return", one);
    add("cases of a return", one + "/cases" + SOME);
    add("late cases of a return", one + "/cases" + SOME + "measure=LATE");
    add(
        "cases of a return of one branch and channel",
        one + "/cases" + SOME + "branch=B0007&facet=CHANNEL&code=APP");
    add("one return as xlsx", one + "/file");
    add("one return as csv", one + "/file?format=csv");
  }

  private void problems() throws SQLException {
    who = HANDLER;
    add("problems, latest first", PROBLEMS + SOME);
    add("problems by number", PROBLEMS + SOME + "sort=number");
    add("problems in hand", PROBLEMS + SOME + "status=OPEN,IN_HAND");
    add("problems of an owner", PROBLEMS + SOME + "owner=" + HANDLER);
    add("problems of a cause", PROBLEMS + SOME + "cause=C-1");
    add("problems by words of the title", PROBLEMS + SOME + "title=" + encoded("第17"));
    add("a problem with 25 cases", PROBLEMS + "/" + problem(25));
    add("a problem with many cases", PROBLEMS + "/" + problem(300));
    add("cases like those of a problem", PROBLEMS + "/" + problem(25) + "/suggestions");
    add("cases like those of a problem with many", PROBLEMS + "/" + problem(300) + "/suggestions");
    add("corrective actions, most urgent first", ACTIONS);
    add("corrective actions to be done", ACTIONS + "status=OPEN");
    add(
        "corrective actions that helped, latest planned",
        ACTIONS + "status=EFFECTIVE&sort=-plannedAt");
    add("corrective actions of an owner", ACTIONS + "owner=" + HANDLER);
    add("tree of causes", API + "root-causes");
  }

  private void care() throws SQLException {
    who = HANDLER;
    String failed = text("select complaint_id from learning.second_failure limit 1");
    String wanted = text("select complaint_id from learning.win_back limit 1");
    add("notices of a handler", API + "care/notices");
    add("second failures, latest first", FAILURES);
    add("second failures to be handled", FAILURES + "open=yes");
    add("second failures that were handled", FAILURES + "open=no");
    add("second failures of one case", FAILURES + "complaint=" + failed);
    add("win-backs, most urgent first", WIN_BACKS);
    add("win-backs to be done", WIN_BACKS + "open=yes");
    add("win-backs that were done", WIN_BACKS + "open=no&sort=-dueOn");
    add("win-backs of an owner, to be done", WIN_BACKS + "open=yes&owner=" + HANDLER);
    add("win-backs of one case", WIN_BACKS + "complaint=" + wanted);
    add("win-backs by month", API + "care/win-backs/months");
  }

  private void violations() {
    who = AUDITOR;
    add("violations, latest first", VIOLATIONS + SOME);
    add("violations of one of the staff", VIOLATIONS + SOME + "staff=handler.75");
    add("violations of a rule", VIOLATIONS + SOME + "rule=LEAK");
    add("appeals to be decided", VIOLATIONS + SOME + "status=APPEALED");
    add("how one of the staff stands", VIOLATIONS + "/staff/handler.75");
    addAs(HANDLER, "how the caller stands", VIOLATIONS + "/mine");
    add("rules of violations", VIOLATIONS + "/rules");
    add("thresholds of violations", VIOLATIONS + "/thresholds");
  }

  private void messages() throws SQLException {
    String customer =
        text("select customer_id from messages.message where channel = 'APP' limit 1");
    String preferring = text("select customer_id from messages.preference limit 1");
    String subject =
        "complaint:"
            + text(
                "select id from complaints.complaint where status = 'CLOSED' and source = 'HEYI'"
                    + " limit 1");
    for (String reader : new String[] {HANDLER, AUDITOR}) {
      who = reader;
      String of = reader.equals(HANDLER) ? "messages about complaints" : "messages";
      add(of + ", latest first", MESSAGE_LIST);
      add(of + ", earliest first", MESSAGE_LIST + "sort=queuedAt");
      add(of + " that wait", MESSAGE_LIST + "status=QUEUED");
      add(of + " that were given up", MESSAGE_LIST + "status=DEAD");
      add(of + " by e-mail", MESSAGE_LIST + "channel=EMAIL");
      add(of + " of a template", MESSAGE_LIST + "template=complaint.withdrawn");
      add(of + " of a template that none has", MESSAGE_LIST + "template=none");
      add(of + " of a customer", MESSAGE_LIST + "customer=" + customer);
      add(of + " of one case", MESSAGE_LIST + "subject=" + subject);
      add(of + " of a month two years ago", MESSAGE_LIST + period(25, 24));
      add(
          of + " of a month two years ago that were given up",
          MESSAGE_LIST + "status=DEAD&" + period(25, 24));
    }
    who = ADMIN;
    add("ways of messages and how many wait", MESSAGES + "/channels");
    add(
        "one message with its words",
        MESSAGES + "/" + text("select id from messages.message limit 1"));
    add("inbox of a customer", MESSAGES + "/inbox/" + customer);
    add("how a customer wants to be told", MESSAGES + "/preferences/" + preferring);
  }

  private String problem(int cases) throws SQLException {
    return text(
        "select problem_id from learning.problem_case group by 1 having count(*) = "
            + cases
            + " limit 1");
  }

  private void add(String what, String path) {
    addAs(who, what, path);
  }

  private void addAs(String caller, String what, String path) {
    calls.add(new Call(what, caller, path));
  }

  private static String period(int from, int to) {
    return "from=" + today().minusMonths(from).plusDays(1) + "&to=" + today().minusMonths(to);
  }

  private static LocalDate today() {
    return LocalDate.now(ZONE);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getString(1) : NONE;
    }
  }
}
