package com.heyi.imports.internal;

import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.imports.ImportRunView;
import com.heyi.imports.ImportStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.json.Json;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Stores runs and their rejects. */
@ApplicationScoped
public class ImportRuns {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  public void add(ImportRun run) {
    em.persist(run);
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  public ImportRun get(UUID id) {
    return Optional.ofNullable(em.find(ImportRun.class, id))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
  }

  /** The run, locked until the transaction ends, as it is in the database now. */
  public ImportRun lock(UUID id) {
    ImportRun run = get(id);
    em.refresh(run, LockModeType.PESSIMISTIC_WRITE);
    return run;
  }

  /** The run that is loading the same bytes as the same kind right now, if there is one. */
  public Optional<ImportRun> activeOf(String kind, String sha256) {
    return em
        .createQuery(
            "select r from ImportRun r where r.kind = :kind and r.sha256 = :sha256"
                + " and r.status in :active",
            ImportRun.class)
        .setParameter("kind", kind)
        .setParameter("sha256", sha256)
        .setParameter("active", List.of(ImportStatus.QUEUED, ImportStatus.RUNNING))
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
  }

  /** The runs that are loading something as this kind right now. */
  public List<ImportRun> activeOf(String kind) {
    return em.createQuery(
            "select r from ImportRun r where r.kind = :kind and r.status in :active"
                + " order by r.requestedAt",
            ImportRun.class)
        .setParameter("kind", kind)
        .setParameter("active", List.of(ImportStatus.QUEUED, ImportStatus.RUNNING))
        .getResultList();
  }

  /** Runs that no job of this server can be at work on when it has just started. */
  List<UUID> active() {
    return em.createQuery(
            "select r.id from ImportRun r where r.status in :active order by r.requestedAt",
            UUID.class)
        .setParameter("active", List.of(ImportStatus.QUEUED, ImportStatus.RUNNING))
        .getResultList();
  }

  boolean isEmpty() {
    return em.createQuery("select r.id from ImportRun r", UUID.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  public Page<ImportRunView> page(PageRequest request) {
    return Listing.of(ImportRun.class, Sort.descending("requestedAt"))
        .sort("requestedAt", "requestedAt")
        .filter("kind", Filter.equal("kind"))
        .filter("status", Filter.oneOf("status", ImportStatus.class))
        .page(em, request, ImportRun::view);
  }

  /** Stores the rejects of a slice with the records they came from, in one batch. */
  void addRejects(UUID run, List<ImportOutcome.Reject> rejects, Map<Long, ImportRecord> byLine) {
    if (rejects.isEmpty()) {
      return;
    }
    em.unwrap(Session.class)
        .doWork(
            connection -> {
              try (PreparedStatement insert =
                  connection.prepareStatement(
                      "insert into imports.reject (run_id, line, code, args, record)"
                          + " values (?, ?, ?, ?::jsonb, ?::json)")) {
                for (ImportOutcome.Reject reject : rejects) {
                  insert.setObject(1, run);
                  insert.setLong(2, reject.line());
                  insert.setString(3, reject.code());
                  insert.setString(4, Json.write(reject.args()));
                  insert.setString(5, Json.write(byLine.get(reject.line()).values()));
                  insert.addBatch();
                }
                insert.executeBatch();
              }
            });
  }

  /** Rejects of a run after a line, in order of lines. */
  public List<StoredReject> rejects(UUID run, long afterLine, int limit) {
    return NamedSql.rows(
            em,
            "select line, code, args::text as args, record::text as record from imports.reject"
                + " where run_id = :run and line > :after order by line limit :limit")
        .setParameter("run", run)
        .setParameter("after", afterLine)
        .setParameter("limit", limit)
        .getResultStream()
        .map(StoredReject::of)
        .toList();
  }

  /** A reject as it is stored. */
  public record StoredReject(
      long line, String code, List<Object> args, Map<String, String> record) {
    @SuppressWarnings("unchecked")
    private static StoredReject of(Row row) {
      return new StoredReject(
          row.number("line"),
          row.text("code"),
          (List<Object>) Json.read(row.text("args"), List.class),
          (Map<String, String>) Json.read(row.text("record"), Map.class));
    }
  }
}
