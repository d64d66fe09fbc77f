package com.heyi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The card centre's customers, under card numbers of their own: the demo's several times over; with
 * {@code -Dheyi.it.bank-customers=<BankChurners.csv>} all 10,127 of them.
 */
public final class CardCustomers {
  private static final String WHOLE = System.getProperty("heyi.it.bank-customers");
  private static final int COPIES = 4;

  private final String columns;
  private final List<String> rows;
  private final int first;

  private CardCustomers(String columns, List<String> rows, int first) {
    this.columns = columns;
    this.rows = rows;
    this.first = first;
  }

  /**
   * Those of a test, who are not in the register yet.
   *
   * @param serial of the test, from which their numbers come
   */
  public static CardCustomers of(String serial) throws IOException {
    Path file =
        WHOLE == null
            ? RunningHeyi.get().home().demoData().resolve("bank-customers.csv")
            : Path.of(WHOLE);
    List<String> lines = Files.readAllLines(file);
    List<String> rows = new ArrayList<>();
    for (int copy = 0; copy < (WHOLE == null ? COPIES : 1); copy++) {
      rows.addAll(lines.subList(1, lines.size()));
    }
    int first = 100_000_000 + Math.floorMod(serial.hashCode(), 10_000_000) * 10;
    return new CardCustomers(lines.get(0), rows, first);
  }

  /** How many they are. */
  public int count() {
    return rows.size();
  }

  /** The number of one's card, by which the card centre knows him. */
  public String card(int index) {
    return Integer.toString(first + index);
  }

  /** Takes them into the register. */
  public void imported() {
    StringBuilder csv = new StringBuilder(columns).append('\n');
    for (int i = 0; i < rows.size(); i++) {
      String row = rows.get(i);
      csv.append(card(i)).append(row.substring(row.indexOf(','))).append('\n');
    }
    assertThat(Imports.finished("bank-customers", csv.toString()).rejected()).isZero();
  }
}
