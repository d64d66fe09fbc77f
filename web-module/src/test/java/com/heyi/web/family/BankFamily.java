package com.heyi.web.family;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Customers;
import com.heyi.testing.People;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** A mother and a child of ten at branch B0101, each with an account; not yet a household. */
record BankFamily(
    String name,
    Customers.Registered mother,
    Customers.Registered child,
    String purse,
    String purseNumber,
    String piggyBank,
    String piggyBankNumber) {
  private static final String ACCOUNTS = "/api/v1/accounts/";

  /** With this much in the mother's purse. */
  static BankFamily withMoney(String amount) {
    Customers.Registered mother = Customers.registered("B0101");
    Customers.Registered child = born(LocalDate.now().minusYears(10));
    Answer purse = opened(mother, "I");
    Answer piggyBank = opened(child, "II");
    BankFamily family =
        new BankFamily(
            "钱家" + UUID.randomUUID().toString().substring(0, 6),
            mother,
            child,
            purse.text("id"),
            purse.text("number"),
            piggyBank.text("id"),
            piggyBank.text("number"));
    Answer booked = family.book(family.purse(), "CASH_IN", amount);
    assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
    return family;
  }

  static Customers.Registered born(LocalDate day) {
    String residentId = People.residentId(day);
    Answer made = Callers.operator().post(Customers.PATH, Customers.body(residentId, "B0101"));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return new Customers.Registered(made.text("id"), made.text("number"), made.etag(), residentId);
  }

  BigDecimal balance(String account) {
    return Callers.operator()
        .get(ACCOUNTS + account + "/balance")
        .json()
        .at("/balance/amount")
        .decimalValue();
  }

  Answer spends(String account, String amount) {
    return book(account, "SPENDING", amount);
  }

  Answer book(String account, String kind, String amount) {
    return Callers.operator()
        .post(
            ACCOUNTS + account + "/movements",
            """
            {"kind": "%s", "amount": {"amount": %s, "currency": "CNY"}, "counterparty": %s}
            """
                .formatted(kind, amount, kind.equals("SPENDING") ? "\"文具店\"" : "null"));
  }

  private static Answer opened(Customers.Registered customer, String type) {
    String version = Callers.operator().get(customer.path()).etag();
    Answer opened =
        Callers.operator()
            .ifMatch(version)
            .post(customer.path() + "/accounts", "{\"type\": \"%s\"}".formatted(type));
    assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    return opened;
  }
}
