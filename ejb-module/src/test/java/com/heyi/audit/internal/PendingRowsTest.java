package com.heyi.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.audit.AuditEntryView;
import com.heyi.audit.chain.TrailRow;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PendingRowsTest {
  private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");

  @Test
  void rowsOfOneTransactionFollowEachOtherInOneLane() {
    List<TrailRow> rows = List.of(row(), row(), row());
    TestDatabase.get().doInTransaction(em -> rows.forEach(PendingRows.of(em)::add));

    List<AuditEntryView> views = rows.stream().map(PendingRowsTest::view).toList();
    assertThat(views).extracting(AuditEntryView::lane).containsOnly(views.get(0).lane());
    assertThat(views.get(1).seq()).isEqualTo(views.get(0).seq() + 1);
    assertThat(views.get(2).seq()).isEqualTo(views.get(0).seq() + 2);
  }

  @Test
  void theDatabaseReckonsTheSameHash() {
    TrailRow row = row();
    TestDatabase.get().doInTransaction(em -> PendingRows.of(em).add(row));

    Object same =
        TestDatabase.get()
            .inTransaction(
                em ->
                    em.createNativeQuery(
                            "select e.hash = audit.entry_hash(coalesce((select before.hash from"
                                + " audit.entry before where before.lane = e.lane and before.seq ="
                                + " e.seq - 1), repeat('0', 64)), e) from audit.entry e where e.id"
                                + " = :id")
                        .setParameter("id", row.id())
                        .getSingleResult());

    assertThat(same).isEqualTo(true);
  }

  @Test
  void aRolledBackTransactionLeavesNothingToTheNextOneOfItsSession() {
    TrailRow lost = row();
    TrailRow kept = row();
    try (EntityManager em = TestDatabase.get().entityManagers().createEntityManager()) {
      em.getTransaction().begin();
      PendingRows.of(em).add(lost);
      em.getTransaction().rollback();
      em.getTransaction().begin();
      PendingRows.of(em).add(kept);
      em.getTransaction().commit();
    }

    assertThat(exists(lost)).isFalse();
    assertThat(exists(kept)).isTrue();
  }

  @Test
  void whatCannotBeRecordedIsNotDone() {
    TrailRow first = row();
    TrailRow sameAgain = first;
    assertThatThrownBy(
            () ->
                TestDatabase.get()
                    .doInTransaction(
                        em -> {
                          PendingRows.of(em).add(first);
                          PendingRows.of(em).add(sameAgain);
                        }))
        .isInstanceOf(RuntimeException.class);
    assertThat(exists(first)).isFalse();
  }

  private static boolean exists(TrailRow row) {
    return TestDatabase.get().inTransaction(em -> em.find(AuditEntry.class, row.id()) != null);
  }

  private static AuditEntryView view(TrailRow row) {
    return TestDatabase.get().inTransaction(em -> em.find(AuditEntry.class, row.id()).view());
  }

  static TrailRow row() {
    return Rows.of(
        new AuditEvent(
            Caller.system("request"),
            "mall",
            "points.grant",
            "customer:x",
            null,
            Outcome.DONE,
            null,
            true,
            List.of(new Change("customer", "x", "points", "1", "2 积分")),
            UUID.randomUUID()),
        NOW,
        null);
  }
}
