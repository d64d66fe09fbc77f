package com.heyi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The card centre's customers: the demo's, several times over under numbers of their own; with
 * {@code -Dheyi.it.bank-customers=<BankChurners.csv>} all 10,127 of them.
 */
public final class CardCustomers {
  private static final String WHOLE = System.getProperty("heyi.it.bank-customers");
  private static final int COPIES = 4;

  private CardCustomers() {}

  /**
   * Takes them into the register.
   *
   * @param serial of the test, from which their numbers come
   */
  public static void imported(String serial) throws IOException {
    if (WHOLE != null) {
      Imports.finished("bank-customers", Files.readString(Path.of(WHOLE)));
      return;
    }
    List<String> demo =
        Files.readAllLines(RunningHeyi.get().home().demoData().resolve("bank-customers.csv"));
    StringBuilder csv = new StringBuilder(demo.get(0)).append('\n');
    int first = 100_000_000 + Math.floorMod(serial.hashCode(), 10_000_000) * 10;
    for (int i = 0; i < COPIES * (demo.size() - 1); i++) {
      String row = demo.get(1 + i % (demo.size() - 1));
      csv.append(first + i).append(row.substring(row.indexOf(','))).append('\n');
    }
    assertThat(Imports.finished("bank-customers", csv.toString()).rejected()).isZero();
  }
}
