package com.heyi.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.accounts.internal.Apps;
import com.heyi.shared.error.HeyiException;
import com.heyi.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the apps do the same thing twice, and for how many customers. */
class AppsOverlapTest {
  private final AccountsWorld world = new AccountsWorld();
  private String one;
  private String other;

  @BeforeEach
  void twoAppsWithTheSameFunction() {
    String serial = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    one = "A_" + serial;
    other = "B_" + serial;
    apps(facade -> facade.register(app(one, "PENSION", "FAMILY")));
    apps(facade -> facade.register(app(other, "PENSION")));
  }

  @Test
  void aCustomerOfBothAppsMeetsTheirCommonFunctionTwice() {
    OverlapReport.Row before = row("PENSION");
    admit(one, "only-one");
    UUID both = admit(one, "both-there");
    link(both, other, "both-here");
    // Two ids in one app are one customer.
    link(both, other, "both-here-again");

    OverlapReport.Row after = row("PENSION");

    assertThat(after.users()).containsEntry(one, 2L).containsEntry(other, 1L);
    assertThat(after.all() - before.all()).isEqualTo(2);
    assertThat(after.twice() - before.twice()).isEqualTo(1);
    assertThat(after.pairs()).contains(new OverlapReport.Pair(one, other, 1));
    assertThat(view(one).users()).isEqualTo(2);
    assertThat(view(one).usersElsewhere()).isEqualTo(1);

    close(other);
    assertThat(view(one).usersElsewhere()).as("an app that is gone is nowhere else").isZero();
    assertThat(view(other).usersElsewhere()).isEqualTo(1);
  }

  @Test
  void theAnswerForOneAppIsTheOneAmongAll() {
    UUID here = admit(one, "here");
    UUID there = admit(other, "there");
    admit(one, "alone");
    TestDatabase.get()
        .change("update accounts.customer set merged_into = ? where id = ?", here, there);

    assertThat(view(one).users()).isEqualTo(2);
    assertThat(view(one).usersElsewhere()).isEqualTo(1);
    assertThat(view(other).usersElsewhere()).isEqualTo(1);
    List<RegisteredApp> all = apps(AppsFacade::register);
    assertThat(all).contains(view(one), view(other));
    assertThatThrownBy(() -> view("NO_SUCH_APP"))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.code()).isEqualTo("app.unknown"));
  }

  private static void close(String app) {
    TestDatabase.get()
        .inTransaction(
            em ->
                em.createNativeQuery("update accounts.app set status = 'CLOSED' where code = :app")
                    .setParameter("app", app)
                    .executeUpdate());
  }

  @Test
  void aFunctionTakenOutOfAnAppNoLongerOverlaps() {
    RegisteredApp app = view(other);
    apps(
        facade ->
            facade.describe(
                new DescribeApp(
                    other, app.version(), "零售业务部", List.of("SERVICE"), "left to " + one)));

    assertThat(row("PENSION").users()).containsKey(one).doesNotContainKey(other);
    assertThat(view(other).functions()).containsExactly("SERVICE");
    assertThat(view(other).app().ownerDepartment()).isEqualTo("零售业务部");
    assertThatThrownBy(
            () ->
                apps(
                    facade ->
                        facade.describe(
                            new DescribeApp(other, app.version(), "x", List.of(), "again"))))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.code()).isEqualTo("version.moved"));
  }

  @Test
  void whatNoAppCanDoIsRefused() {
    assertThatThrownBy(() -> apps(facade -> facade.register(app("X" + one.substring(2), "MAGIC"))))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.code()).isEqualTo("app.function-unknown"));
    assertThatThrownBy(() -> apps(facade -> facade.register(app(one, "PENSION"))))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.code()).isEqualTo("app.duplicate"));
  }

  private static RegisterApp app(String code, String... functions) {
    return new RegisterApp(code, AppKind.APP, "试用", "試用", "Trial", "网络金融部", List.of(functions));
  }

  private OverlapReport.Row row(String function) {
    return apps(AppsFacade::overlap).rows().stream()
        .filter(row -> row.function().code().equals(function))
        .findFirst()
        .orElseThrow();
  }

  private RegisteredApp view(String code) {
    return apps(facade -> facade.view(code));
  }

  private UUID admit(String app, String id) {
    return world.as(AccountsWorld.HEAD_OFFICE, tools -> tools.directory().admit(app, id)).id();
  }

  private void link(UUID customer, String app, String id) {
    world.as(
        AccountsWorld.HEAD_OFFICE,
        tools -> {
          long version = tools.customers().view(customer).version();
          return tools.customers().linkIdentity(new LinkIdentity(customer, version, app, id));
        });
  }

  private <T> T apps(Function<AppsFacade, T> call) {
    return world.as(
        AccountsWorld.HEAD_OFFICE, tools -> call.apply(new AppsFacade(new Apps(tools.em()))));
  }
}
