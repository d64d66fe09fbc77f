package com.heyi.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Client;
import com.heyi.testing.KeycloakAdmin;
import com.heyi.testing.RunningHeyi;
import com.heyi.testing.Sql;
import com.heyi.testing.Waiting;
import org.junit.jupiter.api.Test;

/** What happens at the identity provider comes into the trail, once, within half a minute. */
class SignInsInTheTrailIT {
  /** Half a minute between two polls, and as much again for a slow machine. */
  private static final int SECONDS = 75;

  @Test
  void aSignInAndARefusedOneLeaveARowEach() {
    long before = rows("auth.sign-in", "operator.wang", "DONE");
    long refusedBefore = rows("auth.sign-in-refused", "operator.wang", "REFUSED");

    RunningHeyi.get().tokens().ofUser("operator.wang");
    KeycloakAdmin.wrongPassword("operator.wang");

    awaitMore(before, "auth.sign-in", "operator.wang", "DONE");
    awaitMore(refusedBefore, "auth.sign-in-refused", "operator.wang", "REFUSED");
    assertThat(
            Sql.number(
                "select count(*) from audit.entry where action = 'auth.sign-in-refused'"
                    + " and error_code = 'auth.provider.invalid-user-credentials'"
                    + " and who = 'operator.wang' and address is not null"))
        .isPositive();
    assertThat(
            Sql.number(
                "select count(*) from access.last_sign_in where user_name = 'operator.wang'"))
        .isEqualTo(1);
  }

  @Test
  void aBranchSystemSignsInAsItsClient() {
    long before = rows("auth.sign-in", "branch-b0101", "DONE");
    RunningHeyi.get().tokens().ofClient("branch-b0101");
    awaitMore(before, "auth.sign-in", "branch-b0101", "DONE");
  }

  @Test
  void aRoleGrantedInTheProvidersOwnConsoleShowsWithWhoDidIt() {
    String id = KeycloakAdmin.userId("newcomer.sun");
    String target = id + " complaint-handler";
    KeycloakAdmin.grant(id, "complaint-handler");
    try {
      Waiting.until(
          SECONDS,
          () ->
              Sql.number(
                  "select count(*) from audit.entry where target = ? and who like"
                      + " 'provider-admin:%' and action = 'auth.role-granted-at-provider'",
                  target),
          count -> count > 0);
      Answer seen =
          Client.bearing(RunningHeyi.get().tokens().ofUser("auditor.chen"))
              .get("/api/v1/users/" + id);
      assertThat(seen.status()).isEqualTo(200);
      assertThat(seen.json().at("/grants/0/via").asText()).isEqualTo("PROVIDER");
      assertThat(seen.json().at("/grants/0/grantedAt").asText()).isNotEmpty();
    } finally {
      KeycloakAdmin.revoke(id, "complaint-handler");
    }
  }

  @Test
  void anAuditorReadsTheUsersAndGrantsNothing() {
    Client auditor = Client.bearing(RunningHeyi.get().tokens().ofUser("auditor.chen"));
    assertThat(auditor.get("/api/v1/users").status()).isEqualTo(200);
    String id = KeycloakAdmin.userId("newcomer.sun");
    assertThat(
            auditor
                .post(
                    "/api/v1/users/" + id + "/grants", "{\"role\":\"AUDITOR\",\"reason\":\"mine\"}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void aForgedTokenLeavesARowButAThousandDoNotLeaveAThousand() {
    Client forger = Client.bearing("a.b.c");
    for (int i = 0; i < 100; i++) {
      assertThat(forger.get("/api/v1/customers").status()).isEqualTo(401);
    }
    long rows =
        Sql.number(
            "select count(*) from audit.entry where action = 'auth.token-refused'"
                + " and error_code = 'auth.token-invalid'"
                + " and recorded_at > now() - interval '1 minute'");
    assertThat(rows).isBetween(1L, 3L);
  }

  private static void awaitMore(long before, String action, String who, String outcome) {
    Waiting.until(SECONDS, () -> rows(action, who, outcome), count -> count > before);
  }

  private static long rows(String action, String who, String outcome) {
    return Sql.number(
        "select count(*) from audit.entry where action = ? and who = ? and outcome = ?",
        action,
        who,
        outcome);
  }
}
