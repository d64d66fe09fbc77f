package com.heyi.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
  private final AtomicLong now = new AtomicLong();
  private final TimeMeter clock =
      new TimeMeter() {
        @Override
        public long currentTimeNanos() {
          return now.get();
        }

        @Override
        public boolean isWallClockBased() {
          return false;
        }
      };
  private final RateLimits limits = new RateLimits((client, budget) -> 3, clock, 100);

  @Test
  void aBudgetIsGrantedAndNoMore() {
    for (int left = 2; left >= 0; left--) {
      Allowance allowance = limits.take("a", Budget.READS);
      assertThat(allowance.granted()).isTrue();
      assertThat(allowance.left()).isEqualTo(left);
    }
    Allowance refused = limits.take("a", Budget.READS);
    assertThat(refused.granted()).isFalse();
    assertThat(refused.perMinute()).isEqualTo(3);
    assertThat(refused.seconds()).isEqualTo(20);
  }

  @Test
  void whoWaitsAsToldIsLetIn() {
    takeAll("a");
    long seconds = limits.take("a", Budget.READS).seconds();
    pass(Duration.ofSeconds(seconds));
    assertThat(limits.take("a", Budget.READS).granted()).isTrue();
    assertThat(limits.take("a", Budget.READS).granted()).isFalse();
  }

  @Test
  void budgetsAndClientsDoNotTouchEachOther() {
    takeAll("a");
    assertThat(limits.take("a", Budget.CHANGES).granted()).isTrue();
    assertThat(limits.take("b", Budget.READS).granted()).isTrue();
    assertThat(limits.take("a", Budget.READS).granted()).isFalse();
  }

  @Test
  void zeroMeansNoLimitAndKeepsNothing() {
    RateLimits open = new RateLimits((client, budget) -> 0, clock, 100);
    for (int i = 0; i < 1000; i++) {
      assertThat(open.take("a", Budget.READS).granted()).isTrue();
    }
    assertThat(open.take("a", Budget.READS).isLimited()).isFalse();
    assertThat(open.kept()).isZero();
  }

  @Test
  void aBucketThatIsWholeAgainIsForgotten() {
    takeAll("a");
    limits.take("b", Budget.READS);
    assertThat(limits.kept()).isEqualTo(2);
    pass(Duration.ofMinutes(2));
    limits.take("c", Budget.READS);
    assertThat(limits.kept()).isEqualTo(1);
  }

  @Test
  void nobodyFillsTheMemoryWithClients() {
    for (int i = 0; i < 10_000; i++) {
      limits.take("client " + i, Budget.SIGNED_OUT);
    }
    assertThat(limits.kept()).isEqualTo(100);
  }

  @Test
  void aClientThatCallsOnIsNotForgottenForOthers() {
    takeAll("a");
    for (int i = 0; i < 1000; i++) {
      limits.take("client " + i, Budget.READS);
      assertThat(limits.take("a", Budget.READS).granted()).isFalse();
    }
  }

  @Test
  void anAddressOfTheOldKindIsAClientAndOneOfTheNewKindIsItsNetwork() {
    assertThat(Clients.ofAddress("192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(Clients.ofAddress("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(Clients.ofAddress("2001:db8:1:2::9"))
        .isNotEqualTo(Clients.ofAddress("2001:db8:1:3::9"));
    assertThat(Clients.ofAddress("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
    assertThat(Clients.ofAddress("no:address:at:all")).isEqualTo("no:address:at:all");
  }

  private void takeAll(String client) {
    for (int i = 0; i < 3; i++) {
      assertThat(limits.take(client, Budget.READS).granted()).isTrue();
    }
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
