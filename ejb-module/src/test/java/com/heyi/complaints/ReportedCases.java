package com.heyi.complaints;

import com.heyi.accounts.CustomerRef;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * The cases of one branch in the second quarter of 2033, with what each counts as, worked out by
 * hand. Days are the bank's (UTC+8); a simple case has 15 days.
 *
 * <pre>
 *    customer  received           what happened                           counts as (beside received)
 * A  张        31 March 23:59:59  closed at once                          - (the quarter before)
 * B  张        1 April  00:00     closed at once                          closed, on time, first level, repeated (A)
 * C  李        1 April  10:00     up to the region, answered 17 April     closed, late, not first level
 *                                 00:00, one instant after 16 April
 * D  王        10 April 10:00     waited 15 to 26 April: ten whole days;  closed, on time, first level
 *                                 answered 30 April, due on 5 May
 * E  nobody    2 May              taken back 3 May                        withdrawn, neither in time nor late
 * F  nobody    3 May              taken back 20 May, due on 18 May        withdrawn, late
 * G  王        4 May              joined to H                             - (the same matter as H)
 * H  王        4 May              nobody has touched it                   open, late
 * I  nobody    5 May              closed at once, re-opened 20 June       open, undecided: due on 5 July
 * J  nobody    30 June  23:59:59  new                                     open, undecided
 * K  nobody    1 July   00:00     new                                     - (the quarter after)
 * M  李        30 June  10:00     closed at once                          closed, on time, first level,
 *                                                                         repeated: C was 90 days before
 * N  赵        31 March 12:00     closed at once                          - (the quarter before)
 * O  赵        30 June  11:00     closed at once                          closed, on time, first level;
 *                                                                         N was 91 days before: not repeated
 * P  nobody    25 June  10:00     waits since 26 June                     open, undecided, stands still
 * Q  nobody    26 June  10:00     answered 27 June                        open, on time, no clock runs
 * </pre>
 */
final class ReportedCases {
  final Desk desk = new Desk();
  final String branch;
  final CustomerRef li;
  final CustomerRef zhao;
  final ComplaintView overdue;
  final ComplaintView newest;

  private final Caller regional;

  ReportedCases(String branch) {
    this.branch = branch;
    this.regional = Desk.person("hd.region-" + branch, null, Role.COMPLAINT_HANDLER);
    desk.itIs("2033-03-01T00:00:00Z");
    desk.work(
        Desk.ADMIN,
        members ->
            members.setMember(
                new SetDeskMember(
                    regional.user(),
                    "孙",
                    AuthorityLevel.REGION,
                    null,
                    List.of(),
                    List.of("zh"),
                    10,
                    null,
                    null,
                    null,
                    true,
                    null)));
    CustomerRef zhang = desk.customerOf(branch);
    li = desk.customerOf(branch);
    CustomerRef wang = desk.customerOf(branch);
    zhao = desk.customerOf(branch);
    closed(at("2033-03-31T15:59:59Z", zhang, ComplaintChannel.COUNTER, "信用卡"));
    closed(at("2033-03-31T04:00:00Z", zhao, ComplaintChannel.COUNTER, "信用卡"));
    closed(at("2033-03-31T16:00:00Z", zhang, ComplaintChannel.COUNTER, "信用卡"));
    movedUpAndLate(at("2033-04-01T02:00:00Z", li, ComplaintChannel.APP, "贷款"));
    waited(at("2033-04-10T02:00:00Z", wang, ComplaintChannel.COUNTER, "信用卡"));
    withdrawn(at("2033-05-02T02:00:00Z", null, ComplaintChannel.WEB, "贷款"), "2033-05-03T02:00:00Z");
    withdrawn(
        at("2033-05-03T02:00:00Z", null, ComplaintChannel.COUNTER, "信用卡"), "2033-05-20T02:00:00Z");
    ComplaintView twin = at("2033-05-04T01:00:00Z", wang, ComplaintChannel.COUNTER, "信用卡");
    overdue = at("2033-05-04T02:00:00Z", wang, ComplaintChannel.COUNTER, "信用卡");
    desk.take(ComplaintStep.WITHDRAW, Desk.HANDLER, twin);
    owner(
        "insert into complaints.joined (complaint_id, main_id, reason, joined_by, joined_at)"
            + " values (?, ?, '同一事项', 'hd.li', now())",
        twin.id(),
        overdue.id());
    ComplaintView again = closed(at("2033-05-05T02:00:00Z", null, ComplaintChannel.COUNTER, "信用卡"));
    desk.itIs("2033-06-20T02:00:00Z");
    desk.take(ComplaintStep.REOPEN, Desk.HANDLER, again);
    ComplaintView waits = at("2033-06-25T02:00:00Z", null, ComplaintChannel.COUNTER, "信用卡");
    desk.itIs("2033-06-26T02:00:00Z");
    steps(Desk.HANDLER, waits, ComplaintStep.ACCEPT, ComplaintStep.PAUSE);
    ComplaintView answered = at("2033-06-26T02:00:00Z", null, ComplaintChannel.COUNTER, "信用卡");
    desk.itIs("2033-06-27T02:00:00Z");
    steps(
        Desk.HANDLER,
        answered,
        ComplaintStep.ACCEPT,
        ComplaintStep.ANALYSE,
        ComplaintStep.HANDLE,
        ComplaintStep.FEED_BACK);
    closed(at("2033-06-30T02:00:00Z", li, ComplaintChannel.COUNTER, "信用卡"));
    closed(at("2033-06-30T03:00:00Z", zhao, ComplaintChannel.COUNTER, "信用卡"));
    newest = at("2033-06-30T15:59:59Z", null, ComplaintChannel.COUNTER, "信用卡");
    at("2033-06-30T16:00:00Z", null, ComplaintChannel.COUNTER, "信用卡");
    desk.itIs("2033-07-01T01:00:00Z");
  }

  private ComplaintView at(
      String instant, CustomerRef customer, ComplaintChannel channel, String product) {
    desk.itIs(instant);
    return desk.as(
        Desk.OPERATOR,
        facade ->
            facade.record(
                new RecordComplaint(
                    channel,
                    customer == null ? null : customer.number(),
                    customer == null ? "李娜" : null,
                    customer == null ? "13800138000" : null,
                    branch,
                    product,
                    null,
                    "年费争议",
                    null,
                    "排队等候两个小时",
                    null,
                    null,
                    null,
                    null,
                    null)));
  }

  private ComplaintView closed(ComplaintView at) {
    return steps(
        Desk.HANDLER,
        at,
        ComplaintStep.ACCEPT,
        ComplaintStep.ANALYSE,
        ComplaintStep.HANDLE,
        ComplaintStep.FEED_BACK,
        ComplaintStep.CLOSE);
  }

  private void movedUpAndLate(ComplaintView at) {
    ComplaintView up = desk.take(ComplaintStep.ESCALATE, Desk.HANDLER, at);
    ComplaintView handled =
        steps(regional, up, ComplaintStep.ACCEPT, ComplaintStep.ANALYSE, ComplaintStep.HANDLE);
    desk.itIs("2033-04-16T16:00:00Z");
    steps(regional, handled, ComplaintStep.FEED_BACK, ComplaintStep.CLOSE);
  }

  private void waited(ComplaintView at) {
    ComplaintView accepted = desk.take(ComplaintStep.ACCEPT, Desk.HANDLER, at);
    desk.itIs("2033-04-15T02:00:00Z");
    ComplaintView waits = desk.take(ComplaintStep.PAUSE, Desk.HANDLER, accepted);
    desk.itIs("2033-04-26T02:00:00Z");
    ComplaintView on = desk.take(ComplaintStep.RESUME, Desk.HANDLER, waits);
    desk.itIs("2033-04-30T02:00:00Z");
    steps(
        Desk.HANDLER,
        on,
        ComplaintStep.ANALYSE,
        ComplaintStep.HANDLE,
        ComplaintStep.FEED_BACK,
        ComplaintStep.CLOSE);
  }

  private void withdrawn(ComplaintView at, String instant) {
    desk.itIs(instant);
    desk.take(ComplaintStep.WITHDRAW, Desk.HANDLER, at);
  }

  private ComplaintView steps(Caller who, ComplaintView from, ComplaintStep... steps) {
    ComplaintView at = from;
    for (ComplaintStep step : steps) {
      at = desk.take(step, who, at);
    }
    return at;
  }

  static void owner(String sql, Object... values) {
    try (Connection connection = TestDatabase.get().owner().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
