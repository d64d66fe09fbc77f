package com.heyi.family.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.family.MemberRole;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HouseholdRelationsTest {

  @Test
  void theTimelineOfAMemberHasHisHouseholdEvenAfterHeLeft() {
    UUID customer = Ids.next();
    LocalDate today = LocalDate.of(2026, 3, 2);
    UUID household =
        TestDatabase.get()
            .inTransaction(
                em -> {
                  Household founded = Household.founded("张家", Instant.EPOCH);
                  Kinsman member = new Kinsman(founded.id(), customer, MemberRole.GUARDIAN, today);
                  em.persist(founded);
                  em.persist(member);
                  member.leave(today.plusDays(1));
                  return founded.id();
                });

    TestDatabase.get()
        .doInTransaction(
            em -> {
              HouseholdRelations relations = new HouseholdRelations(em);
              assertThat(relations.belongingTo("customer:" + customer))
                  .containsExactly("household:" + household);
              assertThat(relations.belongingTo("household:" + household)).isEmpty();
              assertThat(relations.belongingTo("customer:" + Ids.next())).isEmpty();
            });
  }
}
