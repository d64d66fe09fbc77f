package com.heyi.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.accounts.CustomerSegments.Segment;
import com.heyi.shared.value.Ids;
import com.heyi.shared.work.Slices;
import com.heyi.testing.TestDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who belongs to a group of customers, by home branch and the bank's day of registration. */
class RegisterSegmentsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private final String branch = "S%04d".formatted(new Random().nextInt(10_000));

  @Test
  void aSegmentIsBoundedByBranchAndDayAndLeavesOutWhoIsErasedOrMerged() {
    // One second before the bank's midnight, and at it.
    UUID before = customer(branch, "2026-03-09T15:59:59Z", "UNVERIFIED", null);
    UUID since = customer(branch, "2026-03-09T16:00:00Z", "UNVERIFIED", null);
    UUID elsewhere = customer("T0001", "2026-03-10T16:00:00Z", "UNVERIFIED", null);
    UUID merged = customer(branch, "2026-03-10T16:00:00Z", "UNVERIFIED", since);

    assertThat(members(new Segment(branch, DAY), 10)).containsExactly(since);
    assertThat(members(new Segment(branch, null), 10)).containsExactlyInAnyOrder(before, since);
    assertThat(belongs(new Segment(null, DAY), elsewhere)).isTrue();
    assertThat(belongs(new Segment(branch, DAY), elsewhere)).isFalse();
    assertThat(belongs(new Segment(null, null), merged)).isFalse();
  }

  @Test
  void aSegmentIsGoneThroughInSlicesEachMemberOnce() {
    List<UUID> all =
        Stream.generate(() -> customer(branch, "2026-03-10T16:00:00Z", "UNVERIFIED", null))
            .limit(7)
            .sorted(Comparator.comparing(UUID::toString))
            .toList();
    for (int size = 1; size <= 8; size++) {
      assertThat(members(new Segment(branch, DAY), size)).as("by %d", size).isEqualTo(all);
    }
  }

  private static List<UUID> members(Segment segment, int size) {
    return in(
        segments -> {
          List<UUID> members = new ArrayList<>();
          Slices.of(size, (UUID after, int most) -> segments.after(segment, after, most))
              .forEachRemaining(members::add);
          return members;
        });
  }

  private static boolean belongs(Segment segment, UUID customer) {
    return in(s -> s.contains(segment, customer));
  }

  private static <T> T in(Function<RegisterSegments, T> work) {
    Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
    return TestDatabase.get().inTransaction(em -> work.apply(new RegisterSegments(em, clock)));
  }

  private static UUID customer(String branch, String registeredAt, String status, UUID into) {
    UUID id = Ids.next();
    TestDatabase.get()
        .doInTransaction(
            em ->
                em.createNativeQuery(
                        "insert into accounts.customer (id, version, number, name, home_branch,"
                            + " identity_status, registered_at, merged_into) values (:id, 0,"
                            + " :number, '赵', :branch, :status, :at, cast(:into as uuid))")
                    .setParameter("id", id)
                    .setParameter("number", "S" + id.toString().substring(27))
                    .setParameter("branch", branch)
                    .setParameter("status", status)
                    .setParameter(
                        "at",
                        OffsetDateTime.parse(registeredAt).withOffsetSameInstant(ZoneOffset.UTC))
                    .setParameter("into", into == null ? null : into.toString())
                    .executeUpdate());
    return id;
  }
}
