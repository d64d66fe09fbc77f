package com.heyi.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.TriageBatchView;
import com.heyi.complaints.TriageRunView;
import com.heyi.complaints.TriageScope;
import com.heyi.complaints.TriageStatus;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.testing.TestDatabase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trainings and triages of many cases whose server has vanished, on the real database. */
class TriageLeftBehindTest {
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final List<AuditEvent> trail = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-02T02:00:00Z");

  @BeforeEach
  void nothingIsUnderWay() throws SQLException {
    try (Connection connection = TestDatabase.get().owner().getConnection()) {
      for (String table : List.of("triage_run", "triage_batch")) {
        connection
            .createStatement()
            .execute(
                "update complaints."
                    + table
                    + " set status = 'FAILED', finished_at = now() where finished_at is null");
      }
    }
  }

  @Test
  void aTrainingWhoseServerVanishedIsTakenUpByAnotherAndGoesOnWhereItWas() {
    UUID run = queued();
    assertThat(begin(run)).isTrue();
    assertThat(next(run)).isTrue();
    // The server is killed here, in the middle of the second target.
    passes(Lease.LASTS);
    assertThat(takeUp()).as("its lease has not run out yet").isEmpty();
    passes(MOMENT);

    assertThat(takeUp()).containsExactly(run);
    assertThat(takeUp()).as("another server comes a moment later").isEmpty();
    assertThat(trail)
        .singleElement()
        .satisfies(row -> assertThat(row.action()).isEqualTo("triage.take-up"));
    assertThat(view(run).takenUp()).isEqualTo(1);
    assertThat(view(run).takenUpAt()).isEqualTo(now);
    assertThat(view(run).done()).isEqualTo(1);

    assertThat(begin(run)).isTrue();
    assertThat(stepsToTheEnd(run)).as("the three targets that were left").isEqualTo(3);
    assertThat(view(run).status()).isEqualTo(TriageStatus.FINISHED);
    assertThat(queued()).as("a new one can be started").isNotEqualTo(run);
  }

  @Test
  void whatIsWorkedOnIsNotTakenUpHoweverLongAStepTakes() {
    UUID run = queued();
    begin(run);

    in(
        working -> {
          assertThat(work(working).next(run)).isTrue();
          passes(Lease.LASTS.multipliedBy(10));
          assertThat(takeUp()).as("the step still holds the run").isEmpty();
          return null;
        });

    assertThat(view(run).takenUp()).isZero();
  }

  @Test
  void twoServersThatLookAtTheSameTimeTakeItUpOnce() {
    UUID run = queued();
    passes(Lease.LASTS.plus(MOMENT));

    in(
        one -> {
          assertThat(work(one).takeUp()).containsExactly(run);
          assertThat(takeUp()).as("the other passes over what this one holds").isEmpty();
          return null;
        });

    assertThat(view(run).takenUp()).isEqualTo(1);
  }

  @Test
  void aTrainingAtWhichOneServerAfterTheOtherVanishesFailsAndANewOneCanBeStarted() {
    UUID run = queued();
    for (int vanished = 1; vanished <= Lease.MOST_IN_VAIN; vanished++) {
      begin(run);
      passes(Lease.LASTS.plus(MOMENT));
      if (vanished < Lease.MOST_IN_VAIN) {
        assertThat(takeUp()).containsExactly(run);
      }
    }
    assertThatThrownBy(this::queued).hasMessage(ComplaintError.TRAINING_RUNS.code());

    assertThat(takeUp()).isEmpty();

    TriageRunView left = view(run);
    assertThat(left.status()).isEqualTo(TriageStatus.FAILED);
    assertThat(left.trouble()).isEqualTo(StepwiseRun.LEFT);
    assertThat(left.takenUp()).isEqualTo(Lease.MOST_IN_VAIN - 1);
    assertThat(trail.get(trail.size() - 1).outcome()).isEqualTo(AuditEvent.Outcome.FAILED);
    assertThat(begin(run)).as("a job that comes late").isFalse();
    assertThat(next(run)).isFalse();
    assertThat(queued()).isNotEqualTo(run);
  }

  @Test
  void aJobThatFailsAfterAnotherServerHasTakenUpItsTrainingDoesNotEndIt() {
    UUID run = queued();
    Instant begun = now;
    begin(run);
    passes(Lease.LASTS.plus(MOMENT));
    assertThat(takeUp()).containsExactly(run);
    begin(run);

    fail(run, begun);
    assertThat(view(run).status()).isEqualTo(TriageStatus.RUNNING);

    fail(run, now);
    assertThat(view(run).status()).as("its own job ends it").isEqualTo(TriageStatus.FAILED);
  }

  @Test
  void aTrainingThatComesForwardBetweenIsNotGivenUp() {
    UUID run = queued();
    for (int vanished = 0; vanished < 2 * Lease.MOST_IN_VAIN; vanished++) {
      begin(run);
      if (vanished % 2 == 1) {
        assertThat(next(run)).isTrue();
      }
      passes(Lease.LASTS.plus(MOMENT));
      assertThat(takeUp()).containsExactly(run);
    }
    assertThat(view(run).status()).isEqualTo(TriageStatus.RUNNING);
  }

  @Test
  void aTrainingWhoseJobNeverBeganIsHandedOverAgainAndNeverGivenUpForThat() {
    UUID run = queued();
    for (int lost = 0; lost < 2 * Lease.MOST_IN_VAIN; lost++) {
      passes(Lease.LASTS.plus(MOMENT));
      assertThat(takeUp()).containsExactly(run);
    }
    assertThat(view(run).status()).isEqualTo(TriageStatus.QUEUED);
  }

  @Test
  void aTriageOfManyCasesIsTakenUpInTheSameWay() {
    UUID batch = in(em -> batches(em).queue(TriageScope.OPEN, "ad.chen")).id();
    boolean begun = in(em -> cases(em).begin(batch));
    assertThat(begun).isTrue();
    passes(Lease.LASTS.plus(MOMENT));

    List<UUID> taken = in(em -> cases(em).takeUp());

    assertThat(taken).containsExactly(batch);

    TriageBatchView view = in(em -> em.find(TriageBatch.class, batch).view());
    assertThat(view.takenUp()).isEqualTo(1);
    assertThat(view.status()).isEqualTo(TriageStatus.RUNNING);
    assertThat(trail)
        .singleElement()
        .satisfies(row -> assertThat(row.action()).isEqualTo("triage.take-up-batch"));
    assertThat(takeUp()).as("trainings are another matter").isEmpty();
  }

  private int stepsToTheEnd(UUID run) {
    int steps = 0;
    while (next(run)) {
      steps++;
    }
    return steps;
  }

  private void passes(Duration time) {
    now = now.plus(time);
  }

  private UUID queued() {
    return in(em -> new TriageRuns(em, clock(), silent()).queue("ad.chen")).id();
  }

  private boolean begin(UUID run) {
    return in(em -> work(em).begin(run));
  }

  private void fail(UUID run, Instant begun) {
    in(
        em -> {
          work(em).fail(run, begun);
          return null;
        });
  }

  private boolean next(UUID run) {
    return in(em -> work(em).next(run));
  }

  private List<UUID> takeUp() {
    return in(em -> work(em).takeUp());
  }

  private static TriageRunView view(UUID run) {
    return in(em -> em.find(TriageRun.class, run).view());
  }

  private TriageWork work(EntityManager em) {
    return new TriageWork(em, clock(), trail());
  }

  private TriageCasesWork cases(EntityManager em) {
    return new TriageCasesWork(em, clock(), trail(), 2);
  }

  private TriageBatches batches(EntityManager em) {
    return new TriageBatches(em, clock(), silent());
  }

  private AuditSink trail() {
    return proxy(
        AuditSink.class,
        event -> {
          trail.add((AuditEvent) event);
          return null;
        });
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private static <T> T in(Function<EntityManager, T> work) {
    return TestDatabase.get().inTransaction(work);
  }

  @SuppressWarnings("unchecked")
  private static <T> Event<T> silent() {
    return proxy(Event.class, event -> null);
  }

  private static <T> T proxy(Class<T> type, Function<Object, Object> heard) {
    return type.cast(
        Proxy.newProxyInstance(
            TriageLeftBehindTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> heard.apply(args[0])));
  }
}
