package com.heyi.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.DecideHint;
import com.heyi.complaints.DecideSuggestion;
import com.heyi.complaints.GraveSign;
import com.heyi.complaints.TriageBasis;
import com.heyi.complaints.TriageBatchView;
import com.heyi.complaints.TriageHint;
import com.heyi.complaints.TriageHintFigures;
import com.heyi.complaints.TriageRunView;
import com.heyi.complaints.TriageScope;
import com.heyi.complaints.TriageStatus;
import com.heyi.complaints.TriageTarget;
import com.heyi.complaints.TriageView;
import com.heyi.complaints.TriageView.Hint;
import com.heyi.complaints.TriageView.Suggestion;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What closed cases teach, on the real database. */
class TriageTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Actor HANDLER =
      new Actor(
          "hd.li",
          "hd.li",
          "complaint-handler",
          null,
          AuthorityLevel.BRANCH,
          Set.of(),
          false,
          CLOCK.instant());

  @BeforeEach
  void closedCasesTeach() {
    owner(
        "update complaints.triage_batch set status = 'FAILED', finished_at = now() where"
            + " finished_at is null");
    owner(
        "update complaints.triage_run set status = 'FAILED', finished_at = now() where finished_at"
            + " is null");
    for (int i = 0; i < 15; i++) {
      closed("信用卡-T", "年费争议-T", "DISCLOSURE", "SIMPLE", "信用卡多收年费，没有告知年费标准 第" + i + "次");
      closed("理财-T", "销售误导-T", "MARKETING", "COMPLEX", "理财产品亏损，客户经理误导，没有说明风险 第" + i + "次");
    }
  }

  @Test
  void aTrainingGoesTargetByTargetAndGoesOnWhereItWasBrokenOff() {
    UUID run = in(em -> runs(em).queue("ad.chen")).id();
    assertThat(next(run)).isTrue();
    assertThat(view(run).done()).isEqualTo(1);
    // The server dies here; whoever comes next goes on with the second target.
    while (next(run)) {
      assertThat(view(run).done()).isLessThanOrEqualTo(4);
    }
    assertThat(view(run).status()).isEqualTo(TriageStatus.FINISHED);
    assertThat(view(run).learnedFrom()).isGreaterThanOrEqualTo(30);
    assertThat(next(run)).as("a second job for it does nothing").isFalse();
    assertThat(
            in(em -> runs(em).models()).stream()
                .filter(model -> model.active())
                .map(model -> model.target()))
        .containsExactlyInAnyOrder(TriageTarget.values());
  }

  @Test
  void aBatchThatWasKilledGoesOnAndTellsWhatItFoundOrThatThereWereNoWords() {
    train();
    for (int i = 0; i < TriageCasesWork.FEWEST_ALIKE; i++) {
      owner(
          "update complaints.complaint set cause = 'DISCLOSURE', complexity = 'COMPLEX',"
              + " handler = 'hd.li' where id = ?",
          published("CLOSED", "卡-F", "费用-F"));
      published("CLOSED", "Loan-F", "Struggling to pay mortgage");
    }
    UUID worded = open("你们没有告知就收了信用卡年费");
    UUID strange = open("zzqx");
    UUID faceted = published("ACCEPTED", "卡-F", "费用-F");
    UUID placed = published("ACCEPTED", "Loan-F", "Struggling to pay mortgage");
    UUID bare = published("ACCEPTED", "Odd-F", "Odd-F");

    TriageBatchView batch = in(em -> batches(em).queue(TriageScope.OPEN, "ad.chen"));
    assertThatThrownBy(() -> in(em -> batches(em).queue(TriageScope.ALL, "ad.chen")))
        .hasMessage(ComplaintError.BATCH_RUNS.code());
    assertThat(nextSlice(batch.id())).isTrue();
    TriageBatchView first = batch(batch.id());
    assertThat(first.done()).isEqualTo(2);
    // The server dies in the middle of a slice: nothing of it is left.
    assertThatThrownBy(
            () ->
                in(
                    em -> {
                      slices(em).next(batch.id());
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    assertThat(batch(batch.id())).isEqualTo(first);
    while (nextSlice(batch.id())) {
      assertThat(batch(batch.id()).done()).isLessThanOrEqualTo(batch.total());
    }

    TriageBatchView done = batch(batch.id());
    assertThat(done.status()).isEqualTo(TriageStatus.FINISHED);
    assertThat(done.done()).isEqualTo(batch.total());
    assertThat(done.byWords() + done.byFacets() + done.noWords() + done.unknown())
        .isEqualTo(done.done());
    assertThat(nextSlice(batch.id())).as("a second job for it does nothing").isFalse();
    assertThat(basis(worded)).isEqualTo("WORDS");
    assertThat(basis(faceted)).isEqualTo("FACETS");
    assertThat(basis(placed)).isEqualTo("FACETS");
    assertThat(basis(strange)).isEqualTo("NONE");
    assertThat(basis(bare)).isEqualTo("NONE");
    assertThat(done.noWords()).isPositive();
    assertThat(done.unknown()).isPositive();

    TriageView byFacets = in(em -> triage(em).of(faceted));
    assertThat(byFacets.hints())
        .containsExactlyInAnyOrder(
            new Hint(TriageHint.CAUSE, "DISCLOSURE", TriageBasis.FACETS, 1000, 5L, null),
            new Hint(TriageHint.SEVERITY, "COMPLEX", TriageBasis.FACETS, 1000, 5L, null),
            new Hint(TriageHint.RESOLUTION, "EXPLANATION", TriageBasis.FACETS, 1000, 5L, null));
    assertThat(byFacets.alike()).hasSize(5);
    assertThat(in(em -> triage(em).of(placed)).hints())
        .as("cases that nobody here handled do not tell how involved it is")
        .containsExactlyInAnyOrder(
            new Hint(TriageHint.CAUSE, "RULES_PROCESS", TriageBasis.TAXONOMY, null, null, null),
            new Hint(TriageHint.RESOLUTION, "EXPLANATION", TriageBasis.FACETS, 1000, 5L, null));
    peopleSayWhatIsRight(faceted, placed);
    assertThat(in(em -> em.find(Complaint.class, faceted)).version())
        .as("no case is changed")
        .isZero();
  }

  private static void peopleSayWhatIsRight(UUID faceted, UUID placed) {
    long before = accepted(TriageBasis.FACETS);
    TriageView right = in(em -> triage(em).decide(said(faceted, 0, true), HANDLER));
    assertThat(right.hints())
        .filteredOn(hint -> hint.hint() == TriageHint.CAUSE)
        .singleElement()
        .satisfies(hint -> assertThat(hint.accepted()).isTrue());
    in(em -> triage(em).decide(said(placed, 0, false), HANDLER));
    assertThat(accepted(TriageBasis.FACETS)).isEqualTo(before + 1);
    List<TriageHintFigures> figures = in(em -> runs(em).hints());
    assertThat(figures)
        .filteredOn(one -> one.basis() == TriageBasis.TAXONOMY)
        .singleElement()
        .satisfies(one -> assertThat(one.decided()).isGreaterThan(one.accepted()));
    assertThatThrownBy(() -> in(em -> triage(em).decide(said(faceted, 0, false), HANDLER)))
        .hasMessage(ComplaintError.SUGGESTION_DECIDED.code());
    assertThatThrownBy(() -> in(em -> triage(em).decide(said(faceted, 7, true), HANDLER)))
        .hasMessage(CommonError.VERSION_MOVED.code());
    UUID nothingKnown = open("没有批次看过的投诉");
    assertThatThrownBy(() -> in(em -> triage(em).decide(said(nothingKnown, 0, true), HANDLER)))
        .hasMessage(ComplaintError.NO_SUGGESTION.code());
    assertThatThrownBy(() -> owner("delete from complaints.triage_hint_decision"))
        .hasMessageContaining("immutable");
  }

  private static DecideHint said(UUID complaint, int version, boolean right) {
    return new DecideHint(complaint, version, TriageHint.CAUSE, right);
  }

  private static long accepted(TriageBasis basis) {
    return in(em -> runs(em).hints()).stream()
        .filter(one -> one.hint() == TriageHint.CAUSE && one.basis() == basis)
        .mapToLong(TriageHintFigures::accepted)
        .sum();
  }

  @Test
  void oneTrainingAtATime() {
    in(em -> runs(em).queue("ad.chen"));
    assertThatThrownBy(() -> in(em -> runs(em).queue("ad.chen")))
        .isInstanceOf(HeyiException.class)
        .hasMessage(ComplaintError.TRAINING_RUNS.code());
  }

  @Test
  void theWordsOfANewCaseSuggestAndSayByWhich() {
    train();
    // Cases of other tests are not alike in this word.
    String ours = "zq" + Ids.next().toString().replaceAll("[^a-f]", "");
    for (int i = 0; i < 5; i++) {
      closed("信用卡-T", "年费争议-T", "DISCLOSURE", "SIMPLE", "信用卡多收年费，没有告知 " + ours);
    }
    String said = "你们没有告知就收了信用卡年费，再不退我就找媒体曝光 " + ours;
    UUID complaint = open(said);
    TriageView view = in(em -> triage(em).of(complaint));
    Suggestion product = suggestion(view, TriageTarget.PRODUCT);
    assertThat(product.guesses().get(0).label()).isEqualTo("信用卡-T");
    assertThat(product.guesses().get(0).words())
        .as("which of them, depends on all cases there are")
        .isNotEmpty()
        .allSatisfy(word -> assertThat(said).contains(word));
    assertThat(product.accepted()).isNull();
    assertThat(suggestion(view, TriageTarget.CAUSE).guesses().get(0).label())
        .isEqualTo("DISCLOSURE");
    assertThat(suggestion(view, TriageTarget.SEVERITY).guesses().get(0).label())
        .isEqualTo("SIMPLE");
    assertThat(view.alike()).isNotEmpty().allMatch(like -> like.number().startsWith("TS-T"));
    assertThat(view.signs())
        .singleElement()
        .satisfies(
            sign -> {
              assertThat(sign.sign()).isEqualTo(GraveSign.PRESS);
              assertThat(sign.words()).contains("媒体", "曝光");
            });
  }

  @Test
  void aCaseThatWasClosedIsFoundOnceTheIndexIsMadeAnew() {
    UUID complaint = open("跨境汇款中间行扣费后退汇，手续费未退还");
    in(
        em -> {
          Triage triage = triage(em);
          triage.of(complaint);
          closed("汇款-T", "退汇-T", "RULES_PROCESS", "SIMPLE", "跨境汇款被退汇，中间行扣费，手续费未退还");
          assertThat(triage.of(complaint).alike())
              .as("nobody waits for a new index")
              .noneMatch(like -> like.product().equals("汇款-T"));

          triage.indexAnew();

          assertThat(triage.of(complaint).alike().get(0).product()).isEqualTo("汇款-T");
          return null;
        });
  }

  @Test
  void nothingIsDecidedUntilAPersonAcceptsAndThatIsCounted() {
    train();
    UUID complaint = open("信用卡年费没有告知");
    in(em -> triage(em).of(complaint));
    assertThat(product(complaint)).as("suggesting changes nothing").isEqualTo("待定");

    in(em -> triage(em).decide(decision(complaint, TriageTarget.PRODUCT, true), HANDLER));
    assertThat(product(complaint)).isEqualTo("信用卡-T");
    TriageView after =
        in(em -> triage(em).decide(decision(complaint, TriageTarget.ISSUE, false), HANDLER));
    assertThat(suggestion(after, TriageTarget.PRODUCT).accepted()).isTrue();
    assertThat(suggestion(after, TriageTarget.ISSUE).accepted()).isFalse();
    assertThat(
            in(em -> runs(em).models()).stream()
                .filter(model -> model.active() && model.target() == TriageTarget.PRODUCT)
                .findFirst()
                .orElseThrow()
                .accepted())
        .isEqualTo(1);
    assertThatThrownBy(
            () ->
                in(
                    em ->
                        triage(em)
                            .decide(decision(complaint, TriageTarget.PRODUCT, false), HANDLER)))
        .hasMessage(ComplaintError.SUGGESTION_DECIDED.code());
  }

  @Test
  void whatACaseSaysIsRewrittenByWhoHasItOnly() {
    UUID complaint = open("信用卡年费");
    owner(
        "update complaints.complaint set handler = 'hd.wu', handler_name = '吴' where id = ?",
        complaint);
    assertThatThrownBy(
            () ->
                in(
                    em ->
                        triage(em)
                            .decide(decision(complaint, TriageTarget.PRODUCT, true), HANDLER)))
        .hasMessage(ComplaintError.NOT_IN_CHARGE.code());
  }

  @Test
  void whoSawAnOlderVersionDecidesNothing() {
    train();
    UUID complaint = open("信用卡年费没有告知");
    assertThatThrownBy(
            () ->
                in(
                    em ->
                        triage(em)
                            .decide(
                                new DecideSuggestion(complaint, 99, TriageTarget.PRODUCT, true),
                                HANDLER)))
        .hasMessage(CommonError.VERSION_MOVED.code());
  }

  @Test
  void modelsAndDecisionsCannotBeChangedAfterwards() {
    train();
    assertThatThrownBy(() -> owner("update complaints.triage_model set accuracy = 1000"))
        .hasMessageContaining("immutable");
    assertThatThrownBy(() -> owner("delete from complaints.triage_decision"))
        .hasMessageContaining("immutable");
  }

  private static Suggestion suggestion(TriageView view, TriageTarget target) {
    return view.suggestions().stream()
        .filter(one -> one.target() == target)
        .findFirst()
        .orElseThrow();
  }

  private static DecideSuggestion decision(UUID complaint, TriageTarget target, boolean accepted) {
    int version =
        in(
            em ->
                ((Number)
                        em.createNativeQuery(
                                "select version from complaints.complaint where id = :id")
                            .setParameter("id", complaint)
                            .getSingleResult())
                    .intValue());
    return new DecideSuggestion(complaint, version, target, accepted);
  }

  private static String product(UUID complaint) {
    return in(em -> em.find(Complaint.class, complaint).matter().product());
  }

  private static void train() {
    UUID run = in(em -> runs(em).queue("ad.chen")).id();
    boolean more = true;
    while (more) {
      more = next(run);
    }
  }

  private static boolean next(UUID run) {
    return in(em -> new TriageWork(em, CLOCK, silent(AuditSink.class)).next(run));
  }

  private static TriageRunView view(UUID run) {
    return in(em -> em.find(TriageRun.class, run).view());
  }

  private static TriageRuns runs(EntityManager em) {
    @SuppressWarnings("unchecked")
    Event<TriageRuns.TrainingQueued> event = silent(Event.class);
    return new TriageRuns(em, CLOCK, event);
  }

  private static boolean nextSlice(UUID batch) {
    return in(em -> slices(em).next(batch));
  }

  private static TriageCasesWork slices(EntityManager em) {
    return new TriageCasesWork(em, CLOCK, silent(AuditSink.class), 2);
  }

  private static TriageBatchView batch(UUID id) {
    return in(em -> em.find(TriageBatch.class, id).view());
  }

  private static TriageBatches batches(EntityManager em) {
    @SuppressWarnings("unchecked")
    Event<TriageBatches.BatchQueued> event = silent(Event.class);
    return new TriageBatches(em, CLOCK, event);
  }

  private static String basis(UUID complaint) {
    return (String)
        in(
            em ->
                em.createNativeQuery(
                        "select basis from complaints.triaged where complaint_id = :id")
                    .setParameter("id", complaint)
                    .getSingleResult());
  }

  private static Triage triage(EntityManager em) {
    return new Triage(em, CLOCK);
  }

  private static <T> T in(Function<EntityManager, T> work) {
    return TestDatabase.get().inTransaction(work);
  }

  private static <T> T silent(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            TriageTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> null));
  }

  private static UUID open(String narrative) {
    UUID id = Ids.next();
    insert(id, "RECORDED", true, "待定", null, null, "SIMPLE", narrative);
    return id;
  }

  /** A case without words that another body has published. */
  private static UUID published(String status, String product, String issue) {
    UUID id = Ids.next();
    boolean open = status.equals("ACCEPTED");
    owner(
        "insert into complaints.complaint (id, version, number, status, channel, source,"
            + " external_ref, product, issue, complexity, received_at, recorded_at, rule_pack,"
            + " rule_version, due_at, due_on, open, ticking, resolution, step_count, level)"
            + " values (?, 0, ?, ?, 'WEB', 'CFPB-T', ?, ?, ?, 'SIMPLE', now(), now(), 'US-CFPB', 1,"
            + " now(), current_date, ?, ?, ?, 1, 'BRANCH')",
        id,
        "TS-P" + id.toString().substring(9, 28).replace("-", ""),
        status,
        id.toString(),
        product,
        issue,
        open,
        open,
        open ? null : "EXPLANATION");
    return id;
  }

  private static void closed(
      String product, String issue, String cause, String complexity, String narrative) {
    insert(Ids.next(), "CLOSED", false, product, issue, cause, complexity, narrative);
  }

  private static void insert(
      UUID id,
      String status,
      boolean open,
      String product,
      String issue,
      String cause,
      String complexity,
      String narrative) {
    owner(
        "insert into complaints.complaint (id, version, number, status, channel, source,"
            + " complainant_contact, narrative, product, issue, complexity, received_at,"
            + " recorded_at, rule_pack, rule_version, due_at, due_on, open, ticking, handler,"
            + " cause, resolution, root_cause, closed_at, step_count, level) values (?, 0, ?, ?,"
            + " 'WEB', 'HEYI', 'x', ?, ?, ?, ?, now(), now(), 'CN-2020-3', 1, now(), current_date,"
            + " ?, ?, 'hd.li', ?, ?, ?, case when ? then null else now() end, 1, 'BRANCH')",
        id,
        "TS-T" + id.toString().substring(9, 28).replace("-", ""),
        status,
        narrative,
        product,
        issue,
        complexity,
        open,
        open,
        cause,
        open ? null : "EXPLANATION",
        open ? null : "根因",
        open);
  }

  private static void owner(String sql, Object... values) {
    try (Connection connection = TestDatabase.get().owner().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
