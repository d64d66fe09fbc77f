package com.heyi.accounts.internal;

import com.heyi.accounts.CardProfileView;
import com.heyi.accounts.CardProfileView.Attrition;
import com.heyi.accounts.CardProfileView.CardCategory;
import com.heyi.accounts.CardProfileView.Education;
import com.heyi.accounts.CardProfileView.IncomeBand;
import com.heyi.accounts.CardProfileView.MaritalStatus;
import com.heyi.accounts.Gender;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What the card centre knew of a customer when he was taken over. Kept as it was. */
@Entity
@Immutable
@Table(schema = "accounts", name = "card_profile")
public class CardProfile {
  @Id
  @Column(name = "customer_id")
  private UUID customerId;

  @Enumerated(EnumType.STRING)
  private Attrition attrition;

  private int age;

  @Enumerated(EnumType.STRING)
  private Gender gender;

  private int dependents;

  @Enumerated(EnumType.STRING)
  private Education education;

  @Enumerated(EnumType.STRING)
  @Column(name = "marital_status")
  private MaritalStatus maritalStatus;

  @Enumerated(EnumType.STRING)
  @Column(name = "income_band")
  private IncomeBand incomeBand;

  @Enumerated(EnumType.STRING)
  @Column(name = "card_category")
  private CardCategory cardCategory;

  @Column(name = "months_on_book")
  private int monthsOnBook;

  @Column(name = "products_held")
  private int productsHeld;

  @Column(name = "months_inactive")
  private int monthsInactive;

  private int contacts;

  @Column(name = "credit_limit")
  private BigDecimal creditLimit;

  @Column(name = "revolving_balance")
  private BigDecimal revolvingBalance;

  @Column(name = "average_open_to_buy")
  private BigDecimal averageOpenToBuy;

  @Column(name = "amount_change_q4_q1")
  private BigDecimal amountChangeQ4Q1;

  @Column(name = "transaction_amount")
  private BigDecimal transactionAmount;

  @Column(name = "transaction_count")
  private int transactionCount;

  @Column(name = "count_change_q4_q1")
  private BigDecimal countChangeQ4Q1;

  private BigDecimal utilisation;

  protected CardProfile() {}

  CardProfile(UUID customerId, CardProfileView figures) {
    this.customerId = customerId;
    attrition = figures.attrition();
    age = figures.age();
    gender = figures.gender();
    dependents = figures.dependents();
    education = figures.education();
    maritalStatus = figures.maritalStatus();
    incomeBand = figures.incomeBand();
    cardCategory = figures.cardCategory();
    monthsOnBook = figures.monthsOnBook();
    productsHeld = figures.productsHeld();
    monthsInactive = figures.monthsInactive();
    contacts = figures.contacts();
    creditLimit = figures.creditLimit();
    revolvingBalance = figures.revolvingBalance();
    averageOpenToBuy = figures.averageOpenToBuy();
    amountChangeQ4Q1 = figures.amountChangeQ4Q1();
    transactionAmount = figures.transactionAmount();
    transactionCount = figures.transactionCount();
    countChangeQ4Q1 = figures.countChangeQ4Q1();
    utilisation = figures.utilisation();
  }

  CardProfileView view() {
    return new CardProfileView(
        attrition,
        age,
        gender,
        dependents,
        education,
        maritalStatus,
        incomeBand,
        cardCategory,
        monthsOnBook,
        productsHeld,
        monthsInactive,
        contacts,
        creditLimit,
        revolvingBalance,
        averageOpenToBuy,
        amountChangeQ4Q1,
        transactionAmount,
        transactionCount,
        countChangeQ4Q1,
        utilisation);
  }
}
