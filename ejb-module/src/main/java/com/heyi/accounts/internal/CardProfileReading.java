package com.heyi.accounts.internal;

import com.heyi.accounts.CardProfileView;
import com.heyi.accounts.CardProfileView.Attrition;
import com.heyi.accounts.CardProfileView.CardCategory;
import com.heyi.accounts.CardProfileView.Education;
import com.heyi.accounts.CardProfileView.IncomeBand;
import com.heyi.accounts.CardProfileView.MaritalStatus;
import com.heyi.accounts.Gender;
import com.heyi.imports.ImportRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what the card centre's file says of a customer, column by column. */
final class CardProfileReading {
  static final String CLIENT = "CLIENTNUM";

  static final List<String> COLUMNS =
      List.of(
          CLIENT,
          "Attrition_Flag",
          "Customer_Age",
          "Gender",
          "Dependent_count",
          "Education_Level",
          "Marital_Status",
          "Income_Category",
          "Card_Category",
          "Months_on_book",
          "Total_Relationship_Count",
          "Months_Inactive_12_mon",
          "Contacts_Count_12_mon",
          "Credit_Limit",
          "Total_Revolving_Bal",
          "Avg_Open_To_Buy",
          "Total_Amt_Chng_Q4_Q1",
          "Total_Trans_Amt",
          "Total_Trans_Ct",
          "Total_Ct_Chng_Q4_Q1",
          "Avg_Utilization_Ratio");

  private static final Pattern CLIENT_NUMBER = Pattern.compile("[0-9]{6,12}");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,11}(\\.[0-9]{1,3})?");
  private static final int CENTS = 2;
  private static final int THOUSANDTHS = 3;

  private static final Map<String, Attrition> ATTRITION =
      Map.of("Existing Customer", Attrition.EXISTING, "Attrited Customer", Attrition.ATTRITED);
  private static final Map<String, Gender> GENDER = Map.of("F", Gender.FEMALE, "M", Gender.MALE);
  private static final Map<String, Education> EDUCATION =
      Map.of(
          "Uneducated", Education.UNEDUCATED,
          "High School", Education.HIGH_SCHOOL,
          "College", Education.COLLEGE,
          "Graduate", Education.GRADUATE,
          "Post-Graduate", Education.POST_GRADUATE,
          "Doctorate", Education.DOCTORATE,
          "Unknown", Education.UNKNOWN);
  private static final Map<String, MaritalStatus> MARITAL_STATUS =
      Map.of(
          "Single", MaritalStatus.SINGLE,
          "Married", MaritalStatus.MARRIED,
          "Divorced", MaritalStatus.DIVORCED,
          "Unknown", MaritalStatus.UNKNOWN);
  private static final Map<String, IncomeBand> INCOME =
      Map.of(
          "Less than $40K", IncomeBand.BELOW_40,
          "$40K - $60K", IncomeBand.FROM_40_TO_60,
          "$60K - $80K", IncomeBand.FROM_60_TO_80,
          "$80K - $120K", IncomeBand.FROM_80_TO_120,
          "$120K +", IncomeBand.ABOVE_120,
          "Unknown", IncomeBand.UNKNOWN);
  private static final Map<String, CardCategory> CARD =
      Map.of(
          "Blue", CardCategory.BLUE,
          "Silver", CardCategory.SILVER,
          "Gold", CardCategory.GOLD,
          "Platinum", CardCategory.PLATINUM);

  private final ImportRecord row;

  private CardProfileReading(ImportRecord row) {
    this.row = row;
  }

  /**
   * The customer's number at the card centre.
   *
   * @throws Unfit when it is none
   */
  static String client(ImportRecord row) {
    return new CardProfileReading(row).matching(CLIENT, CLIENT_NUMBER, "6-12 digits");
  }

  /**
   * The figures of the row.
   *
   * @throws Unfit naming the first column that is not acceptable
   */
  static CardProfileView figures(ImportRecord row) {
    CardProfileReading read = new CardProfileReading(row);
    return new CardProfileView(
        read.one("Attrition_Flag", ATTRITION),
        read.whole("Customer_Age", 150),
        read.one("Gender", GENDER),
        read.whole("Dependent_count", 99),
        read.one("Education_Level", EDUCATION),
        read.one("Marital_Status", MARITAL_STATUS),
        read.one("Income_Category", INCOME),
        read.one("Card_Category", CARD),
        read.whole("Months_on_book", 9_999),
        read.whole("Total_Relationship_Count", 9_999),
        read.whole("Months_Inactive_12_mon", 12),
        read.whole("Contacts_Count_12_mon", 9_999),
        read.decimal("Credit_Limit", CENTS),
        read.decimal("Total_Revolving_Bal", CENTS),
        read.decimal("Avg_Open_To_Buy", CENTS),
        read.decimal("Total_Amt_Chng_Q4_Q1", THOUSANDTHS),
        read.decimal("Total_Trans_Amt", CENTS),
        read.whole("Total_Trans_Ct", 999_999_999),
        read.decimal("Total_Ct_Chng_Q4_Q1", THOUSANDTHS),
        read.share("Avg_Utilization_Ratio"));
  }

  private <T> T one(String column, Map<String, T> known) {
    T value = known.get(row.get(column));
    if (value == null) {
      throw new Unfit(
          column, row.get(column), String.join(" | ", known.keySet().stream().sorted().toList()));
    }
    return value;
  }

  private int whole(String column, int most) {
    String expected = "0-" + most;
    int value = Integer.parseInt(matching(column, WHOLE, expected));
    if (value > most) {
      throw new Unfit(column, row.get(column), expected);
    }
    return value;
  }

  private BigDecimal decimal(String column, int decimals) {
    String expected = "0." + "0".repeat(decimals);
    BigDecimal value = new BigDecimal(matching(column, DECIMAL, expected));
    if (value.stripTrailingZeros().scale() > decimals || value.precision() - value.scale() > 11) {
      throw new Unfit(column, row.get(column), expected);
    }
    return value.setScale(decimals, RoundingMode.UNNECESSARY);
  }

  private BigDecimal share(String column) {
    BigDecimal value = decimal(column, THOUSANDTHS);
    if (value.compareTo(BigDecimal.ONE) > 0) {
      throw new Unfit(column, row.get(column), "0-1");
    }
    return value;
  }

  private String matching(String column, Pattern pattern, String expected) {
    String value = row.get(column);
    if (!pattern.matcher(value).matches()) {
      throw new Unfit(column, value, expected);
    }
    return value;
  }

  /** A column that is not acceptable. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 60;

    private final String column;
    private final String value;
    private final String expected;

    Unfit(String column, String value, String expected) {
      super(column, null, false, false);
      this.column = column;
      this.value = value.length() <= LONGEST ? value : value.substring(0, LONGEST);
      this.expected = expected;
    }

    Object[] args() {
      return new Object[] {column, value, expected};
    }
  }
}
