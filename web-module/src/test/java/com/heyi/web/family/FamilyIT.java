package com.heyi.web.family;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Customers;
import org.junit.jupiter.api.Test;

/** A family over real HTTP: from founding to a declined payment that the guardian is told of. */
class FamilyIT {
  private static final String HOUSEHOLDS = "/api/v1/households";

  @Test
  void aFamilyBanksTogether() {
    BankFamily family = BankFamily.withMoney("500.00");
    Customers.Registered mother = family.mother();
    Customers.Registered child = family.child();
    String purse = family.purse();
    String piggyBank = family.piggyBank();

    Answer home =
        Callers.branch("B0101")
            .post(HOUSEHOLDS, "{\"guardianId\": \"%s\", \"name\": \"张家\"}".formatted(mother.id()));
    assertThat(home.status()).as(home.toString()).isEqualTo(201);
    String path = HOUSEHOLDS + "/" + home.text("id");
    Answer joined =
        Callers.branch("B0101")
            .ifMatch(home.etag())
            .post(
                path + "/members",
                "{\"guardianId\": \"%s\", \"customerId\": \"%s\", \"role\": \"CHILD\"}"
                    .formatted(mother.id(), child.id()));
    assertThat(joined.status()).as(joined.toString()).isEqualTo(200);
    assertThat(joined.json().path("members")).hasSize(2);

    Answer given =
        Callers.operator()
            .post(
                path + "/red-packets",
                """
                {"giverId": "%s", "receiverId": "%s", "fromAccount": "%s", "toAccount": "%s",
                 "amount": {"amount": 66.00, "currency": "CNY"}, "greeting": "新年快乐"}
                """
                    .formatted(mother.id(), child.id(), purse, piggyBank));
    assertThat(given.status()).as(given.toString()).isEqualTo(200);
    Answer limited =
        Callers.operator()
            .post(
                path + "/limits",
                """
                {"guardianId": "%s", "childId": "%s",
                 "perPayment": {"amount": 10, "currency": "CNY"},
                 "perDay": {"amount": 20, "currency": "CNY"}}
                """
                    .formatted(mother.id(), child.id()));
    assertThat(limited.status()).as(limited.toString()).isEqualTo(200);

    Answer declined = family.spends(piggyBank, "10.01");

    assertThat(declined.status()).isEqualTo(422);
    assertThat(declined.code()).isEqualTo("family.limit-payment");
    Answer view = Callers.auditor().get(path);
    assertThat(view.json().at("/notices/0/kind").asText()).isEqualTo("PAYMENT_DECLINED");
    assertThat(view.json().at("/notices/0/amount/amount").decimalValue())
        .isEqualByComparingTo("10.01");
    Answer beyond = family.spends(piggyBank, "50000.01");
    assertThat(beyond.code()).isEqualTo("movement.limit");
    JsonNode notices = Callers.auditor().get(path).json().path("notices");
    assertThat(notices).as("what the account's own limit declined is told too").hasSize(2);
    assertThat(notices.at("/0/code").asText()).isEqualTo("movement.limit");
    assertThat(family.spends(piggyBank, "10.00").status()).isEqualTo(201);
    assertThat(Callers.branch("B0102").get(path).code()).isEqualTo("auth.other-branch");
    Answer found = Callers.operator().get(HOUSEHOLDS + "?member=" + child.number());
    assertThat(found.json().at("/items/0/id").asText()).isEqualTo(home.text("id"));
    Answer byName = Callers.operator().post(HOUSEHOLDS + "/search", "{\"name\": \"张家\"}");
    assertThat(byName.json().path("items")).isNotEmpty();
    assertThat(Callers.branch("B0101").get(HOUSEHOLDS).code()).isEqualTo("auth.forbidden");
    assertThat(Callers.operator().get(HOUSEHOLDS + "?name=x").status()).isEqualTo(400);
  }

  @Test
  void theRewardOfATaskIsNotTakenBackOnTheAccount() {
    BankFamily family = BankFamily.withMoney("500.00");
    Answer home =
        Callers.operator()
            .post(
                HOUSEHOLDS,
                "{\"guardianId\": \"%s\", \"name\": \"周家\"}".formatted(family.mother().id()));
    String path = HOUSEHOLDS + "/" + home.text("id");
    Callers.operator()
        .ifMatch(home.etag())
        .post(
            path + "/members",
            "{\"guardianId\": \"%s\", \"customerId\": \"%s\", \"role\": \"CHILD\"}"
                .formatted(family.mother().id(), family.child().id()));
    Answer set =
        Callers.operator()
            .post(
                path + "/tasks",
                """
                {"guardianId": "%s", "childId": "%s", "title": "洗碗", "fromAccount": "%s",
                 "toAccount": "%s", "reward": {"amount": 5, "currency": "CNY"}}
                """
                    .formatted(
                        family.mother().id(),
                        family.child().id(),
                        family.purse(),
                        family.piggyBank()));
    String task = path + "/tasks/" + set.json().at("/tasks/0/id").asText();
    Answer done =
        Callers.operator()
            .ifMatch("\"" + set.json().at("/tasks/0/version").asText() + "\"")
            .post(task + "/done", "{\"childId\": \"%s\"}".formatted(family.child().id()));
    Answer approved =
        Callers.operator()
            .ifMatch("\"" + done.json().at("/tasks/0/version").asText() + "\"")
            .post(
                task + "/decision",
                "{\"guardianId\": \"%s\", \"decision\": \"APPROVE\"}"
                    .formatted(family.mother().id()));
    assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
    Answer over = Callers.branch("B0101").get(path + "/tasks?status=APPROVED,CANCELLED&limit=1");
    assertThat(over.json().path("items")).as(over.toString()).hasSize(1);
    assertThat(over.json().at("/items/0/title").asText()).isEqualTo("洗碗");
    assertThat(Callers.operator().get(path + "/tasks?status=SET").json().path("items")).isEmpty();
    String movements = "/api/v1/accounts/" + family.piggyBank() + "/movements";

    Answer refused =
        Callers.operator()
            .post(
                movements + "/" + approved.json().at("/tasks/0/movementId").asText() + "/reversal",
                "{\"reason\": \"批错了\"}");

    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("movement.is-deed");
    Answer statement = Callers.operator().get(movements);
    assertThat(statement.json().at("/items/0/reversible").asBoolean(true)).isFalse();
    assertThat(family.balance(family.piggyBank())).isEqualByComparingTo("5");
  }

  @Test
  void onlyAGuardianDecidesAndAnAuditorNothing() {
    Customers.Registered mother = Customers.registered("B0101");
    Customers.Registered stranger = Customers.registered("B0101");
    String found = "{\"guardianId\": \"%s\", \"name\": \"李家\"}".formatted(mother.id());
    assertThat(Callers.auditor().post(HOUSEHOLDS, found).code()).isEqualTo("auth.forbidden");
    Answer home = Callers.operator().post(HOUSEHOLDS, found);

    Answer refused =
        Callers.operator()
            .ifMatch(home.etag())
            .post(
                HOUSEHOLDS + "/" + home.text("id") + "/members",
                "{\"guardianId\": \"%s\", \"customerId\": \"%s\", \"role\": \"GUARDIAN\"}"
                    .formatted(stranger.id(), stranger.id()));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("family.not-guardian");
  }
}
