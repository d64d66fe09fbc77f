package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.DecideHint;
import com.heyi.complaints.DecideSuggestion;
import com.heyi.complaints.GraveSign;
import com.heyi.complaints.TriageBasis;
import com.heyi.complaints.TriageHint;
import com.heyi.complaints.TriageTarget;
import com.heyi.complaints.TriageView;
import com.heyi.complaints.TriageView.Alike;
import com.heyi.complaints.TriageView.Hint;
import com.heyi.complaints.TriageView.Sign;
import com.heyi.complaints.TriageView.Suggestion;
import com.heyi.complaints.triage.Guess;
import com.heyi.complaints.triage.Labelled;
import com.heyi.complaints.triage.LikeCases;
import com.heyi.complaints.triage.TextModel;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Suggests from the words of a complaint, by the newest model of each target and the closed cases
 * most like it. Models are read once; the index of closed cases is made anew twice an hour by a
 * timer and never serves for longer than one, so that what was erased is not found for longer.
 */
@ApplicationScoped
public class Triage {
  private static final int GUESSES = 3;
  private static final int ALIKE = 5;
  private static final Duration INDEX_LASTS = Duration.ofHours(1);

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  private final Map<UUID, TextModel> read = new ConcurrentHashMap<>();
  private volatile Index index;

  protected Triage() {}

  Triage(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /**
   * The index of closed cases.
   *
   * @param cases the cases
   * @param madeAt when it was made
   */
  private record Index(LikeCases cases, Instant madeAt) {}

  /** What the words of a complaint suggest. */
  public TriageView of(UUID complaintId) {
    Complaint complaint = load(complaintId);
    ChangeLog.noteShown(complaint.customerId());
    String text = complaint.matter().narrative();
    if (text == null || text.isBlank()) {
      return new TriageView(
          complaintId, List.of(), hints(complaintId), sameFacets(complaint), List.of());
    }
    List<Suggestion> suggestions = new ArrayList<>();
    for (TriageTarget target : TriageTarget.values()) {
      newest(target)
          .ifPresent(
              model -> {
                List<Guess> guesses = modelOf(model).guess(text, GUESSES);
                if (!guesses.isEmpty()) {
                  suggestions.add(
                      new Suggestion(
                          target, model.number(), guesses, decision(complaintId, model)));
                }
              });
    }
    return new TriageView(
        complaintId, suggestions, hints(complaintId), alike(complaintId, text), signs(text));
  }

  /** Writes down what somebody made of a suggestion, and follows it where it was accepted. */
  public TriageView decide(DecideSuggestion command, Actor actor) {
    Complaint complaint = load(command.complaintId());
    complaint.requirePart(WhoMayTakeAStep.Part.SETTLES, actor);
    TriageModel model =
        newest(command.target())
            .orElseThrow(() -> new HeyiException(ComplaintError.NO_SUGGESTION, command.target()));
    if (decision(complaint.id(), model) != null) {
      throw new HeyiException(ComplaintError.SUGGESTION_DECIDED, command.target());
    }
    Guess guess =
        complaint.matter().narrative() == null
            ? null
            : modelOf(model).guess(complaint.matter().narrative(), 1).stream()
                .findFirst()
                .orElse(null);
    if (guess == null) {
      throw new HeyiException(ComplaintError.NO_SUGGESTION, command.target());
    }
    complaint.triaged(
        command.target(), guess.label(), command.accepted(), command.expectedVersion());
    em.persist(
        new TriageDecision(
            complaint.id(), model, guess, command.accepted(), actor.user(), clock.instant()));
    em.flush();
    return of(complaint.id());
  }

  /** Writes down what somebody made of what product and issue suggest. */
  public TriageView decide(DecideHint command, Actor actor) {
    Complaint complaint = load(command.complaintId());
    complaint.requireUninterested(actor);
    complaint.requireSuggestedTo(command.expectedVersion());
    Row row =
        hintRows(complaint.id()).stream()
            .filter(one -> hint(one).hint() == command.hint())
            .findFirst()
            .orElseThrow(() -> new HeyiException(ComplaintError.NO_SUGGESTION, command.hint()));
    if (hint(row).accepted() != null) {
      throw new HeyiException(ComplaintError.SUGGESTION_DECIDED, command.hint());
    }
    em.persist(
        new TriageHintDecision(
            complaint.id(),
            hint(row),
            row.uuid("batch_id"),
            command.accepted(),
            actor.user(),
            clock.instant()));
    em.flush();
    return of(complaint.id());
  }

  private List<Hint> hints(UUID complaintId) {
    return hintRows(complaintId).stream().map(Triage::hint).toList();
  }

  private List<Row> hintRows(UUID complaintId) {
    return NamedSql.rows(
            em,
            "select s.target, s.label, s.basis, s.permille, s.cases, s.batch_id, d.accepted"
                + " from complaints.triage_suggestion s"
                + " left join complaints.triage_hint_decision d on d.complaint_id = s.complaint_id"
                + " and d.hint = s.target and d.label = s.label"
                + " where s.complaint_id = :complaint and s.basis <> 'WORDS' order by s.target")
        .setParameter("complaint", complaintId)
        .getResultList();
  }

  private static Hint hint(Row row) {
    return new Hint(
        row.constant("target", TriageHint.class),
        row.text("label"),
        row.constant("basis", TriageBasis.class),
        row.wholeOrNull("permille"),
        row.numberOrNull("cases"),
        row.as("accepted", Boolean.class));
  }

  private List<Alike> sameFacets(Complaint complaint) {
    return em.createQuery(
            "from Complaint c where c.status = CLOSED and c.matter.product = :product"
                + " and c.matter.issue = :issue and c.id <> :self"
                + " order by c.receipt.receivedAt desc",
            Complaint.class)
        .setParameter("product", complaint.matter().product())
        .setParameter("issue", complaint.matter().issue())
        .setParameter("self", complaint.id())
        .setMaxResults(ALIKE)
        .getResultStream()
        .flatMap(one -> one.shown().alike().stream())
        .toList();
  }

  private Complaint load(UUID id) {
    return Optional.ofNullable(em.find(Complaint.class, id))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
  }

  private Optional<TriageModel> newest(TriageTarget target) {
    return em.createQuery(
            "from TriageModel m where m.target = :target order by m.number desc", TriageModel.class)
        .setParameter("target", target)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private TextModel modelOf(TriageModel model) {
    if (read.size() > 2 * TriageTarget.values().length) {
      read.clear();
    }
    return read.computeIfAbsent(model.id(), id -> model.model());
  }

  private Boolean decision(UUID complaintId, TriageModel model) {
    return em.createQuery(
            "from TriageDecision d where d.complaintId = :complaint and d.modelId = :model",
            TriageDecision.class)
        .setParameter("complaint", complaintId)
        .setParameter("model", model.id())
        .getResultStream()
        .findFirst()
        .map(TriageDecision::isAccepted)
        .orElse(null);
  }

  private List<Alike> alike(UUID self, String text) {
    List<UUID> ids =
        index().like(text, ALIKE + 1).stream()
            .map(one -> UUID.fromString(one.id()))
            .filter(id -> !id.equals(self))
            .limit(ALIKE)
            .toList();
    return ids.stream()
        .map(id -> em.find(Complaint.class, id))
        .filter(Objects::nonNull)
        .flatMap(one -> one.shown().alike().stream())
        .toList();
  }

  /** Reads the closed cases anew, which takes seconds, so that nobody who looks at a case waits. */
  public void indexAnew() {
    index = new Index(LikeCases.of(closedCases()), clock.instant());
  }

  private LikeCases index() {
    Index now = index;
    if (now == null || now.madeAt().plus(INDEX_LASTS).isBefore(clock.instant())) {
      synchronized (this) {
        now = index;
        if (now == null || now.madeAt().plus(INDEX_LASTS).isBefore(clock.instant())) {
          indexAnew();
          now = index;
        }
      }
    }
    return now.cases();
  }

  private List<Labelled> closedCases() {
    List<Row> rows =
        NamedSql.rows(
                em,
                "select cast(id as text) as id, narrative from complaints.complaint"
                    + " where status = 'CLOSED' and narrative is not null and not texts_erased"
                    + " order by received_at desc, id limit :most")
            .setParameter("most", TriageWork.MOST_TEXTS)
            .getResultList();
    return rows.stream()
        .map(row -> new Labelled(row.text("id"), row.text("narrative"), null))
        .toList();
  }

  private List<Sign> signs(String text) {
    List<Row> words =
        NamedSql.rows(
                em,
                "select word, sign from complaints.grave_word"
                    + " where position(word in :text) > 0 order by word")
            .setParameter("text", text.toLowerCase(Locale.ROOT))
            .getResultList();
    Map<GraveSign, List<String>> bySign = new EnumMap<>(GraveSign.class);
    words.forEach(
        row ->
            bySign
                .computeIfAbsent(row.constant("sign", GraveSign.class), any -> new ArrayList<>())
                .add(row.text("word")));
    return bySign.entrySet().stream()
        .map(entry -> new Sign(entry.getKey(), entry.getValue()))
        .toList();
  }
}
