package com.heyi.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Imports;
import com.heyi.testing.Imports.Run;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Files through REST into the running job. */
class ImportsIT {
  private static final String HEADER =
      "CLIENTNUM,Attrition_Flag,Customer_Age,Gender,Dependent_count,Education_Level,"
          + "Marital_Status,Income_Category,Card_Category,Months_on_book,"
          + "Total_Relationship_Count,Months_Inactive_12_mon,Contacts_Count_12_mon,"
          + "Credit_Limit,Total_Revolving_Bal,Avg_Open_To_Buy,Total_Amt_Chng_Q4_Q1,"
          + "Total_Trans_Amt,Total_Trans_Ct,Total_Ct_Chng_Q4_Q1,Avg_Utilization_Ratio\n";
  private static final String ROW =
      "%s,Existing Customer,%s,F,0,Graduate,Married,Less than $40K,Blue,49,2,3,3,1438.3,0,"
          + "1438.3,1.047,692,16,0.6,0\n";

  @Test
  void whatFitsIsLoadedAndWhatDoesNotIsExplained() {
    long first = freshNumber();
    String file =
        HEADER
            + ROW.formatted(first, 45)
            + ROW.formatted(first + 1, "old")
            + ROW.formatted(first + 2, 51);

    Run run = Imports.finished("bank-customers", file);

    assertThat(run.rowsRead()).isEqualTo(3);
    assertThat(run.loaded()).isEqualTo(2);
    assertThat(run.rejected()).isEqualTo(1);
    Answer rejects = Callers.admin().speaking("en").get(Imports.PATH + "/" + run.id() + "/rejects");
    assertThat(rejects.status()).isEqualTo(200);
    assertThat(rejects.headerText("Content-Type")).startsWith("text/csv");
    assertThat(rejects.body().lines().toList()).hasSize(2);
    assertThat(rejects.body().lines().findFirst().orElseThrow())
        .startsWith("line,code,reason,CLIENTNUM");
    assertThat(rejects.body().lines().skip(1).findFirst().orElseThrow())
        .startsWith("3,")
        .contains(String.valueOf(first + 1))
        .contains("old");
  }

  @Test
  void theSameFileAgainChangesNothing() {
    long first = freshNumber();
    String file = HEADER + ROW.formatted(first, 45) + ROW.formatted(first + 1, 51);
    Run once = Imports.finished("bank-customers", file);
    Run again = Imports.finished("bank-customers", file);
    assertThat(once.loaded()).isEqualTo(2);
    assertThat(again.loaded()).isZero();
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(again.rejected()).isZero();
  }

  @Test
  void aFileWithoutItsColumnsFailsAsAWhole() {
    Run run = Imports.start("bank-customers", "name,age\nx,1\n");
    Run ended = com.heyi.testing.Waiting.until(60, () -> Imports.view(run.id()), Run::isOver);
    assertThat(ended.status()).isEqualTo("FAILED");
    assertThat(Callers.admin().get(Imports.PATH + "/" + run.id()).text("message"))
        .contains("CLIENTNUM");
  }

  @Test
  void anUnknownKindIsRefused() {
    Answer answer =
        Callers.admin()
            .post(Imports.PATH + "?kind=nonsense&filename=x.csv", new byte[] {'a'}, "text/csv");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("import.kind-unknown");
  }

  @Test
  void aListThatHeyiWritesForABatchOfItsOwnIsNotTakenFromOutside() {
    for (String kind :
        List.of("delivered-invoices", "campaign-issue", "tier-evaluation", "app-migration")) {
      Answer answer =
          Callers.admin()
              .post(
                  Imports.PATH + "?kind=" + kind + "&filename=x.csv", new byte[] {'a'}, "text/csv");
      assertThat(answer.code()).as(kind).isEqualTo("import.kind-unknown");
      assertThat(Callers.admin().get(Imports.PATH + "/kinds").body()).doesNotContain(kind);
    }
  }

  @Test
  void anEmptyFileIsRefused() {
    Answer answer =
        Callers.admin()
            .post(Imports.PATH + "?kind=bank-customers&filename=x.csv", new byte[0], "text/csv");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("import.file-empty");
  }

  @Test
  void whoMayNotImportIsRefusedBeforeTheFileIsStored() {
    Answer answer =
        Callers.handler()
            .post(
                Imports.PATH + "?kind=bank-customers&filename=x.csv", new byte[] {'a'}, "text/csv");
    assertThat(answer.status()).isEqualTo(403);
  }

  private static long freshNumber() {
    return ThreadLocalRandom.current().nextLong(100_000_000, 999_999_000);
  }
}
