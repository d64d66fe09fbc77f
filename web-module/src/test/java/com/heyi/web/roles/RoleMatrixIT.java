package com.heyi.web.roles;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.facade.Role;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.KeycloakAdmin;
import com.heyi.testing.Session;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every way in, called as every role, against the running platform: who is let in is exactly who is
 * in the table made from the code. Somebody who is let in may still be told that his request is
 * wrong; somebody who is not is told only that.
 */
class RoleMatrixIT {
  private static final String PASSWORD = "Matrix-person-1!";
  private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final RoleMatrix MATRIX = new RoleMatrix();
  private static String branchPerson;
  private static String branchPersonId;

  @BeforeAll
  static void aPersonWithTheRoleOfABranch() {
    branchPerson = "branch." + UUID.randomUUID().toString().substring(0, 8);
    branchPersonId = KeycloakAdmin.person(branchPerson, PASSWORD, Role.BRANCH.key());
  }

  @AfterAll
  static void isGoneAfterwards() {
    KeycloakAdmin.remove(branchPersonId);
  }

  /** One who calls: nobody at all, somebody without a role, or somebody with one. */
  private record Who(String name, boolean signedIn, Optional<Role> role) {
    boolean isLetInto(Endpoint endpoint) {
      return RolesDocument.isOpen(endpoint)
          || signedIn && role.map(endpoint::lets).orElse(endpoint.letsAnybodySignedIn());
    }
  }

  @Test
  void everyPathOfRestLetsInWhomTheTableNames() {
    Map<Who, Client> callers = callers();
    check(
        Endpoint.Kind.REST,
        callers.keySet(),
        (who, endpoint) -> isLetIn(rest(callers.get(who), endpoint)));
  }

  @Test
  void everyOperationOfSoapLetsInWhomTheTableNames() {
    Map<Who, Client> callers = callers();
    check(
        Endpoint.Kind.SOAP,
        callers.keySet(),
        (who, endpoint) -> isLetIn(soap(callers.get(who), endpoint)));
  }

  @Test
  void everyPageLetsInWhomTheTableNames() {
    Map<Who, Session> sessions = sessions();
    check(
        Endpoint.Kind.PAGE,
        sessions.keySet(),
        (who, endpoint) -> {
          Answer answer = sessions.get(who).get(endpoint.name() + "?id=" + Dummies.NOBODY);
          boolean sent = answer.status() == 302 && asksToSignIn(answer);
          assertThat(sent || isWhole(answer)).as(endpoint + " for " + who + ": " + answer).isTrue();
          return !sent && answer.status() != 403;
        });
  }

  @Test
  void everyOtherAddressLetsInWhomTheTableNames() {
    // Each with a session of its own, because some of these end it.
    List<Who> people = List.of(nobody(), new Who("newcomer.sun", true, Optional.empty()));
    check(
        Endpoint.Kind.SERVLET,
        people,
        (who, endpoint) -> {
          Session session = who.signedIn() ? Session.of(who.name()) : Session.signedOut();
          Answer answer =
              endpoint.verb().equals("GET")
                  ? session.get(endpoint.name())
                  : session.post(endpoint.name(), Map.of());
          return !asksToSignIn(answer) && answer.status() != 401 && answer.status() != 403;
        });
  }

  private interface Attempt {
    boolean isLetIn(Who who, Endpoint endpoint);
  }

  private static void check(Endpoint.Kind kind, Iterable<Who> people, Attempt attempt) {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (Endpoint endpoint : MATRIX.endpoints()) {
      if (endpoint.kind() != kind) {
        continue;
      }
      for (Who who : people) {
        tried++;
        boolean expected = who.isLetInto(endpoint);
        if (attempt.isLetIn(who, endpoint) != expected) {
          wrong.add(who.name() + " should be " + (expected ? "let into " : "refused ") + endpoint);
        }
      }
    }
    assertThat(tried).isPositive();
    assertThat(wrong).as(tried + " attempts").isEmpty();
  }

  private static Answer rest(Client client, Endpoint endpoint) {
    Client armed =
        client.with("If-Match", "\"0\"").withKey(UUID.randomUUID().toString()).speaking("en");
    String body = Dummies.body(endpoint.method());
    String path = Dummies.path(endpoint);
    return body == null
        ? armed.send(endpoint.verb(), path, BodyPublishers.noBody(), null)
        : armed.send(endpoint.verb(), path, BodyPublishers.ofString(body), "application/json");
  }

  private static Answer soap(Client client, Endpoint endpoint) {
    String envelope =
        "<s:Envelope xmlns:s=\"%s\"><s:Body>%s</s:Body></s:Envelope>"
            .formatted(ENVELOPE, Dummies.operation(endpoint.method()));
    return client.post(
        "/soap/branch", envelope.getBytes(StandardCharsets.UTF_8), "text/xml;charset=UTF-8");
  }

  /** Refused are those without a token and those without the role; never for the record's sake. */
  private static boolean isLetIn(Answer answer) {
    assertThat(answer.body())
        .as(answer.toString())
        .doesNotContain("<code>internal</code>")
        .doesNotContain("\"code\":\"internal\"");
    return answer.status() != 401
        && !answer.body().contains("\"code\":\"auth.forbidden\"")
        && !answer.body().contains("<code>auth.forbidden</code>");
  }

  private static boolean asksToSignIn(Answer answer) {
    return answer.headerText("Location").contains("/protocol/openid-connect/auth");
  }

  private static boolean isWhole(Answer answer) {
    return answer.status() < 500 && answer.body().contains("</html>");
  }

  private static Who nobody() {
    return new Who("nobody", false, Optional.empty());
  }

  private static Map<Who, Client> callers() {
    Map<Who, Client> callers = new LinkedHashMap<>();
    callers.put(nobody(), Client.nobody());
    callers.put(new Who("newcomer.sun", true, Optional.empty()), Callers.newcomer());
    callers.put(holding("admin.li", Role.HEAD_OFFICE_ADMIN), Callers.admin());
    callers.put(holding("operator.wang", Role.OPERATOR), Callers.operator());
    callers.put(holding("handler.zhao", Role.COMPLAINT_HANDLER), Callers.handler());
    callers.put(holding("branch-b0101", Role.BRANCH), Callers.branch("B0101"));
    callers.put(holding("auditor.chen", Role.AUDITOR), Callers.auditor());
    assertThat(callers).hasSize(Role.values().length + 2);
    return callers;
  }

  private static Map<Who, Session> sessions() {
    Map<Who, Session> sessions = new LinkedHashMap<>();
    for (Who who : Set.copyOf(callers().keySet())) {
      boolean branch = who.role().filter(Role.BRANCH::equals).isPresent();
      sessions.put(
          who,
          !who.signedIn()
              ? Session.signedOut()
              : branch ? Session.of(branchPerson, PASSWORD) : Session.of(who.name()));
    }
    return sessions;
  }

  private static Who holding(String name, Role role) {
    return new Who(name, true, Optional.of(role));
  }
}
