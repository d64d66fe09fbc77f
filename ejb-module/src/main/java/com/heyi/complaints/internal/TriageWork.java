package com.heyi.complaints.internal;

import com.heyi.complaints.TriageTarget;
import com.heyi.complaints.triage.Figures;
import com.heyi.complaints.triage.Guess;
import com.heyi.complaints.triage.Labelled;
import com.heyi.complaints.triage.LikeCases;
import com.heyi.complaints.triage.TextModel;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The training's steps, a target a transaction that holds the run: what is done stays done when the
 * server dies, and two jobs for one run do nothing twice.
 */
@ApplicationScoped
public class TriageWork {
  private static final Logger LOG = LoggerFactory.getLogger(TriageWork.class);

  /** The latest so many closed cases teach: older ones speak of products that are gone. */
  static final int MOST_TEXTS = 50_000;

  /** A label with fewer cases cannot be learned. */
  static final int FEWEST_OF_A_LABEL = 5;

  /** With fewer cases nothing is suggested. */
  static final int FEWEST_TEXTS = 20;

  private static final int NEIGHBOURS = 10;
  private static final int GUESSES = 3;
  private static final int MOST_TRIED = 2_000;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private AuditSink audit;

  protected TriageWork() {}

  TriageWork(EntityManager em, Clock clock, AuditSink audit) {
    this.em = em;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Deals with the next target, or ends the run when there is none.
   *
   * @return whether there is more to do
   */
  @Transactional(TxType.REQUIRES_NEW)
  public boolean next(UUID runId) {
    TriageRun run = em.find(TriageRun.class, runId, LockModeType.PESSIMISTIC_WRITE);
    if (!run.isActive()) {
      return false;
    }
    Optional<TriageTarget> target = run.next();
    if (target.isEmpty()) {
      run.finish(clock.instant());
      record(run, AuditEvent.Outcome.DONE, null);
      return false;
    }
    List<Labelled> texts = learnable(texts(target.get()));
    if (texts.size() >= FEWEST_TEXTS
        && texts.stream().map(Labelled::label).distinct().count() > 1) {
      em.persist(trained(runId, target.get(), texts));
    } else {
      LOG.info("Too few closed cases to learn {} from: {}", target.get(), texts.size());
    }
    run.dealtWithNext(texts.size());
    return true;
  }

  @Transactional(TxType.REQUIRES_NEW)
  public void fail(UUID runId) {
    TriageRun run = em.find(TriageRun.class, runId, LockModeType.PESSIMISTIC_WRITE);
    if (run.isActive()) {
      run.fail("internal", clock.instant());
      record(run, AuditEvent.Outcome.FAILED, "internal");
    }
  }

  private TriageModel trained(UUID runId, TriageTarget target, List<Labelled> latestFirst) {
    // The latest fifth is held apart, as tomorrow's cases are; then all of them teach.
    int apart = Math.min(MOST_TRIED, latestFirst.size() / 5);
    List<Labelled> tried = latestFirst.subList(0, apart);
    List<Labelled> learned = latestFirst.subList(apart, latestFirst.size());
    Figures figures = new Figures(0, 0, 0, 0);
    int majority = 0;
    int alike = 0;
    if (learned.stream().map(Labelled::label).distinct().count() > 1) {
      TextModel onTrial = TextModel.train(learned);
      LikeCases like = LikeCases.of(learned);
      figures =
          Figures.of(
              tried, text -> onTrial.guess(text, GUESSES).stream().map(Guess::label).toList());
      majority = Figures.ofMajority(learned, tried).accuracy();
      alike = Figures.of(tried, text -> like.vote(text, NEIGHBOURS)).accuracy();
    }
    int number =
        NamedSql.values(em, "select nextval('complaints.triage_model_seq')", Long.class)
            .getSingleResult()
            .intValue();
    return new TriageModel(
        runId,
        number,
        target,
        latestFirst.size(),
        TextModel.train(latestFirst),
        figures,
        majority,
        alike,
        clock.instant());
  }

  private static List<Labelled> learnable(List<Labelled> texts) {
    Map<String, Long> counts =
        texts.stream().collect(Collectors.groupingBy(Labelled::label, Collectors.counting()));
    return texts.stream().filter(text -> counts.get(text.label()) >= FEWEST_OF_A_LABEL).toList();
  }

  private List<Labelled> texts(TriageTarget target) {
    List<Row> rows =
        NamedSql.rows(
                em,
                "select cast(id as text) as id, narrative, "
                    + target.column()
                    + " as label from complaints.complaint where status = 'CLOSED' and narrative is"
                    + " not null and not texts_erased and "
                    + target.column()
                    + " is not null order by received_at desc, id limit :most")
            .setParameter("most", MOST_TEXTS)
            .getResultList();
    return rows.stream()
        .map(row -> new Labelled(row.text("id"), row.text("narrative"), row.text("label")))
        .toList();
  }

  private void record(TriageRun run, AuditEvent.Outcome outcome, String code) {
    String id = run.id().toString();
    audit.record(
        new AuditEvent(
            Caller.system(id),
            "complaints",
            "triage.finish",
            "triage-run:" + id,
            null,
            outcome,
            code,
            false,
            List.of(
                new Change("triage-run", id, "learnedFrom", null, "" + run.view().learnedFrom())),
            null));
  }
}
