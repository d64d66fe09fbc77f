package com.heyi.imports.internal;

import com.heyi.imports.UploadStore;
import com.heyi.shared.facade.WaitingCalls;
import com.heyi.shared.json.Json;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.privacy.Forgetting;
import com.heyi.shared.privacy.KeptForATime;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What imports leave behind: the uploaded files and the rows that were rejected. A file in which an
 * erased person is named goes as a whole, for it is only the way by which its rows came.
 */
@ApplicationScoped
public class ImportsPersonalData implements PersonalData, KeptForATime {
  private static final String UPLOADS = "import-uploads";
  private static final String REJECTS = "import-rejects";
  private static final Forgetting FORGETTING =
      new Forgetting(Map.of(REJECTS, "imports.empty_old_rejects"));

  /** Shorter marks would be found in every file. */
  private static final int SHORTEST_MARK = 5;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private UploadStore uploads;
  @Inject private WaitingCalls waiting;
  @Inject private Event<FilesOver> over;
  private Consumer<FilesOver> tell = files -> over.fire(files);

  protected ImportsPersonalData() {}

  public ImportsPersonalData(
      EntityManager em,
      Clock clock,
      UploadStore uploads,
      WaitingCalls waiting,
      Consumer<FilesOver> tell) {
    this.em = em;
    this.clock = clock;
    this.uploads = uploads;
    this.waiting = waiting;
    this.tell = tell;
  }

  /** Files that may be deleted once it is certain that they are no longer wanted. */
  public record FilesOver(List<String> storedFiles) {}

  @Override
  public String holder() {
    return "imports";
  }

  @Override
  public void export(Person person, Sections out) {
    NamedSql.rows(
            em,
            "select cast(r.record as text) as record, run.kind, run.requested_at from"
                + " imports.reject r join imports.run run on run.id = r.run_id where exists (select"
                + " 1 from json_each_text(r.record) v where btrim(v.value) = any(cast(:marks as"
                + " text[]))) order by run.requested_at, r.line")
        .setParameter("marks", marks(person))
        .getResultList()
        .forEach(
            row ->
                out.add(
                    "rejectedRows",
                    Map.of(
                        "kind",
                        row.text("kind"),
                        "at",
                        row.instant("requested_at"),
                        "record",
                        Json.read(row.text("record"), Map.class))));
  }

  @Override
  public long erase(Erasure erasure) {
    long emptied =
        NamedSql.values(
                em, "select imports.empty_rejects(:erasure, cast(:marks as text[]))", Long.class)
            .setParameter("erasure", erasure.id())
            .setParameter("marks", marks(erasure.person()))
            .getSingleResult();
    List<String> naming =
        stored("status not in ('QUEUED', 'RUNNING')").stream()
            .filter(file -> names(file, erasure.person()))
            .toList();
    // Approved later, such a file would bring him back.
    waiting.targets(StoredFiles.START).stream()
        .filter(target -> names(StoredFiles.fileOf(target), erasure.person()))
        .forEach(target -> waiting.erase(StoredFiles.START, target));
    return emptied + give(naming);
  }

  @Override
  public long remaining(Person person) {
    return NamedSql.values(
            em,
            "select count(*) from imports.reject r where exists (select 1"
                + " from json_each_text(r.record) v"
                + " where btrim(v.value) = any(cast(:marks as text[])))",
            Long.class)
        .setParameter("marks", marks(person))
        .getSingleResult();
  }

  @Override
  public Set<String> kinds() {
    return Set.of(UPLOADS, REJECTS);
  }

  @Override
  public int forget(String kind, Instant before, int most) {
    if (kind.equals(REJECTS)) {
      return FORGETTING.some(em, kind, before, most);
    }
    List<String> old =
        NamedSql.values(
                em,
                "select stored_file from imports.run where file_leaves_at is null"
                    + " group by stored_file"
                    + " having bool_and(status not in ('QUEUED', 'RUNNING'))"
                    + " and max(coalesce(finished_at, requested_at)) < :before"
                    + " order by stored_file limit :most",
                String.class)
            .setParameter("before", before)
            .setParameter("most", most)
            .getResultList();
    return give(old);
  }

  /** Marks that these files are to go; they do when that is committed. */
  private int give(List<String> files) {
    if (files.isEmpty()) {
      return 0;
    }
    em.createNativeQuery(
            "update imports.run set file_leaves_at = :now, version = version + 1"
                + " where stored_file in (:files) and file_leaves_at is null"
                + " and status not in ('QUEUED', 'RUNNING')")
        .setParameter("now", clock.instant())
        .setParameter("files", files)
        .executeUpdate();
    tell.accept(new FilesOver(files));
    return files.size();
  }

  private List<String> stored(String which) {
    return NamedSql.values(
            em,
            "select distinct stored_file from imports.run where file_leaves_at is null and "
                + which,
            String.class)
        .getResultList();
  }

  private boolean names(String storedFile, Person person) {
    try {
      return uploads.mentions(storedFile, List.of(marks(person)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] marks(Person person) {
    return person.marks().stream()
        .filter(mark -> mark.length() >= SHORTEST_MARK)
        .toArray(String[]::new);
  }
}
