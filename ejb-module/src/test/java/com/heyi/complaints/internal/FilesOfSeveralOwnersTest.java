package com.heyi.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.complaints.AttachFile;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.RecordComplaint;
import com.heyi.imports.StartImport;
import com.heyi.imports.Upload;
import com.heyi.imports.internal.ImportRun;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Complaints and imports keep their files in one folder, where the same content is kept once. The
 * real sweep, a real attachment and a real run over one folder: what one wants stays, whatever the
 * other does.
 */
class FilesOfSeveralOwnersTest {
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

  @TempDir private Path folder;
  private final UUID complaint = recorded();

  /** Text, which both take: a list of customers and a letter. */
  private final byte[] content = ("name,phone\n" + Ids.next()).getBytes(StandardCharsets.UTF_8);

  @Test
  void whatAComplaintHoldsIsNotSweptAwayAndGoesWithTheLastThatHoldsIt() throws IOException {
    Upload letter = stored();
    attach(letter, unscanned());
    hoursPass();

    StoredTogether.sweep(folder, CLOCK).sweep();
    assertThat(file(letter)).as("held by a complaint").exists();

    run(letter);
    letAllGo();
    removeGone();
    assertThat(file(letter)).as("still held by an import").exists();

    TestDatabase.get()
        .doInTransaction(
            em ->
                em.createNativeQuery(
                        "update imports.run set file_leaves_at = now() + interval '1 hour',"
                            + " version = version + 1 where stored_file = :file")
                    .setParameter("file", letter.storedFile())
                    .executeUpdate());
    StoredTogether.sweep(folder, CLOCK).sweep();
    assertThat(file(letter)).as("held by nobody").doesNotExist();
  }

  @Test
  void whatAComplaintRefusesStaysForTheImportThatWantsIt() throws IOException {
    Upload list = stored();
    run(list);

    assertThatThrownBy(() -> attach(stored(), refusing()))
        .hasMessage(ComplaintError.FILE_INFECTED.code());

    assertThat(file(list)).exists();
  }

  @Test
  void whatIsRefusedStaysForACaseThatIsJustTakingIt() throws IOException {
    Upload letter = stored();
    TestDatabase.get()
        .doInTransaction(
            em -> {
              StoredTogether.attachments(em, folder, CLOCK, unscanned())
                  .add(new AttachFile(complaint, "a.txt", letter), "op");
              assertThatThrownBy(() -> attach(stored(), refusing()))
                  .hasMessage(ComplaintError.FILE_INFECTED.code());
            });
    assertThat(file(letter)).as("its row was not committed when the other was refused").exists();
  }

  @Test
  void aFileIsNotSweptAwayWhileACaseIsTakingIt() throws IOException {
    Upload letter = stored();
    hoursPass();
    TestDatabase.get()
        .doInTransaction(
            em -> {
              StoredTogether.attachments(em, folder, CLOCK, unscanned())
                  .add(new AttachFile(complaint, "a.txt", letter), "op");
              StoredTogether.sweep(folder, CLOCK).sweep();
            });
    assertThat(file(letter)).exists();
  }

  @Test
  void whatACaseLetGoWaitsForWhoIsTakingIt() throws IOException {
    Upload letter = stored();
    attach(letter, unscanned());
    letAllGo();
    TestDatabase.get()
        .doInTransaction(
            em -> {
              StoredTogether.files(em, folder, CLOCK).use(letter.storedFile());
              removeGone();
            });
    assertThat(file(letter)).as("in use just then").exists();
    removeGone();
    assertThat(file(letter)).as("not forgotten for that").doesNotExist();
  }

  @Test
  void whatWasSweptAwayMeanwhileIsToBeSentAgain() throws IOException {
    Upload letter = stored();
    Files.delete(file(letter));
    assertThatThrownBy(() -> attach(letter, unscanned())).hasMessage("import.file-gone");
  }

  /** A table that names stored files belongs to an owner who is asked, or says what goes. */
  @Test
  @SuppressWarnings("unchecked")
  void everyTableThatNamesAStoredFileHasAnOwner() {
    List<String> tables =
        TestDatabase.get()
            .inTransaction(
                em ->
                    em.createNativeQuery(
                            "select c.table_schema || '.' || c.table_name from"
                                + " information_schema.columns c join information_schema.tables t"
                                + " using (table_schema, table_name) where c.column_name ="
                                + " 'stored_file' and t.table_type = 'BASE TABLE'",
                            String.class)
                        .getResultList());
    assertThat(tables)
        .containsExactlyInAnyOrder("imports.run", "complaints.attachment", "complaints.gone_file");
  }

  private Upload stored() throws IOException {
    return StoredTogether.store(folder).store(new ByteArrayInputStream(content));
  }

  private void attach(Upload upload, VirusScan scan) {
    TestDatabase.get()
        .doInTransaction(
            em ->
                StoredTogether.attachments(em, folder, CLOCK, scan)
                    .add(new AttachFile(complaint, "a.txt", upload), "op"));
  }

  private static VirusScan unscanned() {
    return new VirusScan(Optional.empty());
  }

  /** A scanner that finds something in everything. */
  private static VirusScan refusing() {
    return new VirusScan(Optional.of(URI.create("http://127.0.0.1/"))) {
      @Override
      boolean passes(Path file) {
        throw new HeyiException(ComplaintError.FILE_INFECTED);
      }
    };
  }

  private Path file(Upload upload) {
    return folder.resolve(upload.storedFile());
  }

  private void hoursPass() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(CLOCK.instant().minus(Duration.ofHours(3))));
      }
    }
  }

  private static void run(Upload upload) {
    TestDatabase.get()
        .doInTransaction(
            em -> {
              ImportRun run =
                  new ImportRun(
                      new StartImport("bank-customers", "f.csv", upload),
                      Caller.system("test"),
                      CLOCK.instant());
              run.stop(CLOCK.instant());
              em.persist(run);
            });
  }

  /** The case's texts are emptied, and with them its files. */
  private void letAllGo() {
    TestDatabase.get()
        .doInTransaction(
            em ->
                em.createNativeQuery(
                        "update complaints.complaint set status = 'WITHDRAWN', open = false,"
                            + " ticking = false, closed_at = now() where id = :id")
                    .setParameter("id", complaint)
                    .executeUpdate());
    try (var connection = TestDatabase.get().owner().getConnection();
        var statement =
            connection.prepareStatement("select complaints.empty_texts(array[?]::uuid[])")) {
      statement.setObject(1, complaint);
      statement.execute();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void removeGone() {
    TestDatabase.get()
        .doInTransaction(
            em -> StoredTogether.attachments(em, folder, CLOCK, unscanned()).removeGone());
  }

  private static UUID recorded() {
    return TestDatabase.get()
        .inTransaction(
            em -> {
              Complaints complaints = new Complaints(em, CLOCK);
              Complaint complaint =
                  Complaint.record(
                      new RecordComplaint(
                          ComplaintChannel.HOTLINE,
                          null,
                          null,
                          "13800138000",
                          null,
                          "信用卡",
                          null,
                          null,
                          null,
                          "年费",
                          null,
                          null,
                          null,
                          null,
                          null),
                      null,
                      null,
                      complaints.nextNumber(),
                      complaints.deadlinesFor("CN-2020-3", LocalDate.now(CLOCK)),
                      new Actor(
                          "op.wang",
                          "op.wang",
                          "operator",
                          null,
                          null,
                          Set.of(),
                          false,
                          CLOCK.instant()));
              complaints.add(complaint);
              return complaint.id();
            });
  }
}
