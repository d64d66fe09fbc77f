package com.heyi.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.access.RoleGrantView;
import com.heyi.access.UserView;
import com.heyi.access.internal.SignInsTakenOver.Stream;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.AuthDetailsRepresentation;
import org.keycloak.representations.idm.EventRepresentation;

class SignInsTakenOverTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");
  private final List<AuditEvent> rows = Collections.synchronizedList(new ArrayList<>());
  private final String user = "user-" + UUID.randomUUID();

  @Test
  void aSignInIsOneRowHoweverOftenItIsRead() {
    List<ProviderEvent> page = page(event("LOGIN", NOON), event("LOGOUT", NOON.plusSeconds(5)));

    assertThat(take(page)).isEqualTo(2);
    assertThat(take(page)).isZero();

    assertThat(rows)
        .extracting(AuditEvent::action)
        .containsExactly("auth.sign-in", "auth.sign-out");
    AuditEvent row = rows.get(0);
    assertThat(row.caller().user()).isEqualTo(user);
    assertThat(row.caller().address()).isEqualTo("10.1.2.3");
    assertThat(row.caller().channel()).isEqualTo(Channel.PAGE);
    assertThat(row.outcome()).isEqualTo(Outcome.DONE);
    assertThat(row.changes().get(0).after()).isEqualTo("2026-11-20T12:00:00.123Z");
  }

  @Test
  void eventsOfTheSameMillisecondAreTakenEachEvenWhenAPageCutsThemApart() {
    List<EventRepresentation> sameMoment = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sameMoment.add(event("LOGIN", NOON));
    }
    take(page(sameMoment.subList(0, 2).toArray(EventRepresentation[]::new)));

    Instant from = in(tools -> tools.start(Stream.USER));
    assertThat(from).isBefore(NOON);
    assertThat(take(page(sameMoment.toArray(EventRepresentation[]::new)))).isEqualTo(3);
    assertThat(rows).hasSize(5);
  }

  @Test
  void twoNodesReadingTheSamePageDoubleNothing() throws Exception {
    List<EventRepresentation> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      events.add(event("LOGIN", NOON.plusMillis(i)));
    }
    List<ProviderEvent> page = page(events.toArray(EventRepresentation[]::new));
    var nodes = Executors.newFixedThreadPool(4);
    try {
      Callable<Integer> node = () -> take(page);
      nodes.invokeAll(Collections.nCopies(8, node)).forEach(SignInsTakenOverTest::done);
    } finally {
      nodes.shutdown();
    }
    assertThat(rows).hasSize(40);
  }

  @Test
  void aRollbackTakesNothingSoThatItIsTakenLater() {
    List<ProviderEvent> page = page(event("LOGIN", NOON));
    AuditSink broken =
        sink(
            event -> {
              throw new IllegalStateException("the trail is down");
            });
    try {
      TestDatabase.get().inTransaction(em -> tools(em, broken).take(Stream.USER, page));
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("the trail is down");
    }
    assertThat(take(page)).isEqualTo(1);
  }

  @Test
  void aRefusedSignInTellsWhyAndKeepsNoNameThatNobodyBears() {
    EventRepresentation wrongPassword = event("LOGIN_ERROR", NOON);
    wrongPassword.setError("invalid_user_credentials");
    EventRepresentation nobody = event("LOGIN_ERROR", NOON);
    nobody.setError("user_not_found");
    nobody.setUserId(null);
    nobody.setDetails(Map.of("username", "MyPassword-1!"));

    take(page(wrongPassword, nobody));

    assertThat(rows).extracting(AuditEvent::outcome).containsOnly(Outcome.REFUSED);
    assertThat(rows.get(0).errorCode()).isEqualTo("auth.provider.invalid-user-credentials");
    assertThat(rows.get(0).caller().user()).isEqualTo(user);
    assertThat(rows.get(1).caller().user()).isEqualTo("unknown");
    assertThat(rows.toString()).doesNotContain("MyPassword");
  }

  @Test
  void aBranchSystemIsNamedByItsClientAndOurOwnClientLeavesOneRowADay() {
    EventRepresentation branch = event("CLIENT_LOGIN", NOON);
    branch.setClientId("branch-" + user);
    EventRepresentation own = event("CLIENT_LOGIN", NOON);
    own.setClientId("own");
    own.setIpAddress(user);
    EventRepresentation ownAgain = event("CLIENT_LOGIN", NOON.plusSeconds(200));
    ownAgain.setClientId("own");
    ownAgain.setIpAddress(user);

    take(page(branch, own, ownAgain));

    assertThat(rows)
        .extracting(row -> row.caller().user())
        .containsExactly("branch-" + user, "own");
    assertThat(rows.get(0).caller().channel()).isEqualTo(Channel.REST);
  }

  @Test
  void whatSaysNothingAboutGettingInIsLeftOut() {
    assertThat(ProviderEvent.of(event("CODE_TO_TOKEN", NOON), "heyi-web", "own")).isEmpty();
    assertThat(ProviderEvent.of(event("CODE_TO_TOKEN_ERROR", NOON), "heyi-web", "own")).isPresent();
  }

  @Test
  void aReviewSeesTheLastSignInAndWhoGrantedARoleAtTheProvider() {
    take(page(event("LOGIN", NOON.plusSeconds(60)), event("LOGIN", NOON)));
    String id = UUID.randomUUID().toString();
    takeAdmin(roleEvent("CREATE", id, NOON, "boss", "master"));

    UserView seen = view(id);
    assertThat(seen.lastSignIn()).isEqualTo(NOON.plusSeconds(60));
    RoleGrantView grant = seen.grants().get(0);
    assertThat(grant.grantedAt()).isEqualTo(NOON);
    assertThat(grant.grantedBy()).isEqualTo("provider-admin:boss");
    assertThat(grant.via()).isEqualTo(RoleGrantView.Via.PROVIDER);
    AuditEvent row = rows.get(2);
    assertThat(row.action()).isEqualTo("auth.role-granted-at-provider");
    assertThat(row.target()).isEqualTo(id + " operator");
    assertThat(row.change()).isTrue();

    takeAdmin(roleEvent("DELETE", id, NOON.plusSeconds(1), "boss", "master"));
    assertThat(rows.get(3).action()).isEqualTo("auth.role-revoked-at-provider");
    assertThat(view(id).grants().get(0).grantedAt()).isNull();
  }

  @Test
  void ourOwnGrantKeepsThePersonWhoMadeItAndIsFoundEvenWhenNoAnswerCame() {
    String known = UUID.randomUUID().toString();
    String lost = UUID.randomUUID().toString();
    TestDatabase.get().doInTransaction(em -> history(em).granted(known, Role.OPERATOR, "admin.li"));

    takeAdmin(
        roleEvent("CREATE", known, NOON, "service-account-own", "heyi"),
        roleEvent("CREATE", lost, NOON, "service-account-own", "heyi"));

    assertThat(view(known).grants().get(0).grantedBy()).isEqualTo("admin.li");
    assertThat(view(lost).grants().get(0).grantedBy()).isEqualTo("service-account-own");
    assertThat(view(lost).grants().get(0).via()).isEqualTo(RoleGrantView.Via.HEYI);
  }

  @Test
  void anyOtherChangeAtTheProviderLeavesARowToo() {
    AdminEventRepresentation password = roleEvent("ACTION", "7", NOON, "boss", "heyi");
    password.setResourceType("USER");
    password.setResourcePath("users/7/reset-password");

    takeAdmin(password);

    assertThat(rows.get(0).action()).isEqualTo("auth.provider-changed");
    assertThat(rows.get(0).target()).isEqualTo("USER:users/7/reset-password");
    assertThat(rows.get(0).caller().user()).isEqualTo("boss");
  }

  private int take(List<ProviderEvent> page) {
    return TestDatabase.get()
        .inTransaction(
            em -> {
              int taken = tools(em, sink(rows::add)).take(Stream.USER, page);
              return Math.max(taken, 0);
            });
  }

  private void takeAdmin(AdminEventRepresentation... events) {
    List<ProviderEvent> page =
        java.util.stream.Stream.of(events)
            .map(event -> ProviderEvent.of(event, id -> id, "service-account-own"))
            .toList();
    TestDatabase.get().inTransaction(em -> tools(em, sink(rows::add)).take(Stream.ADMIN, page));
  }

  private UserView view(String id) {
    return TestDatabase.get()
        .inTransaction(
            em ->
                history(em)
                    .completed(
                        new UserView(
                            id, user, "n", null, true, List.of(Role.OPERATOR), List.of(), null)));
  }

  private <T> T in(Function<SignInsTakenOver, T> work) {
    return TestDatabase.get().inTransaction(em -> work.apply(tools(em, sink(rows::add))));
  }

  private static SignInsTakenOver tools(EntityManager em, AuditSink audit) {
    return new SignInsTakenOver(em, audit, history(em));
  }

  private static AccessHistory history(EntityManager em) {
    return new AccessHistory(em, Clock.systemUTC());
  }

  private static AuditSink sink(java.util.function.Consumer<AuditEvent> to) {
    return new AuditSink() {
      @Override
      public void record(AuditEvent event) {
        to.accept(event);
      }

      @Override
      public void recordApart(AuditEvent event) {
        to.accept(event);
      }
    };
  }

  private static List<ProviderEvent> page(EventRepresentation... events) {
    return java.util.stream.Stream.of(events)
        .flatMap(event -> ProviderEvent.of(event, "heyi-web", "own").stream())
        .toList();
  }

  private EventRepresentation event(String type, Instant at) {
    EventRepresentation event = new EventRepresentation();
    event.setId(UUID.randomUUID().toString());
    event.setType(type);
    event.setTime(at.toEpochMilli());
    event.setClientId("heyi-web");
    event.setUserId(UUID.randomUUID().toString());
    event.setIpAddress("10.1.2.3");
    event.setDetails(Map.of("username", user));
    return event;
  }

  private static AdminEventRepresentation roleEvent(
      String operation, String userId, Instant at, String by, String realmOfBy) {
    AuthDetailsRepresentation details = new AuthDetailsRepresentation();
    details.setUserId(by);
    details.setRealmId(realmOfBy);
    details.setIpAddress("10.1.2.3");
    AdminEventRepresentation event = new AdminEventRepresentation();
    event.setId(UUID.randomUUID().toString());
    event.setTime(at.toEpochMilli());
    event.setRealmId("heyi");
    event.setAuthDetails(details);
    event.setOperationType(operation);
    event.setResourceType("REALM_ROLE_MAPPING");
    event.setResourcePath("users/" + userId + "/role-mappings/realm");
    event.setRepresentation("[{\"id\":\"r2\",\"name\":\"operator\"}]");
    return event;
  }

  private static void done(java.util.concurrent.Future<Integer> future) {
    try {
      future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
