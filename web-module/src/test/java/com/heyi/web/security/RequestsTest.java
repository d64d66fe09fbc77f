package com.heyi.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RequestsTest {
  private static final List<String> PROXIES = List.of("10.0.0.1", "10.0.0.2");

  @Test
  void aForwardedAddressIsBelievedFromAProxyOfOurs() {
    assertThat(Requests.address("10.0.0.1", "203.0.113.9", PROXIES)).isEqualTo("203.0.113.9");
  }

  @Test
  void aForwardedAddressIsNotBelievedFromAnybodyElse() {
    assertThat(Requests.address("198.51.100.4", "203.0.113.9", PROXIES)).isEqualTo("198.51.100.4");
    assertThat(Requests.address("10.0.0.1", "203.0.113.9", List.of())).isEqualTo("10.0.0.1");
  }

  @Test
  void whatTheCallerWroteHimselfInFrontIsNotBelieved() {
    assertThat(Requests.address("10.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.2", PROXIES))
        .isEqualTo("203.0.113.9");
  }

  @Test
  void whatIsNoAddressIsNotBelieved() {
    assertThat(Requests.address("10.0.0.1", "<script>", PROXIES)).isEqualTo("10.0.0.1");
    assertThat(Requests.address("10.0.0.1", "10.0.0.2", PROXIES)).isEqualTo("10.0.0.1");
  }

  @Test
  void theFirstLanguageThatHeyiSpeaksIsTaken() {
    assertThat(speaks("fr", "en-GB", "zh-CN")).isEqualTo(Locale.ENGLISH);
    assertThat(speaks("zh-Hant-HK")).isEqualTo(Locale.TRADITIONAL_CHINESE);
    assertThat(speaks("zh-TW", "en")).isEqualTo(Locale.TRADITIONAL_CHINESE);
    assertThat(speaks("zh")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    assertThat(speaks("fr", "de")).isEqualTo(Locale.SIMPLIFIED_CHINESE);
  }

  private static Locale speaks(String... tags) {
    return Requests.firstSpoken(List.of(tags).stream().map(Locale::forLanguageTag).toList());
  }
}
