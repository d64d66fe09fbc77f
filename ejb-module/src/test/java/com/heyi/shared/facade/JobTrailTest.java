package com.heyi.shared.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.testing.KeptTrail;
import com.heyi.testing.TestDatabase;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JobTrailTest {
  private final KeptTrail kept = new KeptTrail();

  @Test
  void whatAJobNotesIsARowOfItsOwn() throws Exception {
    String answer =
        tell(
            () -> {
              ChangeLog.note("item", 1, "price", 5, 6);
              return "1";
            });

    assertThat(answer).isEqualTo("1");
    assertThat(kept.rows())
        .containsExactly(
            new AuditEvent(
                Caller.system("run"),
                "mall",
                "item.mark-down",
                "item:1",
                null,
                AuditEvent.Outcome.DONE,
                null,
                true,
                List.of(new Change("item", "1", "price", "5", "6")),
                null));
    assertThat(ChangeLog.running()).as("afterwards").isFalse();
  }

  @Test
  void whatChangesNothingOrFailsTellsNothing() throws Exception {
    tell(() -> "1");
    assertThatThrownBy(
            () ->
                tell(
                    () -> {
                      ChangeLog.note("item", 1, "price", 5, 6);
                      throw new IllegalStateException("sold out");
                    }))
        .hasMessage("sold out");

    assertThat(kept.rows()).isEmpty();
    assertThat(ChangeLog.running()).isFalse();
  }

  @Test
  void whatIsDoneIsTheCauseOfTheVersionsItWrites() throws Exception {
    tell(
        () -> {
          assertThat(ChangeLog.cause()).contains(new ChangeLog.Cause("item.mark-down", null));
          return "1";
        });
  }

  private String tell(Supplier<String> work) throws Exception {
    return CallContext.callAs(
        Caller.system("run"),
        () ->
            TestDatabase.get()
                .inTransaction(
                    em ->
                        new JobTrail(em, kept)
                            .tell("mall", "item.mark-down", work, id -> "item:" + id)));
  }
}
