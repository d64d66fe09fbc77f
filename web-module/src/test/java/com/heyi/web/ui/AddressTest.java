package com.heyi.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Chinese in an address arrives as it was written. */
class AddressTest {
  @Test
  void chineseIsReadAsBrowsersWriteIt() {
    assertThat(Address.parameters("product=%E4%BF%A1%E7%94%A8%E5%8D%A1&from=2026-01-01"))
        .isEqualTo(Map.of("product", "信用卡", "from", "2026-01-01"));
  }

  @Test
  void thereMayBeNoneAndEmptyOnesAndTheFirstCounts() {
    assertThat(Address.parameters(null)).isEmpty();
    assertThat(Address.parameters("")).isEmpty();
    assertThat(Address.parameters("a&b=&c=1&c=2&d=x+y%26z"))
        .isEqualTo(Map.of("a", "", "b", "", "c", "1", "d", "x y&z"));
    assertThat(Address.parameters("a=%zz")).isEqualTo(Map.of("a", "%zz"));
  }
}
