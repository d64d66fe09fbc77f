package com.heyi.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.imports.ImportError;
import com.heyi.imports.StartImport;
import com.heyi.imports.Upload;
import com.heyi.imports.UploadStore;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.RequestEnded;
import com.heyi.shared.facade.WaitingCalls;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files on a real disk and their rows in the real database; each step is a transaction. */
class UploadsGoWhenNobodyWantsThemTest {
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
  private static final UUID APPROVAL = UUID.randomUUID();

  @TempDir private Path folder;
  private final Set<String> waiting = new HashSet<>();
  private final List<AuditEvent> trail = new ArrayList<>();
  private boolean diskFails;

  @ParameterizedTest
  @ValueSource(strings = {"REJECTED", "EXPIRED", "WITHDRAWN", "MOVED"})
  void whatWasUploadedForARequestGoesWhenTheRequestEndsWithoutApproval(String end)
      throws IOException {
    Upload upload = stored(end.toLowerCase(Locale.ROOT).substring(0, 5) + "-sum");
    Instant made = CLOCK.instant().plusMillis(1);

    sweep().after(ended(upload, end, made));

    assertThat(file(upload)).doesNotExist();
    assertThat(trail)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.action()).isEqualTo("import.remove-file");
              assertThat(row.target()).isEqualTo("import-file:" + upload.sha256());
              assertThat(row.approval()).isEqualTo(APPROVAL);
              assertThat(row.changes()).anyMatch(change -> end.equals(change.after()));
              assertThat(row.changes()).anyMatch(change -> "9".equals(change.before()));
            });
  }

  @Test
  void aFileThatARunOrAnotherRequestWantsStays() throws IOException {
    Upload run = stored("run");
    run(run);
    Upload request = stored("request");
    waiting.add("import-file:" + request.sha256());
    age(Duration.ofDays(2));

    sweep().after(ended(run, "REJECTED", CLOCK.instant()));
    sweep().after(ended(request, "REJECTED", CLOCK.instant()));
    sweep().sweep();

    assertThat(file(run)).exists();
    assertThat(file(request)).exists();
    assertThat(trail).isEmpty();
  }

  @Test
  void aListThatIsWrittenForACallThatComesToNothingIsLetGoAndOneThatIsKeptStays()
      throws IOException {
    UploadStore store = new UploadStore(folder.toString(), 1000);
    UploadStore.Begun triedOut = store.begin(text("a\nb\n"));
    assertThat(triedOut.part()).exists();
    assertThat(file(triedOut.upload())).doesNotExist();
    store.drop(triedOut);
    assertThat(folder).isEmptyDirectory();

    UploadStore.Begun done = store.begin(text("a\nb\n"));
    store.keep(done);
    store.drop(done);
    assertThat(file(done.upload())).hasContent("a\nb\n");
    assertThat(done.upload()).isEqualTo(triedOut.upload());
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFileThatWasSentAgainAfterTheRequestIsAnothers() throws IOException {
    Upload upload = stored("again");
    sweep().after(ended(upload, "REJECTED", CLOCK.instant().minusSeconds(60)));
    assertThat(file(upload)).exists();
  }

  @Test
  void aPurgeThatDiesBetweenDatabaseAndDiskIsRepeated() throws IOException {
    Upload upload = stored("purged");
    UUID run = run(upload);
    letGo(upload);
    diskFails = true;

    sweep().sweep();
    assertThat(file(upload)).exists();
    assertThat(gone(run)).as("what is there is not said to be gone").isFalse();

    diskFails = false;
    age(Duration.ofMinutes(5));
    sweep().sweep();
    assertThat(file(upload)).doesNotExist();
    assertThat(gone(run)).isTrue();
  }

  @Test
  void aPurgeThatDiesBetweenDiskAndDatabaseIsRepeated() throws IOException {
    Upload upload = stored("purged too");
    UUID run = run(upload);
    letGo(upload);
    Files.delete(file(upload));

    sweep().sweep();

    assertThat(gone(run)).isTrue();
  }

  @Test
  void aFileWhoseTimeWasOverButThatCameAgainStaysForItsNewRun() throws IOException {
    Upload upload = stored("comes again");
    UUID old = run(upload);
    letGo(upload);
    UUID fresh = run(stored("comes again"));

    sweep().sweep();

    assertThat(file(upload)).exists();
    assertThat(gone(old)).isFalse();
    assertThat(gone(fresh)).isFalse();
  }

  @Test
  void whatNobodyEverAskedForIsFoundNamedAndRemovedButNothingOfOthers() throws IOException {
    Upload orphan = stored("orphan");
    Path part = Files.writeString(folder.resolve("upload-17.part"), "cut off");
    Path foreign = Files.writeString(folder.resolve("keys.txt"), "not ours");
    age(Duration.ofHours(2));
    Upload fresh = stored("still on its way");

    sweep().sweep();

    assertThat(file(orphan)).doesNotExist();
    assertThat(part).doesNotExist();
    assertThat(foreign).exists();
    assertThat(file(fresh)).exists();
    assertThat(trail)
        .extracting(AuditEvent::target)
        .containsExactlyInAnyOrder("import-file:" + orphan.sha256(), "import-file:upload-17.part");
    assertThat(trail)
        .allSatisfy(row -> assertThat(row.changes()).anyMatch(c -> "ORPHAN".equals(c.after())));
  }

  @Test
  void whatIsTooLargeIsNotReadToItsEndNorKept() throws IOException {
    InputStream endless =
        new InputStream() {
          private int read;

          @Override
          public int read() {
            assertThat(++read).as("one buffer and no more").isLessThanOrEqualTo(1 << 16);
            return 'x';
          }
        };
    assertThatThrownBy(() -> store().store(endless, 10, ImportError.KIND_UNKNOWN))
        .as("what the caller wants to be told")
        .hasMessage(ImportError.KIND_UNKNOWN.code());
    assertThatThrownBy(() -> store().store(new ByteArrayInputStream(new byte[1001])))
        .as("the folder's own limit is lower")
        .hasMessage("import.file-too-large");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void anImportOfAFileThatIsGoneIsRefused() throws IOException {
    Upload upload = stored("gone");
    in(
        files -> {
          files.use(upload.storedFile());
          return null;
        });
    Files.delete(file(upload));
    assertThatThrownBy(
            () ->
                in(
                    files -> {
                      files.use(upload.storedFile());
                      return null;
                    }))
        .hasMessage("import.file-gone");
  }

  @Test
  void aFileThatAnImportIsJustTakingIsNotRemoved() throws IOException {
    Upload upload = stored("being taken");
    age(Duration.ofDays(1));
    in(
        files -> {
          files.use(upload.storedFile());
          sweep().sweep();
          return null;
        });
    assertThat(file(upload)).exists();
    sweep().sweep();
    assertThat(file(upload)).doesNotExist();
  }

  private static RequestEnded ended(Upload upload, String end, Instant made) {
    return new RequestEnded(
        APPROVAL, "import.start", "import-file:" + upload.sha256(), made, end, false);
  }

  private Upload stored(String content) throws IOException {
    return store().store(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  private UploadStore store() {
    return new UploadStore(folder.toString(), 1000) {
      @Override
      public void delete(String storedFile) throws IOException {
        if (diskFails) {
          throw new IOException("the disk is gone");
        }
        super.delete(storedFile);
      }
    };
  }

  private Path file(Upload upload) {
    return folder.resolve(upload.storedFile());
  }

  private void age(Duration by) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(CLOCK.instant().minus(by)));
      }
    }
  }

  /** A run of this file that has finished. */
  private UUID run(Upload upload) {
    return TestDatabase.get()
        .inTransaction(
            em -> {
              ImportRun run =
                  new ImportRun(
                      new StartImport("bank-customers", "f.csv", upload),
                      Caller.system("test"),
                      CLOCK.instant());
              run.takenBy(UUID.randomUUID(), CLOCK.instant());
              run.finish(CLOCK.instant());
              em.persist(run);
              return run.id();
            });
  }

  /** Its time is over, as the nightly run of the privacy module finds. */
  private void letGo(Upload upload) {
    TestDatabase.get()
        .doInTransaction(
            em -> {
              List<ImportsPersonalData.FilesOver> over = new ArrayList<>();
              new ImportsPersonalData(em, CLOCK, store(), null, over::add)
                  .forget("import-uploads", CLOCK.instant().plusSeconds(1), 10_000);
              assertThat(over).anyMatch(files -> files.storedFiles().contains(upload.storedFile()));
            });
  }

  private boolean gone(UUID run) {
    return TestDatabase.get()
        .inTransaction(
            em ->
                (Boolean)
                    em.createNativeQuery(
                            "select file_deleted_at is not null from imports.run where id = :id",
                            Boolean.class)
                        .setParameter("id", run)
                        .getSingleResult());
  }

  private UploadSweep sweep() {
    return new UploadSweep(new EachInATransaction(), store());
  }

  private <T> T in(Function<StoredFiles, T> work) {
    return TestDatabase.get().inTransaction(em -> work.apply(files(em)));
  }

  private StoredFiles files(EntityManager em) {
    return new StoredFiles(
        em,
        store(),
        List.of(new FilesOfImports(em, waitingCalls())),
        new AuditSink() {
          @Override
          public void record(AuditEvent event) {
            trail.add(event);
          }

          @Override
          public void recordApart(AuditEvent event) {
            throw new AssertionError("the row stands or falls with what it tells");
          }
        },
        CLOCK);
  }

  private WaitingCalls waitingCalls() {
    return new WaitingCalls() {
      @Override
      public Set<String> targets(String action) {
        return action.equals("import.start") ? Set.copyOf(waiting) : Set.of();
      }

      @Override
      public void erase(String action, String target) {
        throw new AssertionError("nobody is erased here");
      }
    };
  }

  /** What the container's interceptor does. */
  private final class EachInATransaction extends StoredFiles {
    @Override
    public List<String> leaving() {
      return in(StoredFiles::leaving);
    }

    @Override
    public boolean takeAway(String file) {
      return in(files -> files.takeAway(file));
    }

    @Override
    public boolean removeUnwanted(String file, String why, Instant since, UUID approval) {
      return in(files -> files.removeUnwanted(file, why, since, approval));
    }

    @Override
    Instant fresh() {
      return CLOCK.instant().minus(FRESH);
    }
  }
}
