package com.heyi.web.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.shared.error.HeyiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "0c6f-77", "!~"})
  void aKeyOfVisibleCharactersIsTaken(String key) {
    assertThat(IdempotencyKeys.checked(key)).isEqualTo(key);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void aMissingKeyIsToldApart(String key) {
    assertThatThrownBy(() -> IdempotencyKeys.checked(key))
        .isInstanceOf(HeyiException.class)
        .hasMessage("idempotency.key-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "键", "a\tb"})
  void aKeyOfOtherCharactersIsRefused(String key) {
    assertThatThrownBy(() -> IdempotencyKeys.checked(key)).hasMessage("idempotency.key-malformed");
  }

  @Test
  void aKeyIsAtMost64Long() {
    assertThat(IdempotencyKeys.checked("k".repeat(64))).hasSize(64);
    assertThatThrownBy(() -> IdempotencyKeys.checked("k".repeat(65)))
        .hasMessage("idempotency.key-malformed");
  }

  @Test
  void aVersionIsReadFromAStrongTag() {
    assertThat(Versions.parse("\"0\"")).isZero();
    assertThat(Versions.parse(" \"17\" ")).isEqualTo(17);
  }

  @Test
  void aMissingVersionIsToldApart() {
    assertThatThrownBy(() -> Versions.parse(null)).hasMessage("version.required");
    assertThatThrownBy(() -> Versions.parse("")).hasMessage("version.required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "3", "W/\"3\"", "\"3\", \"4\"", "\"-1\"", "\"99999999999999999999\""})
  void aTagThatIsNotOursIsRefused(String tag) {
    assertThatThrownBy(() -> Versions.parse(tag)).hasMessage("version.malformed");
  }

  @Test
  void aLimitIs1To200And50UnlessTold() {
    assertThat(Lists.limit(null)).isEqualTo(50);
    assertThat(Lists.limit("1")).isEqualTo(1);
    assertThat(Lists.limit("200")).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "ten", "1e2", "99999999999"})
  void anotherLimitIsRefused(String limit) {
    assertThatThrownBy(() -> Lists.limit(limit)).hasMessage("paging.limit");
  }
}
