package com.heyi.messages.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.messages.NewMessage;
import com.heyi.messages.Recipient;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessagesPersonalDataTest {
  private final UUID customer = Ids.next();

  @Test
  void theExportTellsWhatHeWasToldButNoLinkThatAnswersForHim() {
    queued("survey.asked", "TS1", "https://bank.example/survey#q2w3e4", "14");
    queued("complaint.waiting", "TS1", "对账单");

    List<String> told = exported();

    assertThat(told).hasSize(2);
    assertThat(told.get(0)).contains("TS1", "14").doesNotContain("q2w3e4");
    assertThat(told.get(1)).contains("TS1", "对账单");
  }

  private List<String> exported() {
    List<String> told = new ArrayList<>();
    TestDatabase.get()
        .doInTransaction(
            em ->
                new MessagesPersonalData(em)
                    .export(
                        new Person(customer, Set.of()),
                        (section, fields) -> told.add(String.valueOf(fields.get("args")))));
    return told;
  }

  private void queued(String template, String... args) {
    TestDatabase.get()
        .doInTransaction(
            em ->
                new Messages(em, Clock.systemUTC())
                    .queue(
                        new NewMessage(
                            "told:" + Ids.next(),
                            Recipient.customer(customer),
                            template,
                            List.of(args),
                            "complaint:x",
                            null)));
  }
}
