package com.heyi.web.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Imports;
import com.heyi.testing.Imports.Run;
import com.heyi.testing.RunningHeyi;
import com.heyi.testing.Sql;
import com.heyi.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A server killed in the middle of an import goes on by itself, and nothing is lost or doubled. */
class KilledImportIT {
  private static final Pattern ROW =
      Pattern.compile("(?m)^(C?)(\\d{6}),([^,]*),(.*),(\\d+)\\.0,([^,\\n]*)$");

  @Test
  void aKilledImportEndsAsAnUndisturbedOneDoes() throws IOException {
    assumeTrue(RunningHeyi.get().isOwn(), "only the suite's own server may be killed");
    Path demo = RunningHeyi.get().home().demoData().resolve("retail-orders.csv");
    String history = Files.readString(demo);

    Run undisturbed = Imports.finished("retail-orders", shifted(history, 1));
    String file = shifted(history, 2);
    Run started = Imports.start("retail-orders", file);
    Run before = Waiting.until(120, () -> Imports.view(started.id()), run -> run.rowsRead() > 0);
    RunningHeyi.get().killServer();
    assertThat(before.isOver()).as("killed in the middle: " + before).isFalse();

    RunningHeyi.get().startServer();
    Run resumed = Imports.finished(started.id());

    assertThat(resumed.rowsRead()).isEqualTo(undisturbed.rowsRead());
    assertThat(resumed.loaded()).isEqualTo(undisturbed.loaded());
    assertThat(resumed.rejected()).isEqualTo(undisturbed.rejected());
    assertThat(resumed.unchanged()).isEqualTo(undisturbed.unchanged());
    theBooksBalance();

    Run again = Imports.finished("retail-orders", file);
    assertThat(again.loaded()).isZero();
    assertThat(again.rejected()).isEqualTo(undisturbed.rejected());
    theBooksBalance();
  }

  /** The same history of other people, their invoices and goods. */
  private static String shifted(String history, int by) {
    Matcher row = ROW.matcher(history);
    StringBuilder shifted = new StringBuilder();
    int rows = 0;
    while (row.find()) {
      int invoice = Integer.parseInt(row.group(2)) % 100_000 + by * 100_000;
      int customer = Integer.parseInt(row.group(5)) % 100_000 + by * 100_000;
      row.appendReplacement(
          shifted,
          Matcher.quoteReplacement(
              "%s%d,%s%d,%s,%d.0,%s"
                  .formatted(
                      row.group(1),
                      invoice,
                      row.group(3),
                      by,
                      row.group(4),
                      customer,
                      row.group(6))));
      rows++;
    }
    assertThat(rows).isGreaterThan(1000);
    return row.appendTail(shifted).toString();
  }

  private static void theBooksBalance() {
    Answer balance = Callers.auditor().get("/api/v1/mall/trial-balance");
    assertThat(balance.status()).as(balance.toString()).isEqualTo(200);
    assertThat(balance.json().path("sum").asText()).isEqualTo("0");
    for (JsonNode check : balance.json().path("checks")) {
      assertThat(check.path("breaches").asLong()).as(check.toString()).isZero();
    }
    assertThat(Sql.number("select count(*) from mall.item where stock < 0")).isZero();
  }
}
