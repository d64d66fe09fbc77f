package com.heyi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.launcher.StatementTrace.Traced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameStatementsForPgbenchTest {
  private static final String CUSTOMER = "00010000-0000-0000-0000-000000000001";
  private static final String ORDER = "01a2013e-ead9-7720-b683-0e5989cb7aac";

  @TempDir private Path folder;

  @Test
  void onlyTheWantedTransactionIsReadWithItsValues() throws IOException {
    Path log = folder.resolve("postgres.log");
    Files.writeString(
        log,
        """
        2026-11-22 03:13:50.1 UTC [7] LOG:  statement: BEGIN
        2026-11-22 03:13:50.1 UTC [8] LOG:  statement: BEGIN
        2026-11-22 03:13:50.1 UTC [8] LOG:  execute S_1: delete from other
        2026-11-22 03:13:50.1 UTC [7] LOG:  execute S_9: insert into wanted
        \t(a, b) values ($1, $2)
        2026-11-22 03:13:50.1 UTC [7] DETAIL:  Parameters: $1 = 'it''s, $2 = ''x''', $2 = NULL
        2026-11-22 03:13:50.1 UTC [8] LOG:  execute S_3: COMMIT
        2026-11-22 03:13:50.1 UTC [7] LOG:  execute S_3: COMMIT
        2026-11-22 03:13:50.1 UTC [7] LOG:  statement: BEGIN
        2026-11-22 03:13:50.1 UTC [7] LOG:  execute S_3: COMMIT
        """);

    List<Traced> trace = StatementTrace.transaction(log, 0, "insert into wanted");

    assertThat(trace)
        .extracting(Traced::sql)
        .containsExactly("BEGIN", "insert into wanted\n(a, b) values ($1, $2)", "COMMIT");
    assertThat(trace.get(1).values()).containsExactly("it's, $2 = 'x'", null);
    assertThatThrownBy(() -> StatementTrace.transaction(log, 0, "insert into nothing"))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("no transaction");
  }

  @Test
  void eachTransactionHasItsOwnCustomerAndIdsAndWhatTheDatabaseAnswered() {
    Map<String, String> known = new LinkedHashMap<>();
    known.put(CUSTOMER, "made(:c)");

    PgbenchScript.Script script =
        PgbenchScript.of(
            List.of(
                new Traced("BEGIN", List.of()),
                new Traced(
                    "insert into mall.points_account (customer_id, entries) values ($1, 1)"
                        + " returning entries",
                    List.of(CUSTOMER)),
                new Traced(
                    "insert into mall.ledger_entry (id, entry_no, kind) values ($1, $2, $3)",
                    List.of(ORDER, "7", "REDEEM")),
                new Traced(
                    "insert into mall.posting (entry_id, amount) select $1, p.amount from"
                        + " unnest($2, $3) as p (amount, lot_id)",
                    List.of(ORDER, "{-1,1}", "{" + CUSTOMER + ",NULL}")),
                new Traced("insert into log (text) values ($1)", List.of("{\"a\": \":b\"}")),
                new Traced("COMMIT", List.of())),
            10,
            20,
            known,
            Map.of("mall.posting.amount", "int8", "mall.posting.lot_id", "uuid"));

    assertThat(script.statements()).isEqualTo(6);
    assertThat(script.constants()).containsOnlyKeys("{\"a\": \":b\"}");
    assertThat(script.text())
        .contains("\\set c random(1, 10)", "\\set i random(1, 20)", "made(:c) as v1")
        .contains("values (:v1::uuid, 1) returning entries \\gset")
        .contains("values (:v2::uuid, :entries, 'REDEEM');")
        .contains("select :v2::uuid, p.amount from unnest('{-1,1}'::int8[], :v3::uuid[])")
        .contains("'{' || (made(:c))::text || ',NULL}' as v3")
        .contains("values (:constant1);")
        .doesNotContain(ORDER);
  }
}
