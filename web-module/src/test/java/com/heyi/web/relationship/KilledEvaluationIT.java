package com.heyi.web.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.CardCustomers;
import com.heyi.testing.Imports;
import com.heyi.testing.Imports.Run;
import com.heyi.testing.RunningHeyi;
import com.heyi.testing.Sql;
import com.heyi.testing.Waiting;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The server is killed while the batch places customers in tiers: everybody is placed once. As
 * {@link CardCustomers} says, it may be all 10,127 of them.
 */
class KilledEvaluationIT {
  private static final String EVALUATIONS = "/api/v1/customer-tiers/evaluations";

  @Test
  void aKilledEvaluationEndsWithEverybodyPlacedOnce() throws IOException {
    assumeTrue(RunningHeyi.get().isOwn(), "only the suite's own server may be killed");
    CardCustomers.of(UUID.randomUUID().toString()).imported();
    long placedBefore = placed();

    Answer started = Callers.operator().post(EVALUATIONS, "{}");
    assertThat(started.status()).as(started.toString()).isEqualTo(202);
    JsonNode evaluation = Callers.auditor().get(EVALUATIONS).json().at("/items/0");
    long customers = evaluation.path("customers").asLong();
    String run = evaluation.path("run").path("id").asText();
    Run before = Waiting.until(120, () -> Imports.view(run), seen -> seen.rowsRead() > 0);
    RunningHeyi.get().killServer();
    long placedAtTheKill = placed() - placedBefore;
    assertThat(before.isOver()).as("killed in the middle: " + before).isFalse();
    RunningHeyi.get().startServer();
    Run done = Imports.finished(run);

    System.out.printf(
        "%d customers, %d placed when killed, %d after%n",
        customers, placedAtTheKill, placed() - placedBefore);
    assertThat(placedAtTheKill).isBetween(1L, customers - 1);
    assertThat(done.loaded()).isEqualTo(customers);
    assertThat(done.rejected()).isZero();
    assertThat(placed() - placedBefore).isEqualTo(customers);
    assertThat(
            Sql.number(
                "select count(*) from (select customer_id from relationship.tier_change"
                    + " where kind = 'FIRST' group by 1 having count(*) > 1) twice"))
        .isZero();
    assertThat(Callers.operator().post(EVALUATIONS, "{}").code())
        .isEqualTo("relationship.all-placed");
  }

  private static long placed() {
    return Sql.number("select count(*) from relationship.standing");
  }
}
