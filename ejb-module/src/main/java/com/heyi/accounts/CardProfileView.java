package com.heyi.accounts;

import java.math.BigDecimal;

/**
 * What the card centre knew of a customer when he was taken over.
 *
 * @param attrition whether he still had a card
 * @param age whole years
 * @param gender as the card centre had it
 * @param dependents persons he supports
 * @param education highest degree
 * @param maritalStatus marital status
 * @param incomeBand yearly income, in the card currency
 * @param cardCategory class of his card
 * @param monthsOnBook months with the bank
 * @param productsHeld number of the bank's products held
 * @param monthsInactive months without use in the last 12
 * @param contacts contacts with the bank in the last 12 months
 * @param creditLimit limit, in the card currency
 * @param revolvingBalance balance carried over
 * @param averageOpenToBuy limit left, 12 months' average
 * @param amountChangeQ4Q1 amount of the fourth quarter divided by that of the first
 * @param transactionAmount amount of the last 12 months
 * @param transactionCount number of transactions of the last 12 months
 * @param countChangeQ4Q1 count of the fourth quarter divided by that of the first
 * @param utilisation share of the limit used, 0 to 1
 */
public record CardProfileView(
    Attrition attrition,
    int age,
    Gender gender,
    int dependents,
    Education education,
    MaritalStatus maritalStatus,
    IncomeBand incomeBand,
    CardCategory cardCategory,
    int monthsOnBook,
    int productsHeld,
    int monthsInactive,
    int contacts,
    BigDecimal creditLimit,
    BigDecimal revolvingBalance,
    BigDecimal averageOpenToBuy,
    BigDecimal amountChangeQ4Q1,
    BigDecimal transactionAmount,
    int transactionCount,
    BigDecimal countChangeQ4Q1,
    BigDecimal utilisation) {

  /** Whether the customer still had a card. */
  public enum Attrition {
    EXISTING,
    ATTRITED
  }

  /** Highest degree. */
  public enum Education {
    UNEDUCATED,
    HIGH_SCHOOL,
    COLLEGE,
    GRADUATE,
    POST_GRADUATE,
    DOCTORATE,
    UNKNOWN
  }

  /** Marital status. */
  public enum MaritalStatus {
    SINGLE,
    MARRIED,
    DIVORCED,
    UNKNOWN
  }

  /** Yearly income in thousands of the card currency. */
  public enum IncomeBand {
    BELOW_40,
    FROM_40_TO_60,
    FROM_60_TO_80,
    FROM_80_TO_120,
    ABOVE_120,
    UNKNOWN
  }

  /** Class of card. */
  public enum CardCategory {
    BLUE,
    SILVER,
    GOLD,
    PLATINUM
  }
}
