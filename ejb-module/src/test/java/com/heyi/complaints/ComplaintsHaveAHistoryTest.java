package com.heyi.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.Noted;
import com.heyi.testing.TestDatabase;
import java.util.List;
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
                desk.as(
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
}
