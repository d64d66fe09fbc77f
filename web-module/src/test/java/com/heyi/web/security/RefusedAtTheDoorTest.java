package com.heyi.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedAtTheDoorTest {
  private final List<AuditEvent> rows = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-20T08:00:10Z");
  private final RefusedAtTheDoor door = new RefusedAtTheDoor(sink(rows), clock());

  @Test
  void ofTheSameAddressAndReasonOneRowAMinuteTellsOfTheOthers() {
    for (int i = 0; i < 500; i++) {
      knock("10.0.0.9", AuthError.TOKEN_INVALID);
    }
    assertThat(rows).hasSize(1);

    now = now.plus(Duration.ofMinutes(1));
    knock("10.0.0.9", AuthError.TOKEN_INVALID);

    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).changes())
        .singleElement()
        .satisfies(change -> assertThat(change.after()).isEqualTo("499"));
    assertThat(rows.get(1).errorCode()).isEqualTo("auth.token-invalid");
    assertThat(rows.get(1).caller().address()).isEqualTo("10.0.0.9");
  }

  @Test
  void anotherAddressOrReasonHasARowOfItsOwn() {
    knock("10.0.0.1", AuthError.TOKEN_INVALID);
    knock("10.0.0.2", AuthError.TOKEN_INVALID);
    knock("10.0.0.2", AuthError.TOKEN_EXPIRED);

    assertThat(rows).hasSize(3);
  }

  @Test
  void aThousandAddressesDoNotFillTheTrail() {
    for (int i = 0; i < 1000; i++) {
      knock("10.0." + i / 250 + "." + i % 250, AuthError.TOKEN_MISSING);
    }
    assertThat(rows).hasSize(RefusedAtTheDoor.MOST);

    now = now.plus(Duration.ofMinutes(1));
    knock("10.9.9.9", AuthError.TOKEN_MISSING);
    assertThat(rows.get(RefusedAtTheDoor.MOST).changes().get(0).after()).isEqualTo("940");
  }

  @Test
  void aTrailThatCannotBeWrittenStillRefuses() {
    RefusedAtTheDoor broken =
        new RefusedAtTheDoor(
            new AuditSink() {
              @Override
              public void record(AuditEvent event) {
                throw new IllegalStateException("down");
              }

              @Override
              public void recordApart(AuditEvent event) {
                throw new IllegalStateException("down");
              }
            },
            clock());

    assertThatCode(
            () -> broken.refused("10.0.0.1", "request-1", Channel.REST, AuthError.TOKEN_MISSING))
        .doesNotThrowAnyException();
  }

  private void knock(String address, AuthError error) {
    door.refused(address, "request-1", Channel.REST, error);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  private static AuditSink sink(List<AuditEvent> rows) {
    return new AuditSink() {
      @Override
      public void record(AuditEvent event) {
        rows.add(event);
      }

      @Override
      public void recordApart(AuditEvent event) {
        rows.add(event);
      }
    };
  }
}
