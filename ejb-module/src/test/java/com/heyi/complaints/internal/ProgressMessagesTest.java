package com.heyi.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.messages.Address;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressMessagesTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "13800138000, 13800138000, -",
        "+86 138-0013-8000, +8613800138000, -",
        "li.na@example.com, -, li.na@example.com",
        "手机 13800138000 或 li2024@example.com.cn, 13800138000, li2024@example.com.cn",
        "北京市西城区 5 号, -, -"
      })
  void aContactInFreeWordsIsRead(String contact, String phone, String email) {
    assertThat(ComplainantContacts.read(contact)).isEqualTo(new Address(phone, email));
  }
}
