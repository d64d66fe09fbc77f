package com.heyi.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.PageRequest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.UserRepresentation;

class RealmUsersTest {
  private static final String WANG =
      "{\"id\":\"7\",\"username\":\"operator.wang\",\"firstName\":\"芳\",\"lastName\":\"王\","
          + "\"enabled\":true,\"somethingNewer\":[]}";
  private static final String ROLES =
      "[{\"id\":\"r1\",\"name\":\"operator\"},{\"id\":\"r2\",\"name\":\"offline_access\"}]";

  private final List<String> asked = new ArrayList<>();
  private int status = 200;
  private String held = ROLES;
  private IntSupplier onPost = () -> 200;
  private HttpServer keycloak;
  private RealmUsers users;

  @BeforeEach
  void startKeycloak() throws IOException {
    keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    keycloak.createContext("/", this::answer);
    keycloak.start();
    users = new RealmUsers(issuer(), "heyi-admin", "secret");
  }

  @AfterEach
  void stopKeycloak() {
    users.close();
    keycloak.stop(0);
  }

  @Test
  void usersAreListedWithTheirHeyiRolesOnly() {
    var page = users.page(PageRequest.at(0, 20, null, Map.of("text", "wang")));

    assertThat(page.total()).isEqualTo(1);
    assertThat(page.items()).hasSize(1);
    assertThat(page.items().get(0).name()).isEqualTo("王芳");
    assertThat(page.items().get(0).roles()).containsExactly(Role.OPERATOR);
    assertThat(asked).anyMatch(line -> line.contains("/users?") && line.contains("*wang*"));
  }

  @Test
  void aRoleIsRevokedByADeleteThatNamesItInItsBody() {
    users.revoke("7", Role.OPERATOR);

    assertThat(asked)
        .anyMatch(
            line ->
                line.startsWith("DELETE /admin/realms/heyi/users/7/role-mappings/realm")
                    && line.contains("\"operator\""));
  }

  @Test
  void aRoleIsGrantedByItsRepresentation() {
    held = "[]";

    assertThat(users.grant("7", Role.OPERATOR)).isTrue();

    assertThat(asked)
        .anyMatch(
            line ->
                line.startsWith("POST /admin/realms/heyi/users/7/role-mappings/realm")
                    && line.contains("\"r1\""));
  }

  @Test
  void aRoleThatIsHeldAlreadyIsNotGrantedOnceMore() {
    assertThat(users.grant("7", Role.OPERATOR)).isFalse();
    assertThat(asked).noneMatch(line -> line.startsWith("POST"));
  }

  @Test
  void aGrantThatTookEffectThoughItsAnswerWasLostIsDone() {
    held = "[]";
    onPost =
        () -> {
          held = ROLES;
          return 504;
        };

    assertThat(users.grant("7", Role.OPERATOR)).isTrue();
  }

  @Test
  void aGrantWithoutAnAnswerThatIsNotSeenIsUnknownAndNotFailed() {
    held = "[]";
    onPost = () -> 504;

    assertThatThrownBy(() -> users.grant("7", Role.OPERATOR)).hasMessage("access.outcome-unknown");
  }

  @Test
  void aGrantThatTheProviderRefusedIsRefused() {
    held = "[]";
    onPost = () -> 403;

    assertThatThrownBy(() -> users.grant("7", Role.OPERATOR)).hasMessage("access.provider-refuses");
  }

  @Test
  void anUnknownUserIsNotFound() {
    status = 404;

    assertThatThrownBy(() -> users.view("8")).hasMessage("record.not-found");
  }

  @Test
  void aRefusalOfTheProviderIsToldApartFromItsAbsence() {
    status = 403;
    assertThatThrownBy(() -> users.view("7")).hasMessage("access.provider-refuses");

    status = 502;
    assertThatThrownBy(() -> users.view("7")).hasMessage("access.provider-down");

    keycloak.stop(0);
    assertThatThrownBy(() -> users.view("7")).hasMessage("access.provider-down");
  }

  @Test
  void withoutASecretNothingIsAsked() {
    assertThatThrownBy(() -> new RealmUsers(issuer(), "heyi-admin", null).view("7"))
        .hasMessage("access.not-configured");
    assertThat(asked).isEmpty();
  }

  @Test
  void aNameIsWrittenAsItsBearerWritesIt() {
    assertThat(RealmUsers.name(user("Ann", "Lee"))).isEqualTo("Ann Lee");
    assertThat(RealmUsers.name(user("芳", "王"))).isEqualTo("王芳");
    assertThat(RealmUsers.name(user(null, null))).isEqualTo("account");
  }

  private static UserRepresentation user(String first, String last) {
    UserRepresentation user = new UserRepresentation();
    user.setUsername("account");
    user.setFirstName(first);
    user.setLastName(last);
    return user;
  }

  private String issuer() {
    return "http://localhost:" + keycloak.getAddress().getPort() + "/realms/heyi";
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean token = path.endsWith("/token");
    if (!token) {
      String address = exchange.getRequestURI().toString().replace("%2A", "*");
      asked.add(exchange.getRequestMethod() + " " + address + " " + body);
    }
    String json =
        token
            ? "{\"access_token\":\"t\",\"expires_in\":300,\"token_type\":\"Bearer\"}"
            : path.endsWith("/count")
                ? "1"
                : path.endsWith("/role-mappings/realm")
                    ? held
                    : path.contains("/roles/")
                        ? "{\"id\":\"r1\",\"name\":\"operator\"}"
                        : path.endsWith("/users") ? "[" + WANG + "]" : WANG;
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    boolean post = !token && "POST".equals(exchange.getRequestMethod());
    exchange.sendResponseHeaders(token ? 200 : post ? onPost.getAsInt() : status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
