package com.heyi.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever is done to whichever rows, it shows; and nothing shows where nothing was done. */
class RandomTamperingTest {
  private static final String PICK =
      "with picked as (select id from audit.entry order by md5(id::text || '%s') limit %d) ";

  private static final List<String> CHANGES =
      List.of(
          "update audit.entry e set who = who || 'x' from picked where e.id = picked.id",
          "update audit.entry e set reason = coalesce(reason || ' ', '') from picked where e.id ="
              + " picked.id",
          "update audit.entry e set recorded_at = recorded_at - interval '1 day' from picked where"
              + " e.id = picked.id",
          "update audit.entry e set changes = '[]' from picked where e.id = picked.id",
          "update audit.entry e set target = 'customer:0' from picked where e.id = picked.id",
          "update audit.entry e set hash = md5(hash) || md5(e.id::text) from picked where e.id ="
              + " picked.id",
          "update audit.entry e set seq = seq + 5000 from picked where e.id = picked.id",
          "delete from audit.entry e using picked where e.id = picked.id",
          "delete from audit.entry e using audit.entry p where p.id in (select id from picked) and"
              + " e.lane = p.lane and e.seq >= p.seq",
          "insert into audit.entry select (jsonb_populate_record(e, jsonb_build_object('id',"
              + " gen_random_uuid(), 'seq', e.seq + 7000))).* from audit.entry e join picked using"
              + " (id)");

  /**
   * One way to tamper.
   *
   * @param change which of the statements
   * @param rows to how many rows
   * @param salt which rows
   */
  record Tampering(String change, int rows, int salt) {}

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void tamperingIsFoundWhereverItHappens(@ForAll("tamperings") Tampering tampering) {
    try (TrailUnderTest trail = TrailUnderTest.sound()) {
      trail.tamper(PICK.formatted(tampering.salt(), tampering.rows()) + tampering.change());

      Report report = trail.verify();

      assertThat(report.sound()).as("%s", tampering).isFalse();
      assertThat(report.findings().get(0).lane()).as("%s names no row", tampering).isNotNull();
    }
  }

  @Provide
  Arbitrary<Tampering> tamperings() {
    return net.jqwik.api.Combinators.combine(
            Arbitraries.of(CHANGES),
            Arbitraries.integers().between(1, 5),
            Arbitraries.integers().between(0, 1_000_000))
        .as(Tampering::new);
  }

  @Property(tries = 200)
  void noTwoListsOfValuesHaveTheSameForm(@ForAll List<String> one, @ForAll List<String> other) {
    if (!one.equals(other)) {
      assertThat(Hashes.of(Link.GENESIS, "k", one))
          .isNotEqualTo(Hashes.of(Link.GENESIS, "k", other));
    }
  }
}
