package com.heyi.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.launcher.LauncherException;
import com.heyi.testing.KeycloakAdmin;
import com.heyi.testing.RunningHeyi;
import com.heyi.testing.Session;
import com.heyi.testing.Waiting;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guessing passwords: left to Keycloak, which the realm's settings tell when to stop it. */
class LockOutIT {
  private static final String RIGHT = "The-right-one-1!";
  private static final int ALLOWED = 5;
  private final String name = "guessed." + UUID.randomUUID().toString().substring(0, 8);
  private final String other = "other." + UUID.randomUUID().toString().substring(0, 8);
  private String id;
  private String otherId;

  @BeforeEach
  void twoPeople() {
    id = KeycloakAdmin.person(name, RIGHT, "operator");
    otherId = KeycloakAdmin.person(other, RIGHT, "operator");
  }

  @AfterEach
  void areGone() {
    KeycloakAdmin.remove(id);
    KeycloakAdmin.remove(otherId);
  }

  @Test
  void afterWrongPasswordsNotEvenTheRightOneIsTakenUntilAnAdministratorLetsHimInAgain() {
    assertThatCode(() -> signIn(name, RIGHT)).doesNotThrowAnyException();
    for (int attempt = 0; attempt < ALLOWED; attempt++) {
      assertThatThrownBy(() -> signIn(name, "Wrong-pass-word-1"))
          .isInstanceOf(LauncherException.class);
    }
    assertThat(KeycloakAdmin.isLockedOut(id)).isTrue();
    assertThatThrownBy(() -> signIn(name, RIGHT)).isInstanceOf(LauncherException.class);
    assertThatThrownBy(() -> Session.of(name, RIGHT)).isInstanceOf(AssertionError.class);

    // Nobody else is locked out with him.
    assertThat(KeycloakAdmin.isLockedOut(otherId)).isFalse();
    assertThatCode(() -> signIn(other, RIGHT)).doesNotThrowAnyException();

    KeycloakAdmin.unlock(id);
    assertThatCode(() -> signIn(name, RIGHT)).doesNotThrowAnyException();
  }

  @Test
  void fewerWrongPasswordsAreForgiven() {
    for (int attempt = 0; attempt < ALLOWED - 2; attempt++) {
      assertThatThrownBy(() -> signIn(name, "Wrong-pass-word-1"))
          .isInstanceOf(LauncherException.class);
      pause();
    }
    assertThat(KeycloakAdmin.isLockedOut(id)).isFalse();
    assertThatCode(() -> signIn(name, RIGHT)).doesNotThrowAnyException();
  }

  /** Two failures within a fifth of a second count as a machine's and lock at once. */
  private static void pause() {
    Waiting.pause(Duration.ofMillis(400));
  }

  private static void signIn(String user, String password) {
    RunningHeyi.get().tokens().ofUser(user, password);
  }
}
