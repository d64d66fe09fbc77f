package com.heyi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

  @Test
  void aPortThatWasNotGivenIsTheStandardOne() {
    assertThat(Ports.parse("HEYI_HTTP_PORT", null, 8080)).isEqualTo(8080);
    assertThat(Ports.parse("HEYI_HTTP_PORT", "  ", 8080)).isEqualTo(8080);
  }

  @Test
  void aPortMayHaveBlanksAround() {
    assertThat(Ports.parse("HEYI_HTTP_PORT", " 9090 ", 8080)).isEqualTo(9090);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "65536", "http", "80.5", "99999999999"})
  void whatIsNoPortIsRefusedWithTheNameOfTheVariable(String text) {
    assertThatThrownBy(() -> Ports.parse("HEYI_HTTP_PORT", text, 8080))
        .isInstanceOf(LauncherException.class)
        .hasMessageStartingWith("HEYI_HTTP_PORT=" + text);
  }

  @Test
  void aBusyPortIsRefusedWithTheVariableThatMovesIt() throws IOException {
    try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = holder.getLocalPort();
      assertThat(Ports.isFree(port)).isFalse();
      assertThatThrownBy(() -> Ports.requireFree("Keycloak", port, "HEYI_KEYCLOAK_PORT"))
          .hasMessage(
              "port " + port + " for Keycloak is in use; set HEYI_KEYCLOAK_PORT to another one");
    }
  }

  @Test
  void freePortsAreNeverGivenTwice() {
    assertThat(Ports.free()).isNotEqualTo(Ports.free());
  }
}
