package com.heyi.complaints.internal;

import com.heyi.complaints.TriageRunView;
import com.heyi.complaints.TriageTarget;
import com.heyi.complaints.triage.Figures;
import com.heyi.complaints.triage.Guess;
import com.heyi.complaints.triage.Labelled;
import com.heyi.complaints.triage.LikeCases;
import com.heyi.complaints.triage.TextModel;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.Change;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The training's steps, a target each. */
@ApplicationScoped
public class TriageWork extends StepwiseWork<TriageRun> {
  private static final Logger LOG = LoggerFactory.getLogger(TriageWork.class);

  /** The latest so many closed cases teach: older ones speak of products that are gone. */
  static final int MOST_TEXTS = 50_000;

  /** A label with fewer cases cannot be learned. */
  static final int FEWEST_OF_A_LABEL = 5;

  /** With fewer cases nothing is suggested. */
  static final int FEWEST_TEXTS = 20;

  private static final String TABLE = "complaints.triage_run";
  private static final String ACTION = "triage.%s";
  private static final int NEIGHBOURS = 10;
  private static final int GUESSES = 3;
  private static final int MOST_TRIED = 2_000;

  protected TriageWork() {
    super(TriageRun.class, TABLE, ACTION);
  }

  TriageWork(EntityManager em, Clock clock, AuditSink audit) {
    super(TriageRun.class, TABLE, ACTION, em, clock, audit);
  }

  @Override
  boolean step(TriageRun run) {
    Optional<TriageTarget> target = run.next();
    if (target.isEmpty()) {
      return false;
    }
    List<Labelled> texts = learnable(texts(target.get()));
    if (texts.size() >= FEWEST_TEXTS
        && texts.stream().map(Labelled::label).distinct().count() > 1) {
      em().persist(trained(run.id(), target.get(), texts));
    } else {
      LOG.info("Too few closed cases to learn {} from: {}", target.get(), texts.size());
    }
    run.dealtWithNext(texts.size());
    return true;
  }

  @Override
  Change progress(TriageRun run) {
    TriageRunView view = run.view();
    return new Change(
        "triage-run", view.id().toString(), "learnedFrom", null, "" + view.learnedFrom());
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
        NamedSql.values(em(), "select nextval('complaints.triage_model_seq')", Long.class)
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
        clock().instant());
  }

  private static List<Labelled> learnable(List<Labelled> texts) {
    Map<String, Long> counts =
        texts.stream().collect(Collectors.groupingBy(Labelled::label, Collectors.counting()));
    return texts.stream().filter(text -> counts.get(text.label()) >= FEWEST_OF_A_LABEL).toList();
  }

  private List<Labelled> texts(TriageTarget target) {
    List<Row> rows =
        NamedSql.rows(
                em(),
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
}
