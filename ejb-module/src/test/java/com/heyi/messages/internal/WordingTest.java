package com.heyi.messages.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.messages.NewMessage;
import com.heyi.messages.Recipient;
import com.heyi.shared.value.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
  private static final UUID CUSTOMER = Ids.next();

  @Test
  void aMessageNamesTheCustomerWhomItsTemplateNames() {
    assertThat(text("family.DECLINED", "12", "customer:" + CUSTOMER, "超出限额")).contains("王小明的一笔付款");
    assertThat(text("family.DECLINED", "12", "customer:" + Ids.next(), "超出限额")).contains("—的一笔付款");
  }

  @ParameterizedTest
  @ValueSource(strings = {"complaint.waiting", "remark.answered", "remark.thanked"})
  void wordsOfPeopleAreWrittenAsTheyAreAndNameNobody(String template) {
    assertThat(text(template, "TS1", "customer: signed form")).contains("customer: signed form");
    assertThat(text(template, "TS1", "customer:" + CUSTOMER)).doesNotContain("王小明");
  }

  private static String text(String template, String... args) {
    Message message =
        Message.queued(
            new NewMessage(
                "k", Recipient.customer(Ids.next()), template, List.of(args), "complaint:x", null),
            Instant.EPOCH);
    return Wording.of(
            message,
            Locale.SIMPLIFIED_CHINESE,
            id -> id.equals(CUSTOMER) ? Optional.of("王小明") : Optional.empty())
        .text();
  }
}
