package com.heyi.accounts;

import static com.heyi.accounts.AccountsWorld.HEAD_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.accounts.CardProfileView.Attrition;
import com.heyi.accounts.CardProfileView.IncomeBand;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankCustomersImportTest {
  private static final AtomicInteger CLIENTS = new AtomicInteger(900_000_000);
  private static final String ROW =
      "Attrited Customer,62,F,0,Graduate,Married,Less than $40K,Blue,49,2,3,3,1438.3,0,1438.3,"
          + "1.047,692,16,0.6,0";

  private final AccountsWorld world = new AccountsWorld();

  @Test
  void aClientBecomesAnUnverifiedCustomerWithAllFigures() {
    ImportRecord row = row(2, client(), ROW);

    assertThat(load(List.of(row))).isEqualTo(ImportOutcome.loaded(1));

    CustomerView customer = customer(row);
    assertThat(customer.name()).isEqualTo("CARD " + row.get("CLIENTNUM"));
    assertThat(customer.identityStatus()).isEqualTo(IdentityStatus.UNVERIFIED);
    assertThat(customer.homeBranch()).isNull();
    CardProfileView figures = customer.cardProfile();
    assertThat(figures.attrition()).isEqualTo(Attrition.ATTRITED);
    assertThat(figures.age()).isEqualTo(62);
    assertThat(figures.incomeBand()).isEqualTo(IncomeBand.BELOW_40);
    assertThat(figures.creditLimit()).isEqualTo("1438.30");
    assertThat(figures.countChangeQ4Q1()).isEqualTo("0.600");
    assertThat(figures.utilisation()).isEqualTo("0.000");
  }

  @Test
  void theSameRowsAgainChangeNothingInTheSameRunOrTheNext() {
    List<ImportRecord> rows =
        IntStream.range(0, 300).mapToObj(i -> row(i + 2L, client(), ROW)).toList();
    List<ImportRecord> twice = new ArrayList<>(rows);
    twice.addAll(rows);
    assertThat(load(twice)).isEqualTo(new ImportOutcome(300, 300, List.of()));
    assertThat(load(rows)).isEqualTo(ImportOutcome.unchanged(300));
  }

  @Test
  void otherFiguresForAKnownClientAreRejectedAndLeaveHimAsHeIs() {
    String client = client();
    ImportRecord row = row(2, client, ROW);
    load(List.of(row));
    CustomerView before = customer(row);

    ImportOutcome outcome = load(List.of(row(7, client, ROW.replace("1.047", "1.048"))));

    assertThat(outcome.rejects())
        .containsExactly(
            new ImportOutcome.Reject(7, "card-profile.differs", List.of(client, before.number())));
    assertThat(customer(row)).isEqualTo(before);
  }

  @Test
  void aClientWhomAnotherModuleAdmittedGetsHisFigures() {
    ImportRecord row = row(2, client(), ROW);
    CustomerRef admitted =
        world.as(HEAD_OFFICE, t -> t.directory().admit("CARD", row.get("CLIENTNUM")));
    assertThat(load(List.of(row))).isEqualTo(ImportOutcome.loaded(1));
    assertThat(customer(row).id()).isEqualTo(admitted.id());
    assertThat(customer(row).cardProfile()).isNotNull();
  }

  @Test
  void aClientWhoIsKnownMayStandBeforeNewOnesInTheFile() {
    ImportRecord known = row(2, client(), ROW);
    world.as(HEAD_OFFICE, t -> t.directory().admit("CARD", known.get("CLIENTNUM")));
    ImportRecord fresh = row(3, client(), ROW);

    assertThat(load(List.of(known, fresh))).isEqualTo(ImportOutcome.loaded(2));

    assertThat(customer(known).cardProfile()).isNotNull();
    assertThat(customer(fresh).cardProfile()).isNotNull();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "Attrition_Flag, Existing Customer",
    "Gender, M",
    "Education_Level, Uneducated",
    "Education_Level, High School",
    "Education_Level, College",
    "Education_Level, Post-Graduate",
    "Education_Level, Doctorate",
    "Education_Level, Unknown",
    "Marital_Status, Single",
    "Marital_Status, Divorced",
    "Marital_Status, Unknown",
    "Income_Category, $40K - $60K",
    "Income_Category, $60K - $80K",
    "Income_Category, $80K - $120K",
    "Income_Category, $120K +",
    "Income_Category, Unknown",
    "Card_Category, Silver",
    "Card_Category, Gold",
    "Card_Category, Platinum",
    "Avg_Utilization_Ratio, 1",
    "Months_Inactive_12_mon, 12",
    "Credit_Limit, 99999999999.99"
  })
  void everyWordOfTheFileFindsItsPlace(String column, String value) {
    assertThat(load(List.of(with(row(2, client(), ROW), column, value))).loaded()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "CLIENTNUM, 12a",
    "CLIENTNUM, ''",
    "Attrition_Flag, Gone",
    "Customer_Age, -1",
    "Customer_Age, 151",
    "Gender, X",
    "Education_Level, ''",
    "Months_Inactive_12_mon, 13",
    "Credit_Limit, 1e3",
    "Credit_Limit, 1438.305",
    "Credit_Limit, 999999999999",
    "Total_Trans_Ct, 4.5",
    "Avg_Utilization_Ratio, 1.001"
  })
  void aMalformedRowIsRejectedNamingTheColumn(String column, String value) {
    ImportRecord good = row(2, client(), ROW);
    ImportRecord bad = with(row(3, client(), ROW), column, value);

    ImportOutcome outcome = load(List.of(good, bad));

    assertThat(outcome.loaded()).isEqualTo(1);
    assertThat(outcome.rejects()).hasSize(1);
    assertThat(outcome.rejects().get(0).line()).isEqualTo(3);
    assertThat(outcome.rejects().get(0).code()).isEqualTo("card-profile.column");
    assertThat(outcome.rejects().get(0).args()).startsWith(column, value);
  }

  private ImportOutcome load(List<ImportRecord> rows) {
    return world.as(
        HEAD_OFFICE, t -> t.bankCustomers().loadAll(rows.stream().map(List::of).toList()));
  }

  private CustomerView customer(ImportRecord row) {
    return world.as(
        HEAD_OFFICE,
        t ->
            t.customers()
                .view(
                    t.directory().findByIdentity("CARD", row.get("CLIENTNUM")).orElseThrow().id()));
  }

  private static String client() {
    return String.valueOf(CLIENTS.incrementAndGet());
  }

  private static ImportRecord row(long line, String client, String rest) {
    List<String> values = new ArrayList<>(List.of(client));
    values.addAll(Arrays.asList(rest.split(",")));
    Map<String, String> byColumn = new LinkedHashMap<>();
    List<String> columns = new AccountsWorld().columns();
    for (int i = 0; i < columns.size(); i++) {
      byColumn.put(columns.get(i), values.get(i));
    }
    return new ImportRecord(line, byColumn);
  }

  private static ImportRecord with(ImportRecord row, String column, String value) {
    Map<String, String> values = new LinkedHashMap<>(row.values());
    values.put(column, value);
    return new ImportRecord(row.line(), values);
  }
}
