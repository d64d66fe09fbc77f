package com.heyi.shared.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.approvals.internal.Endings;
import com.heyi.approvals.internal.Gate;
import com.heyi.approvals.internal.Requests;
import com.heyi.audit.internal.AuditTrail;
import com.heyi.family.internal.Notices;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Transactions inside transactions; that they are answered in time is tried in the container. */
class ApartTest {
  static Stream<Method> insideOthers() {
    return Stream.of(
        method(AuditTrail.class, "recordApart"),
        method(Gate.class, "hold"),
        method(Endings.class, "expireApart"),
        method(Requests.class, "endApart"),
        method(Notices.class, "tellApart"));
  }

  @ParameterizedTest
  @MethodSource("insideOthers")
  void whatBeginsInsideAnotherTransactionIsApart(Method method) {
    assertThat(method.isAnnotationPresent(Apart.class)).isTrue();
  }

  @Test
  void whatHappensAsideIsNoChangeOfTheRunningCall() throws Exception {
    try (ChangeLog call = ChangeLog.open("points.grant", "why")) {
      ChangeLog.noteRevised();
      ChangeLog.aside(
          () -> {
            assertThat(ChangeLog.revised()).isFalse();
            assertThat(ChangeLog.cause()).isEmpty();
            ChangeLog.note("notice", 1, "told", null, "x");
            return null;
          });
      assertThat(ChangeLog.revised()).isTrue();
      assertThat(call.all()).isEqualTo(List.of());
    }
  }

  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name) && !method.isBridge())
        .findFirst()
        .orElseThrow();
  }
}
