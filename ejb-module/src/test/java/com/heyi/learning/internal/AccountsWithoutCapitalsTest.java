package com.heyi.learning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.value.Ids;
import com.heyi.testing.MigratedOnceMore;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsWithoutCapitalsTest {
  private static final String DROPPED =
      """
      ALTER TABLE learning.problem DROP CONSTRAINT problem_owner_without_capitals;
      ALTER TABLE learning.action DROP CONSTRAINT action_owner_without_capitals;
      ALTER TABLE learning.win_back DROP CONSTRAINT win_back_owner_without_capitals;
      ALTER TABLE learning.notice DROP CONSTRAINT notice_account_without_capitals;
      """;

  private final String mark = Ids.next().toString().substring(24);

  @Test
  void whoWasToldInTwoSpellingsSeesBothAndIsToldNoMore() {
    assertThat(
            migrated(
                told("A:", "Hd.One")
                    + told("A:", "HD.ONE")
                    + told("B:", "hd.one")
                    + told("B:", "Hd.One")
                    + told("C:", " Hd.One "),
                "select account || ' ' || dedup_key from learning.notice where account like '%"
                    + mark
                    + "' order by id"))
        .containsExactly(
            row("hd.one", "A:hd.one"),
            row("hd.one", "A:HD.ONE"),
            row("hd.one", "B:hd.one"),
            row("hd.one", "B:Hd.One"),
            row("hd.one", "C:hd.one"));
  }

  @Test
  void whatIsWhoseStandsUnderTheNameThatHeSignsInWith() {
    String problem = Ids.next().toString();
    String before =
        """
        insert into learning.problem (id, version, number, title, description, owner, status,
            opened_by, opened_at)
        values ('%1$s', 0, '%2$s', 'x', 'x', 'Hd.Li%3$s', 'OPEN', 'x', now());
        insert into learning.action (id, version, problem_id, what, department, owner, due_on,
            status, round, check_months, planned_by, planned_at)
        values ('%1$s', 0, '%1$s', 'x', 'x', 'Hd.Li%3$s', '2026-03-02', 'OPEN', 1, 1, 'x', now());
        insert into learning.win_back (id, version, complaint_id, number, customer_id, owner,
            due_on, plan, planned_by, planned_at)
        values ('%1$s', 0, '%1$s', 'x', '%1$s', 'Hd.Li%3$s', '2026-03-02', 'x', 'x', now());
        """
            .formatted(problem, problem.substring(13), mark);
    assertThat(
            migrated(
                before,
                "select p.owner || ' ' || a.owner || ' ' || w.owner from learning.problem p"
                    + " join learning.action a on a.problem_id = p.id"
                    + " join learning.win_back w on w.owner = p.owner where p.id = '"
                    + problem
                    + "'"))
        .containsExactly("hd.li%1$s hd.li%1$s hd.li%1$s".formatted(mark));
  }

  @Test
  void pointsAreHisUnlessHeGaveOrHasThemAlready() {
    assertThat(
            migrated(
                violation("Hd.One", "x", 1)
                    + violation("Hd.Two", "hd.two" + mark, 2)
                    + violation("Hd.Three", "x", 3)
                    + violation("hd.three", "x", 3),
                "select staff from learning.violation where staff like '%"
                    + mark
                    + "' order by id"))
        .containsExactly("hd.one" + mark, "Hd.Two" + mark, "Hd.Three" + mark, "hd.three" + mark);
  }

  private static List<String> migrated(String before, String question) {
    return MigratedOnceMore.by(
        "learning/V14__accounts_without_capitals.sql", DROPPED + before, question);
  }

  private String row(String account, String key) {
    return account + mark + " " + key + mark;
  }

  private String told(String cause, String account) {
    String name = account.stripTrailing() + mark + (account.endsWith(" ") ? " " : "");
    return ("insert into learning.notice (id, version, dedup_key, account, kind, args, told_at)"
            + " values ('%s', 0, '%s', '%s', 'x', '[]', now());")
        .formatted(Ids.next(), cause + name, name);
  }

  private String violation(String staff, String by, int complaint) {
    return ("insert into learning.violation (id, version, staff, complaint_id, complaint_number,"
            + " rule, rule_from, points, reason, given_by, given_at, lapses_on, appeal_until,"
            + " status) select '%s', 0, '%s', '00000000-0000-0000-0000-00000000000%d', 'x', code,"
            + " valid_from, 1, 'x', '%s', now(), now(), now(), 'STANDING'"
            + " from learning.violation_rule order by code, valid_from limit 1;")
        .formatted(Ids.next(), staff + mark, complaint, by);
  }
}
