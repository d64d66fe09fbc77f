package com.heyi.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.value.Ids;
import com.heyi.testing.MigratedOnceMore;
import org.junit.jupiter.api.Test;

class AccountsWithoutCapitalsTest {
  private static final String DROPPED =
      """
      ALTER TABLE complaints.desk_member DROP CONSTRAINT desk_member_without_capitals;
      ALTER TABLE complaints.task DROP CONSTRAINT task_owner_without_capitals;
      """;

  private final String mark = Ids.next().toString().substring(24);

  @Test
  void whoWasStoredWithCapitalsIsFoundAndOfTwoTheRecordThatWasSetLastStays() {
    assertThat(
            MigratedOnceMore.by(
                "complaints/V56__accounts_without_capitals.sql",
                DROPPED
                    + member("Hd.One-", "REGION", "Hd.Two-", 901)
                    + member("Hd.Two-", "SENIOR", null, 903)
                    + member("hd.two-", "BRANCH", null, 902),
                "select account || ' ' || level || ' ' || coalesce(substitute, '-')"
                    + " from complaints.desk_member where account like '%-"
                    + mark
                    + "' order by account"))
        .containsExactly(
            "hd.one-" + mark + " REGION hd.two-" + mark, "hd.two-" + mark + " SENIOR -");
  }

  private String member(String name, String level, String substitute, int revision) {
    String columns =
        "account, name, level, branch, skills, languages, capacity, absent_from, absent_until,"
            + " substitute, active";
    String values =
        "'%s', 'x', '%s', null, '', 'zh', 1, null, null, %s, true"
            .formatted(
                name + mark, level, substitute == null ? "null" : "'" + substitute + mark + "'");
    return "insert into complaints.desk_member (%s, version) values (%s, 0);"
            .formatted(columns, values)
        + ("insert into complaints.desk_member_history (%s, revision, revision_kind)"
                + " values (%s, %d, 0);")
            .formatted(columns, values, revision);
  }
}
