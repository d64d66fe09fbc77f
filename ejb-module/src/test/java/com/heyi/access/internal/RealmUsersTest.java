package com.heyi.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.heyi.access.AccessError;
import com.heyi.access.UserView;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.ErrorCode.Kind;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.text.Texts;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;

class RealmUsersTest {
  private static final String WANG =
      "{\"id\":\"7\",\"username\":\"operator.wang\",\"firstName\":\"芳\",\"lastName\":\"王\","
          + "\"enabled\":true,\"somethingNewer\":[]}";
  private static final String ROLES =
      "[{\"id\":\"r1\",\"name\":\"operator\"},{\"id\":\"r2\",\"name\":\"offline_access\"}]";

  private static final String SECRET = "s3cr3t-of-heyi";

  private final List<String> asked = new ArrayList<>();
  private int tokens;
  private int tokenStatus = 200;
  private IntSupplier onSearch = () -> 200;
  private IntSupplier onRoles = () -> 200;
  private int status = 200;
  private int many = 1;
  private boolean enabled = true;
  private String held = ROLES;
  private IntSupplier onPost = () -> 200;
  private HttpServer keycloak;
  private AdminApi provider;
  private RealmUsers users;

  @BeforeEach
  void startKeycloak() throws IOException {
    keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    keycloak.createContext("/", this::answer);
    keycloak.start();
    provider = new AdminApi(issuer(), "heyi-admin", SECRET);
    users = new RealmUsers(provider);
  }

  @AfterEach
  void stopKeycloak() {
    provider.close();
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
  void aPageOfManyUsersAsksRoleByRoleAndNotUserByUser() {
    many = 20;
    var page = users.page(PageRequest.at(0, 20, null, Map.of()));

    assertThat(page.items()).hasSize(20);
    assertThat(page.items().get(7).roles()).containsExactly(Role.OPERATOR);
    assertThat(page.items().get(8).roles()).isEmpty();
    assertThat(asked).as("the users, their number, a question a role").hasSize(7);
  }

  @Test
  void theRolesOfNowAreThoseOfTheAccountWithItsGroups() {
    assertThat(users.of("operator.wang")).containsExactly(Role.OPERATOR);
    assertThat(asked).anyMatch(line -> line.contains("/role-mappings/realm/composite"));
    assertThat(asked).anyMatch(line -> line.contains("exact=true"));
  }

  @Test
  void whoMayNotSignInHoldsNothingNow() {
    enabled = false;
    assertThat(users.of("operator.wang")).isEmpty();
  }

  @Test
  void aBranchSystemIsFoundAmongTheHoldersOfTheRoles() {
    many = 0;
    assertThat(users.of("branch-b0101")).containsExactly(Role.BRANCH);
    assertThat(users.of("branch-b9999")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void anAuditorGetsNoOtherRoleAndWhoHoldsOneDoesNotBecomeAnAuditor(Role other) {
    if (other == Role.AUDITOR) {
      AnAuditorHoldsNoWritingRole.check(holding(), Role.AUDITOR);
      AnAuditorHoldsNoWritingRole.check(holding(Role.OPERATOR, Role.BRANCH), Role.OPERATOR);
      assertThat(holding(Role.AUDITOR).mixesDuties()).isFalse();
      assertThat(holding(Role.OPERATOR, Role.BRANCH).mixesDuties()).isFalse();
      return;
    }
    assertThatThrownBy(() -> AnAuditorHoldsNoWritingRole.check(holding(Role.AUDITOR), other))
        .hasMessage("access.separation-of-duties");
    assertThatThrownBy(() -> AnAuditorHoldsNoWritingRole.check(holding(other), Role.AUDITOR))
        .hasMessage("access.separation-of-duties");
    assertThat(holding(Role.AUDITOR, other).mixesDuties()).isTrue();
  }

  private static UserView holding(Role... roles) {
    return new UserView("7", "wang", "王", null, true, List.of(roles), List.of(), null);
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
    RealmUsers unset = new RealmUsers(new AdminApi(issuer(), "heyi-admin", null));

    assertThat(refusedFor(() -> unset.view("7")).error()).isEqualTo(AccessError.NOT_CONFIGURED);
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403})
  void aClientThatTheProviderDoesNotLetInIsNamedAndItsSecretIsNot(int refusal) {
    tokenStatus = refusal;

    HeyiException refused = refusedFor(() -> users.ofPerson("operator.wang"));

    assertThat(refused.error()).isEqualTo(AccessError.PROVIDER_CREDENTIALS);
    assertThat(refused.error().kind()).isEqualTo(Kind.MISCONFIGURED);
    assertThat(refused.args()).containsExactly("heyi-admin", refusal);
    for (Locale locale : Texts.SPOKEN) {
      assertThat(Texts.get(locale, refused.code(), refused.args().toArray()))
          .contains("heyi-admin", "heyi.admin-api.client-secret", String.valueOf(refusal))
          .doesNotContain(SECRET);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void aRealmThatIsNotThereIsToldWithTheAddressThatIsSet() {
    tokenStatus = 404;

    HeyiException refused = refusedFor(() -> users.ofPerson("operator.wang"));

    assertThat(refused.error()).isEqualTo(AccessError.PROVIDER_ADDRESS);
    assertThat(refused.error().kind()).isEqualTo(Kind.MISCONFIGURED);
    for (Locale locale : Texts.SPOKEN) {
      assertThat(Texts.get(locale, refused.code(), refused.args().toArray()))
          .contains(issuer(), "heyi.oidc.issuer");
    }
  }

  @Test
  void anAddressThatNamesNoRealmIsToldToo() {
    RealmUsers nowhere =
        new RealmUsers(new AdminApi("http://localhost/auth", "heyi-admin", SECRET));

    assertThat(wronglySetUp(() -> nowhere.of("operator.wang")))
        .isEqualTo(AccessError.PROVIDER_ADDRESS);
  }

  @Test
  void anAdminInterfaceThatIsNotThereIsNoUserThatIsNotThere() {
    onSearch = () -> 404;

    assertThat(wronglySetUp(() -> users.of("operator.wang")))
        .isEqualTo(AccessError.PROVIDER_ADDRESS);
  }

  @Test
  void aClientWithoutTheRolesToLookIsToldWithItsName() {
    onSearch = () -> 403;

    HeyiException refused = refusedFor(() -> users.of("operator.wang"));

    assertThat(refused.error()).isEqualTo(AccessError.PROVIDER_REFUSES);
    assertThat(refused.error().kind()).isEqualTo(Kind.MISCONFIGURED);
    assertThat(refused.args()).containsExactly(403, "heyi-admin");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503})
  void aProviderThatSaysNotNowIsDownAndNotWronglySetUp(int notNow) {
    tokenStatus = notNow;
    HeyiException atTheDoor = refusedFor(() -> users.of("operator.wang"));
    tokenStatus = 200;
    onSearch = () -> notNow;
    HeyiException inside = refusedFor(() -> users.of("operator.wang"));

    assertThat(List.of(atTheDoor, inside))
        .allSatisfy(
            refused -> {
              assertThat(refused.error()).isEqualTo(AccessError.PROVIDER_DOWN);
              assertThat(refused.error().kind()).isEqualTo(Kind.UNAVAILABLE);
            });
  }

  @Test
  void aTokenThatTheProviderForgotIsAskedForAnewOnce() {
    users.of("operator.wang");
    onSearch = () -> tokens == 1 ? 401 : 200;

    assertThat(users.of("operator.wang")).containsExactly(Role.OPERATOR);
    assertThat(tokens).isEqualTo(2);

    onSearch = () -> 401;
    assertThat(wronglySetUp(() -> users.of("operator.wang")))
        .isEqualTo(AccessError.PROVIDER_REFUSES);
  }

  @Test
  void whoIsRemovedWhileHisRolesAreAskedForHoldsNone() {
    onRoles = () -> 404;

    assertThat(users.of("operator.wang")).isEmpty();
  }

  @Test
  void aPersonWhoIsNotThereHoldsNothingAndNoBranchSystemIsLookedFor() {
    many = 0;

    assertThat(users.ofPerson("branch-b0101")).isEmpty();
    assertThat(asked).singleElement().asString().contains("exact=true");
  }

  private static ErrorCode wronglySetUp(ThrowingCallable call) {
    HeyiException refused = refusedFor(call);
    assertThat(refused.error().kind()).isEqualTo(Kind.MISCONFIGURED);
    return refused.error();
  }

  private static HeyiException refusedFor(ThrowingCallable call) {
    HeyiException refused = catchThrowableOfType(HeyiException.class, call);
    assertThat(refused).isNotNull();
    return refused;
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

  private String wang() {
    return WANG.replace("true", Boolean.toString(enabled));
  }

  private String listed() {
    return IntStream.range(0, many)
        .mapToObj(n -> many == 1 ? wang() : WANG.replace("\"7\"", "\"" + n + "\""))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private String holders(String path) {
    return path.contains("/operator/")
        ? "[" + WANG + "]"
        : path.contains("/branch-system/")
            ? "["
                + WANG.replace("operator.wang", "service-account-branch-b0101").replace("7", "b1")
                + "]"
            : "[]";
  }

  private String issuer() {
    return "http://localhost:" + keycloak.getAddress().getPort() + "/realms/heyi";
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean token = path.endsWith("/token");
    if (token) {
      tokens++;
    } else {
      String address = exchange.getRequestURI().toString().replace("%2A", "*");
      asked.add(exchange.getRequestMethod() + " " + address + " " + body);
    }
    String json =
        token
            ? "{\"access_token\":\"t\",\"expires_in\":300,\"token_type\":\"Bearer\"}"
            : path.endsWith("/count")
                ? "1"
                : path.endsWith("/role-mappings/realm") || path.endsWith("/composite")
                    ? held
                    : path.matches(".*/roles/[a-z-]+/users")
                        ? holders(path)
                        : path.contains("/roles/")
                            ? "{\"id\":\"r1\",\"name\":\"operator\"}"
                            : path.endsWith("/users") ? listed() : wang();
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    boolean post = !token && "POST".equals(exchange.getRequestMethod());
    exchange.sendResponseHeaders(
        token ? tokenStatus : post ? onPost.getAsInt() : got(path), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private int got(String path) {
    return path.endsWith("/users")
        ? onSearch.getAsInt() == 200 ? status : onSearch.getAsInt()
        : path.endsWith("/composite") && onRoles.getAsInt() != 200 ? onRoles.getAsInt() : status;
  }
}
