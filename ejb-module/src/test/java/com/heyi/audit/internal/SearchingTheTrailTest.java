package com.heyi.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.audit.AuditEntryView;
import com.heyi.audit.Subject;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.shared.history.Relations;
import com.heyi.shared.paging.PageRequest;
import com.heyi.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SearchingTheTrailTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-04T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

  /** Keeps the rows of this test from those of others. */
  private final String mark = UUID.randomUUID().toString();

  @Test
  void aPartOfAReasonIsFoundInTheMiddleOfAChineseText() {
    row("points.grant", "customer:a", "客户投诉后补偿积分，经复核同意", List.of());
    row("points.grant", "customer:b", "周年回馈", List.of());

    assertThat(found("text", "补偿积分"))
        .extracting(AuditEntryView::target)
        .containsExactly("customer:a");
    assertThat(found("text", "积分补偿")).isEmpty();
  }

  @Test
  void aTotalIsToldOnlyAsFarAsItIsCounted() {
    for (int i = 0; i < 5; i++) {
      row("points.grant", "customer:" + i, "常见的词 " + mark, List.of());
    }
    Map<String, String> word = Map.of("text", mark);

    assertThat(total(3, word)).as("one more stands for more").isEqualTo(4);
    assertThat(total(5, word)).isEqualTo(5);
    assertThat(total(9, word)).isEqualTo(5);
  }

  private static long total(int mostCounted, Map<String, String> filters) {
    return TestDatabase.get()
        .inTransaction(
            em ->
                new AuditTrail(em, CLOCK, null, mostCounted)
                    .page(PageRequest.at(0, 2, null, filters))
                    .total());
  }

  @Test
  void whatIsNoPatternIsTakenAsItStands() {
    row("points.grant", "customer:a", "100% sure_thing", List.of());
    row("points.grant", "customer:b", "100 sure things", List.of());

    assertThat(found("text", "100% SURE_")).hasSize(1);
    assertThat(found("text", "'); drop table audit.entry; --")).isEmpty();
  }

  @Test
  void valuesAndNamesOfChangedFieldsAreFound() {
    row("item.change", "item:x", null, List.of(new Change("item", "x", "price", "1200", "990")));
    row("item.change", "item:y", null, List.of(new Change("item", "y", "name", "Mug", "Cup")));

    assertThat(found("text", "1200")).extracting(AuditEntryView::target).containsExactly("item:x");
    assertThat(found("field", "price"))
        .extracting(AuditEntryView::target)
        .containsExactly("item:x");
    assertThat(found("text", "item.ch")).hasSize(2);
    assertThat(found("text", "item:y")).hasSize(1);
  }

  @Test
  void everythingInTheRowCanBeSearchedFor() {
    UUID approval = UUID.randomUUID();
    row("points.grant", "customer:a", null, List.of(), Outcome.DONE, null, approval);
    row("points.grant", "customer:b", null, List.of(), Outcome.FAILED, "points.too-many", null);

    assertThat(found("approval", approval.toString())).hasSize(1);
    assertThat(found("approval", "any")).hasSize(1);
    assertThat(found("error", "points.too-many")).hasSize(1);
    assertThat(found("role", "operator")).hasSize(2);
    assertThat(found("role", "auditor")).isEmpty();
    assertThat(found("address", "10.9.8.7")).hasSize(2);
    assertThat(found("change", "true")).hasSize(2);
    assertThat(found("change", "false")).isEmpty();
    assertThatThrownBy(() -> found("change", "perhaps")).isInstanceOf(HeyiException.class);
    assertThatThrownBy(() -> found("approval", "no id")).isInstanceOf(HeyiException.class);
  }

  @Test
  void theTimelineOfACustomerHoldsWhatBelongsToHimAndWhatChangedHim() {
    UUID customer = UUID.randomUUID();
    String his = "customer:" + customer;
    row("customer.view", his, null, List.of());
    row("order.cancel", "order:one", "changed his mind", List.of());
    row(
        "order.place",
        "order:other",
        null,
        List.of(new Change("customer", customer.toString(), "points", "5", "4")));
    row("order.view", "order:somebody-elses", null, List.of());

    List<AuditEntryView> timeline =
        inTrail(
            trail -> trail.about(Subject.of(his), PageRequest.at(0, 50, null, Map.of())).items(),
            relations(his, "order:one"));
    assertThat(timeline)
        .extracting(AuditEntryView::target)
        .containsExactlyInAnyOrder(his, "order:one", "order:other");
  }

  @Test
  void anExportReadsAllRowsOnceAndSaysWhenItStopsEarly() {
    for (int i = 0; i < 450; i++) {
      row("customer.view", "customer:" + i, null, List.of());
    }
    assertThat(exported(100_000)).isEqualTo("450 false");
    assertThat(exported(450)).isEqualTo("450 false");
    assertThat(exported(201)).isEqualTo("201 true");
  }

  private String exported(int most) {
    java.util.Set<UUID> seen = new java.util.HashSet<>();
    return inTrail(
        trail ->
            new Exporting(page -> trail.pageOfMany(null, page))
                .run(
                    new com.heyi.audit.TrailExport(
                        com.heyi.audit.ExportFormat.CSV,
                        null,
                        Map.of("requestId", mark),
                        null,
                        most),
                    new com.heyi.audit.ExportSink(
                        entry -> assertThat(seen.add(entry.id())).isTrue(),
                        cut -> seen.size() + " " + cut))
                .sha256(),
        relations("", ""));
  }

  private static Relations relations(String whose, String what) {
    return new Relations() {
      @Override
      public Optional<String> find(String number) {
        return Optional.empty();
      }

      @Override
      public Set<String> belongingTo(String target) {
        return target.equals(whose) ? Set.of(what) : Set.of();
      }
    };
  }

  private List<AuditEntryView> found(String filter, String text) {
    return inTrail(
        trail ->
            trail
                .page(PageRequest.at(0, 50, null, Map.of("requestId", mark, filter, text)))
                .items(),
        relations("", ""));
  }

  private static <T> T inTrail(
      java.util.function.Function<AuditTrail, T> work, Relations relations) {
    return TestDatabase.get()
        .inTransaction(
            em -> work.apply(new AuditTrail(em, CLOCK, new Subjects(List.of(relations)))));
  }

  private void row(String action, String target, String reason, List<Change> changes) {
    row(action, target, reason, changes, Outcome.DONE, null, null);
  }

  private void row(
      String action,
      String target,
      String reason,
      List<Change> changes,
      Outcome outcome,
      String error,
      UUID approval) {
    Caller caller =
        new Caller(
            "op.wang",
            null,
            Set.of(Role.OPERATOR),
            null,
            "10.9.8.7",
            mark,
            Channel.REST,
            null,
            null);
    inTrail(
        trail -> {
          trail.record(
              new AuditEvent(
                  caller, "mall", action, target, reason, outcome, error, true, changes, approval));
          return action;
        },
        relations("", ""));
  }
}
