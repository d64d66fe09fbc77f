package com.heyi.complaints.internal;

import com.heyi.complaints.TriageBatchView;
import com.heyi.complaints.TriageScope;
import com.heyi.complaints.TriageTarget;
import com.heyi.complaints.internal.TriageBatch.Slice;
import com.heyi.complaints.triage.Guess;
import com.heyi.complaints.triage.TextModel;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Change;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The steps of a batch, a slice each, so that no more than a slice is in memory.
 *
 * <p>The words of a case are asked first. What they do not tell, its product and issue may: closed
 * cases that had both show what the cause mostly was, how involved they mostly were and what the
 * complainant mostly got; where they do not show the cause, the place in the taxonomies
 * does. Nothing is written into the case.
 */
@ApplicationScoped
public class TriageCasesWork extends StepwiseWork<TriageBatch> {
  /** Cases of one transaction. */
  static final int SLICE = 500;

  /** With fewer closed cases of a product and issue they tell nothing. */
  static final int FEWEST_ALIKE = 5;

  private static final String TABLE = "complaints.triage_batch";
  private static final String ACTION = "triage.%s-batch";
  private static final String SUGGEST =
      "insert into complaints.triage_suggestion"
          + " (complaint_id, target, batch_id, label, basis, permille, model_id, cases) ";

  private final int size;
  private final Map<UUID, TextModel> read = new ConcurrentHashMap<>();

  protected TriageCasesWork() {
    super(TriageBatch.class, TABLE, ACTION);
    this.size = SLICE;
  }

  TriageCasesWork(EntityManager em, Clock clock, AuditSink audit, int size) {
    super(TriageBatch.class, TABLE, ACTION, em, clock, audit);
    this.size = size;
  }

  /** The cases of a scope, as a condition on {@code c}. */
  static String wanted(TriageScope scope) {
    return scope == TriageScope.OPEN ? "c.open" : "true";
  }

  @Override
  boolean step(TriageBatch batch) {
    if (batch.isNew()) {
      learnFacets(batch.id());
    }
    List<Row> slice = slice(batch);
    if (slice.isEmpty()) {
      return false;
    }
    String[] ids = NamedSql.uuids(slice, row -> row.uuid("id"));
    of(
            ids,
            "delete from complaints.triage_suggestion where complaint_id = any(cast(:ids as"
                + " uuid[]))")
        .executeUpdate();
    askWords(batch.id(), slice);
    askFacets(batch.id(), ids);
    batch.dealtWith(slice.get(slice.size() - 1).uuid("id"), writeDown(batch.id(), ids));
    return true;
  }

  @Override
  Change progress(TriageBatch batch) {
    TriageBatchView view = batch.view();
    return new Change("triage-batch", view.id().toString(), "done", null, "" + view.done());
  }

  /** Counts once what closed cases of each product and issue mostly were. */
  private void learnFacets(UUID batchId) {
    em().createNativeQuery(
            "insert into complaints.triage_facet (batch_id, product, issue, target, label, cases,"
                + " of) select :batch, product, issue, target, label, cases, of from (select"
                + " c.product, c.issue, t.target, t.label, count(*) as cases, sum(count(*)) over"
                + " (partition by c.product, c.issue, t.target) as of, row_number() over (partition"
                + " by c.product, c.issue, t.target order by count(*) desc, t.label) as place from"
                + " complaints.complaint c, lateral (values ('CAUSE', c.cause),"
                // How involved a case was is known only where somebody at the desk settled it.
                + " ('SEVERITY', case when c.handler is not null then c.complexity end),"
                + " ('RESOLUTION', nullif(c.resolution, 'NOT_STATED'))) as t (target, label)"
                + " where c.status = 'CLOSED' and c.issue is not null and t.label is not null"
                + " group by 1, 2, 3, 4) counted where place = 1 and of >= :fewest")
        .setParameter("batch", batchId)
        .setParameter("fewest", FEWEST_ALIKE)
        .executeUpdate();
  }

  private List<Row> slice(TriageBatch batch) {
    TypedQuery<Row> query =
        NamedSql.rows(
            em(),
            "select c.id, c.narrative from complaints.complaint c where "
                + wanted(batch.scope())
                + (batch.lastId() == null ? "" : " and c.id > :last")
                + " order by c.id");
    if (batch.lastId() != null) {
      query.setParameter("last", batch.lastId());
    }
    return query.setMaxResults(size).getResultList();
  }

  private void askWords(UUID batchId, List<Row> slice) {
    for (TriageTarget target : TriageTarget.values()) {
      newest(target).ifPresent(model -> askWords(batchId, slice, model));
    }
  }

  private void askWords(UUID batchId, List<Row> slice, TriageModel model) {
    if (read.size() > 2 * TriageTarget.values().length) {
      read.clear();
    }
    TextModel words = read.computeIfAbsent(model.id(), id -> model.model());
    for (Row row : slice) {
      String text = row.text("narrative");
      Optional<Guess> guess =
          text == null || text.isBlank()
              ? Optional.empty()
              : words.guess(text, 1).stream().findFirst();
      guess.ifPresent(
          one ->
              em().createNativeQuery(
                      SUGGEST
                          + "values (:id, :target, :batch, :label, 'WORDS', :permille, :model,"
                          + " null)")
                  .setParameter("id", row.uuid("id"))
                  .setParameter("target", model.target().name())
                  .setParameter("batch", batchId)
                  .setParameter("label", one.label())
                  .setParameter("permille", one.permille())
                  .setParameter("model", model.id())
                  .executeUpdate());
    }
  }

  private void askFacets(UUID batchId, String[] ids) {
    of(
            ids,
            SUGGEST
                + "select c.id, f.target, f.batch_id, f.label, 'FACETS',"
                + " (2000 * f.cases + f.of) / (2 * f.of), null, f.of"
                + " from complaints.complaint c join complaints.triage_facet f"
                + " on f.batch_id = :batch and f.product = c.product and f.issue = c.issue"
                + " where c.id = any(cast(:ids as uuid[]))"
                + " and not (f.target = 'CAUSE' and c.cause is not null)"
                + " and not (f.target = 'RESOLUTION' and c.resolution is not null)"
                + " on conflict do nothing")
        .setParameter("batch", batchId)
        .executeUpdate();
    of(
            ids,
            SUGGEST
                + "select c.id, 'CAUSE', :batch, i.cause, 'TAXONOMY', null, null, null"
                + " from complaints.complaint c join complaints.issue_cause i on i.issue = c.issue"
                + " where c.id = any(cast(:ids as uuid[])) and c.cause is null"
                + " on conflict do nothing")
        .setParameter("batch", batchId)
        .executeUpdate();
  }

  private Slice writeDown(UUID batchId, String[] ids) {
    of(
            ids,
            "insert into complaints.triaged (complaint_id, batch_id, basis, alike, triaged_at)"
                + " select c.id, :batch, coalesce((select case when bool_or(s.basis = 'WORDS') then"
                + " 'WORDS' else 'FACETS' end from complaints.triage_suggestion s where"
                + " s.complaint_id = c.id having count(*) > 0), case when f.of is not null then"
                + " 'FACETS' else 'NONE' end), coalesce(f.of, 0), :now from complaints.complaint c"
                + " left join complaints.triage_facet f on f.batch_id = :batch and f.product ="
                + " c.product and f.issue = c.issue and f.target = 'RESOLUTION' where c.id ="
                + " any(cast(:ids as uuid[])) on conflict (complaint_id) do update set batch_id ="
                + " excluded.batch_id, basis = excluded.basis, alike = excluded.alike, triaged_at ="
                + " excluded.triaged_at")
        .setParameter("batch", batchId)
        .setParameter("now", clock().instant())
        .executeUpdate();
    Row counts =
        NamedSql.rows(
                em(),
                "select count(*) as cases, count(*) filter (where t.basis = 'WORDS') as words,"
                    + " count(*) filter (where t.basis = 'FACETS') as facets,"
                    + " count(*) filter (where t.basis = 'NONE' and c.narrative is null) as mute"
                    + " from complaints.triaged t join complaints.complaint c"
                    + " on c.id = t.complaint_id"
                    + " where t.complaint_id = any(cast(:ids as uuid[]))")
            .setParameter("ids", ids)
            .getSingleResult();
    return new Slice(
        counts.number("cases"),
        counts.number("words"),
        counts.number("facets"),
        counts.number("mute"));
  }

  private Query of(String[] ids, String sql) {
    return em().createNativeQuery(sql).setParameter("ids", ids);
  }

  private Optional<TriageModel> newest(TriageTarget target) {
    return em().createQuery(
            "from TriageModel m where m.target = :target order by m.number desc", TriageModel.class)
        .setParameter("target", target)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
