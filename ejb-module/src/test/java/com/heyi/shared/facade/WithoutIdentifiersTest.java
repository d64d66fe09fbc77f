package com.heyi.shared.facade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WithoutIdentifiersTest {
  @ParameterizedTest
  @CsvSource({
    "客户 110101199003072316 来电, 客户 ***2316 来电",
    "ID 11010119900307231X lost, ID ***231X lost",
    "call 13812345678 back, call ***5678 back",
    "call +86 138-1234-5678 back, call ***5678 back",
    "card 6200 0000 0000 0001 234, card ***1234",
    "mail zhang.san@example.com.cn today, mail *** today",
    "电话13812345678。, 电话***5678。"
  })
  void whatNamesAPersonIsMasked(String written, String kept) {
    assertThat(WithoutIdentifiers.of(written)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "counted 1200 pieces on 2026-11-20",
        "order M2026112000012 of branch B0101",
        "生日礼 500 积分",
        "0197a5b2-73d6-777b-a6f5-fc322c9ada90",
        "customer:01a201da-4123-7338-9658-165512d2c2dd",
        "12345678-1234-7123-8123-123456789012"
      })
  void whatNamesNobodyStays(String written) {
    assertThat(WithoutIdentifiers.of(written)).isEqualTo(written);
  }

  @Test
  void nothingStaysNothing() {
    assertThat(WithoutIdentifiers.of(null)).isNull();
  }
}
