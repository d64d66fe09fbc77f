package com.heyi.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.audit.CompareVersions;
import com.heyi.audit.FieldDifference;
import com.heyi.audit.RecordVersion;
import com.heyi.audit.RevealValue;
import com.heyi.audit.RevealedValue;
import com.heyi.audit.Subject;
import com.heyi.audit.internal.Histories;
import com.heyi.complaints.internal.Actor;
import com.heyi.complaints.internal.Complaint;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.Noted;
import com.heyi.testing.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComplaintsHaveAHistoryTest {
  private final Desk desk = new Desk();

  @Test
  void aStepIsNotedWithBeforeAndAfterAndNoWordOfTheComplaint() {
    ComplaintView recorded =
        desk.as(Desk.OPERATOR, facade -> facade.record(Desk.said("客户张伟说柜员态度恶劣")));
    List<Change> changes =
        Noted.during(
            "complaint.accept",
            null,
            () ->
                desk.step(
                    Desk.HANDLER,
                    facade ->
                        facade.accept(
                            new AcceptComplaint(
                                recorded.id(),
                                recorded.version(),
                                null,
                                Complexity.COMPLEX,
                                null))));

    String id = recorded.id().toString();
    assertThat(changes)
        .contains(
            new Change("complaint", id, "status", "RECORDED", "ACCEPTED"),
            new Change("complaint", id, "complexity", "SIMPLE", "COMPLEX"),
            new Change("complaint", id, "handler", null, "hd.li"))
        .extracting(Change::thing, Change::field)
        .contains(org.assertj.core.groups.Tuple.tuple("clock", "dueAt"));
    assertThat(changes).extracting(Change::field).doesNotContain("version", "narrative");
  }

  @Test
  void theAccountIsNotedAsGivenButNotInWords() {
    List<Change> changes =
        Noted.during(
            "complaint.record",
            null,
            () -> desk.as(Desk.OPERATOR, facade -> facade.record(Desk.said("客户张伟说柜员态度恶劣"))));

    assertThat(changes)
        .filteredOn(change -> change.field().equals("narrative"))
        .extracting(Change::after)
        .containsExactly("***");
    assertThat(changes.toString()).doesNotContain("张伟", "柜员");
  }

  @Test
  void noStateOfACaseIsLost() {
    ComplaintView closed = desk.broughtTo(ComplaintStatus.CLOSED);

    List<?> states =
        TestDatabase.get()
            .inTransaction(
                em ->
                    em.createNativeQuery(
                            "select status from complaints.complaint_history where id = :id"
                                + " order by revision",
                            String.class)
                        .setParameter("id", closed.id())
                        .getResultList());
    assertThat(states)
        .isEqualTo(List.of("RECORDED", "ACCEPTED", "ANALYSED", "HANDLED", "FED_BACK", "CLOSED"));
  }

  @Test
  void twoVersionsAreLaidSideBySideMaskedAndOneValueIsRevealedForAReason() {
    ComplaintView closed = desk.broughtTo(ComplaintStatus.CLOSED);
    Subject subject = new Subject("complaint", closed.id().toString());
    List<RecordVersion> versions = histories(past -> past.versions(subject));
    long last = versions.get(0).revision();
    long first = versions.get(versions.size() - 1).revision();

    assertThat(versions).hasSize(6);
    assertThat(versions.get(5).kind()).isEqualTo(RecordVersion.Kind.ADDED);
    List<FieldDifference> differences =
        histories(past -> past.compare(new CompareVersions(subject, first, last)));
    assertThat(differences)
        .contains(
            new FieldDifference("status", "RECORDED", "CLOSED", true, false),
            new FieldDifference("narrative", "***", "***", false, true),
            new FieldDifference("answer", null, "***", true, true),
            new FieldDifference("complainantName", "李***", "李***", false, true));
    assertThat(reveal(subject, first, "complainantName"))
        .isEqualTo(new RevealedValue("complainantName", "李娜"));
  }

  /** What nothing is known of yet is read as an empty part, which is no change. */
  @Test
  void whoOnlyLooksAtACaseWritesNoVersionOfIt() {
    ComplaintView recorded = desk.recorded();
    Subject subject = new Subject("complaint", recorded.id().toString());

    ComplaintView seen =
        TestDatabase.get()
            .inTransaction(
                em ->
                    em.find(Complaint.class, recorded.id())
                        .shown()
                        .view(
                            null,
                            null,
                            null,
                            Desk.HANDLER,
                            Actor.of(Desk.HANDLER, desk.clock().instant()),
                            desk.clock()));

    assertThat(seen.answer()).isNull();
    assertThat(seen.closedAt()).isNull();
    assertThat(desk.<ComplaintView>as(Desk.HANDLER, facade -> facade.view(recorded.id())).version())
        .isEqualTo(recorded.version());
    List<RecordVersion> versions = histories(past -> past.versions(subject));
    assertThat(versions).hasSize(1);
  }

  @Test
  void versionsNameTheFieldsOfACaseAndNotThePartsThatHoldThem() {
    ComplaintView recorded = desk.recorded();
    Subject subject = new Subject("complaint", recorded.id().toString());
    long revision = histories(past -> past.versions(subject)).get(0).revision();

    List<FieldDifference> fields =
        histories(past -> past.compare(new CompareVersions(subject, revision, revision)));

    assertThat(fields)
        .extracting(FieldDifference::field)
        .containsExactlyInAnyOrderElementsOf(columnsOfTheHistory());
  }

  private static List<String> columnsOfTheHistory() {
    List<?> columns =
        TestDatabase.get()
            .inTransaction(
                em ->
                    em.createNativeQuery(
                            "select column_name from information_schema.columns where table_schema"
                                + " = 'complaints' and table_name = 'complaint_history' and"
                                + " column_name not in ('id', 'revision', 'revision_kind')",
                            String.class)
                        .getResultList());
    return columns.stream().map(Object::toString).map(ComplaintsHaveAHistoryTest::field).toList();
  }

  private static String field(String column) {
    return Pattern.compile("_(.)")
        .matcher(column)
        .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
  }

  @Test
  void whatIsNotMaskedOrNotThereIsNotRevealed() {
    ComplaintView recorded = desk.recorded();
    Subject subject = new Subject("complaint", recorded.id().toString());
    long revision = histories(past -> past.versions(subject)).get(0).revision();

    assertThatThrownBy(() -> reveal(subject, revision, "status"))
        .hasMessageContaining("audit.not-masked");
    assertThatThrownBy(() -> reveal(subject, revision, "steps"))
        .hasMessageContaining("audit.not-masked");
    assertThatThrownBy(() -> reveal(subject, revision + 1_000_000, "narrative"))
        .hasMessageContaining("audit.no-version");
    assertThatThrownBy(() -> reveal(new Subject("complaint", "no-id"), revision, "narrative"))
        .hasMessageContaining("audit.no-history");
    assertThatThrownBy(() -> reveal(new Subject("entry", subject.id()), revision, "who"))
        .hasMessageContaining("audit.no-history");
  }

  private static RevealedValue reveal(Subject subject, long revision, String field) {
    return histories(
        past -> past.reveal(new RevealValue(subject, revision, field, "a good enough reason")));
  }

  private static <T> T histories(Function<Histories, T> work) {
    return TestDatabase.get().inTransaction(em -> work.apply(new Histories(em)));
  }
}
