package com.heyi.web.family;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Customers;
import com.heyi.testing.People;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A family over real HTTP: from founding to a declined payment that the guardian is told of. */
class FamilyIT {
  private static final String HOUSEHOLDS = "/api/v1/households";
  private static final String ACCOUNTS = "/api/v1/accounts/";

  @Test
  void aFamilyBanksTogether() {
    Customers.Registered mother = Customers.registered("B0101");
    Customers.Registered child = born(LocalDate.now().minusYears(10));
    String purse = account(mother, "I");
    String piggyBank = account(child, "II");
    booked(purse, "CASH_IN", "500.00");

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

    Answer declined = book(piggyBank, "SPENDING", "10.01");

    assertThat(declined.status()).isEqualTo(422);
    assertThat(declined.code()).isEqualTo("family.limit-payment");
    Answer view = Callers.auditor().get(path);
    assertThat(view.json().at("/notices/0/kind").asText()).isEqualTo("PAYMENT_DECLINED");
    assertThat(view.json().at("/notices/0/amount/amount").decimalValue())
        .isEqualByComparingTo("10.01");
    booked(piggyBank, "SPENDING", "10.00");
    assertThat(Callers.branch("B0102").get(path).code()).isEqualTo("auth.other-branch");
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

  private static Customers.Registered born(LocalDate day) {
    String residentId = People.residentId(day);
    Answer made = Callers.operator().post(Customers.PATH, Customers.body(residentId, "B0101"));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return new Customers.Registered(made.text("id"), made.text("number"), made.etag(), residentId);
  }

  private static String account(Customers.Registered customer, String type) {
    String version = Callers.operator().get(customer.path()).etag();
    Answer opened =
        Callers.operator()
            .ifMatch(version)
            .post(customer.path() + "/accounts", "{\"type\": \"%s\"}".formatted(type));
    assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    return opened.text("id");
  }

  private static void booked(String account, String kind, String amount) {
    Answer booked = book(account, kind, amount);
    assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
  }

  private static Answer book(String account, String kind, String amount) {
    return Callers.operator()
        .post(
            ACCOUNTS + account + "/movements",
            """
            {"kind": "%s", "amount": {"amount": %s, "currency": "CNY"}, "counterparty": %s}
            """
                .formatted(kind, amount, kind.equals("SPENDING") ? "\"文具店\"" : "null"));
  }
}
