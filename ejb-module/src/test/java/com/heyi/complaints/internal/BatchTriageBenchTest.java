package com.heyi.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.complaints.TriageBatchView;
import com.heyi.complaints.TriageScope;
import com.heyi.imports.ImportRecord;
import com.heyi.shared.facade.AuditSink;
import com.heyi.testing.TestDatabase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The real complaints of the CFPB, triaged in one batch that is broken off and goes on; the figures
 * stand in docs/triage.md. Runs only where the files are, and by itself: it loads what other tests
 * expect to be the first to load.
 */
class BatchTriageBenchTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final int ROWS = 1_000;
  private static final int SLICES_BEFORE_THE_CRASH = 20;

  @Test
  @EnabledIfSystemProperty(named = "heyi.triage.data", matches = ".+")
  void allComplaintsOfABankAreTriagedInOneBatch() throws IOException {
    Path folder = Path.of(System.getProperty("heyi.triage.data"));
    load(folder.resolve("boa_complaints_2017_2023.csv.gz"));
    load(folder.resolve("complaints_2023_full_columns.csv"));
    train();

    TriageBatchView asked = in(em -> batches(em).queue(TriageScope.ALL, "bench"));
    long begin = System.nanoTime();
    for (int i = 0; i < SLICES_BEFORE_THE_CRASH; i++) {
      assertThat(next(asked.id())).isTrue();
    }
    // Another process takes it up.
    boolean more = true;
    while (more) {
      more = next(asked.id());
    }
    long millis = (System.nanoTime() - begin) / 1_000_000;
    TriageBatchView done = in(em -> em.find(TriageBatch.class, asked.id()).view());
    assertThat(done.done()).isEqualTo(asked.total());
    System.out.printf(
        "%d cases in %.1f s: %d by words, %d by facets, %d nothing for want of words, %d nothing"
            + " although there are words%n",
        done.done(),
        millis / 1000.0,
        done.byWords(),
        done.byFacets(),
        done.noWords(),
        done.unknown());
    for (Object row :
        in(
            em ->
                em.createNativeQuery(
                        "select target || ' ' || basis || ' ' || count(*) from"
                            + " complaints.triage_suggestion group by target, basis order by 1",
                        String.class)
                    .getResultList())) {
      System.out.println(row);
    }
  }

  private static void load(Path file) throws IOException {
    try (Reader reader =
        file.toString().endsWith(".gz")
            ? new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)
            : Files.newBufferedReader(file)) {
      List<ImportRecord> rows = CfpbImportTest.read(reader);
      for (int from = 0; from < rows.size(); from += ROWS) {
        CfpbImportTest.load(rows.subList(from, Math.min(rows.size(), from + ROWS)));
      }
    }
  }

  private static void train() {
    UUID run =
        in(em -> {
              @SuppressWarnings("unchecked")
              Event<TriageRuns.TrainingQueued> event =
                  (Event<TriageRuns.TrainingQueued>) silent(Event.class);
              return new TriageRuns(em, CLOCK, event).queue("bench");
            })
            .id();
    boolean more = true;
    while (more) {
      more = in(em -> new TriageWork(em, CLOCK, silent()).next(run));
    }
  }

  /** A slice, by a worker that remembers nothing of the one before. */
  private static boolean next(UUID batch) {
    return in(em -> new TriageCasesWork(em, CLOCK, silent(), TriageCasesWork.SLICE).next(batch));
  }

  private static TriageBatches batches(EntityManager em) {
    @SuppressWarnings("unchecked")
    Event<TriageBatches.BatchQueued> event = (Event<TriageBatches.BatchQueued>) silent(Event.class);
    return new TriageBatches(em, CLOCK, event);
  }

  private static AuditSink silent() {
    return (AuditSink) silent(AuditSink.class);
  }

  private static Object silent(Class<?> type) {
    return Proxy.newProxyInstance(
        BatchTriageBenchTest.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, args) -> null);
  }

  private static <T> T in(Function<EntityManager, T> work) {
    return TestDatabase.get().inTransaction(work);
  }
}
