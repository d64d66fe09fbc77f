package com.heyi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RealmTest {

  private final Realm realm = Realm.read(Home.find().realm());

  @Test
  void everyRoleHasADemoUserAdministratorsAreTwoAndOneUserHasNone() {
    assertThat(realm.users().stream().flatMap(user -> user.roles().stream()))
        .containsExactlyInAnyOrder(
            "head-office-admin", "head-office-admin", "operator", "complaint-handler", "auditor");
    assertThat(realm.users()).anyMatch(user -> user.roles().isEmpty());
    assertThat(realm.administrator()).isEqualTo("admin.li");
  }

  @Test
  void serviceAccountsAreNotPeople() {
    assertThat(realm.users()).noneMatch(user -> user.name().startsWith("service-account"));
  }

  @Test
  void whoIsNotInTheRealmHasNoSecret() {
    assertThat(realm.secret("branch-b0101")).isNotBlank();
    assertThatThrownBy(() -> realm.secret("branch-b9999")).isInstanceOf(LauncherException.class);
  }
}
