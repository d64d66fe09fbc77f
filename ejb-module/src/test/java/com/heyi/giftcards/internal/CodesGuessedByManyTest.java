package com.heyi.giftcards.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.giftcards.GiftCardsError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import com.heyi.testing.KeptTrail;
import com.heyi.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Codes of gift cards guessed under many callers, at a time when nobody else tries any. */
class CodesGuessedByManyTest {
  private static final WrongCodes.Bounds BOUNDS = new WrongCodes.Bounds(5, 15, 8, 2);

  private final KeptTrail trail = new KeptTrail();
  private final String run = Ids.next().toString().substring(24);
  private Instant now = afterAllThatWasTried();

  private static Instant afterAllThatWasTried() {
    return TestDatabase.get()
        .inTransaction(
            em ->
                (Instant)
                    em.createNativeQuery(
                            "select coalesce(max(tried_at), now()) + interval '1 day'"
                                + " from giftcards.wrong_code",
                            Instant.class)
                        .getSingleResult());
  }

  @Test
  void whoGuessesUnderManyCallersMayErrLessUnderEachAndTheOthersGoOn() {
    for (int caller = 0; caller < 3; caller++) {
      tries("guesser-" + caller, 2);
      mayTry("guesser-" + caller);
    }
    tries("typist", 1);
    assertThat(trail.rows()).as("seven of eight").isEmpty();
    tries("guesser-3", 1);
    for (int caller = 0; caller < 3; caller++) {
      keptOut("guesser-" + caller);
    }
    mayTry("typist");
    mayTry("nobody-who-erred");
    tries("typist", 1);
    keptOut("typist");

    now = now.plus(Duration.ofMinutes(15));
    mayTry("guesser-0");
    mayTry("typist");
  }

  @Test
  void theTrailIsToldOnceInThatTimeHowManyTriedHowOften() {
    for (int caller = 0; caller < 6; caller++) {
      tries("guesser-" + caller, 2);
    }
    assertThat(trail.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.action()).isEqualTo("gift-card.codes-guessed");
              assertThat(row.changes())
                  .extracting(change -> change.field() + " " + change.after())
                  .containsExactly("tries 8", "callers 4", "minutes 15");
            });
    now = now.plus(Duration.ofMinutes(16));
    tries("guesser-0", 1);
    assertThat(trail.rows()).as("one try is no guessing").hasSize(1);
    for (int caller = 1; caller < 8; caller++) {
      tries("guesser-" + caller, 1);
    }
    assertThat(trail.rows()).as("guessed again").hasSize(2);
  }

  private void tries(String caller, int times) {
    for (int n = 0; n < times; n++) {
      as(caller, WrongCodes::count);
    }
  }

  private void mayTry(String caller) {
    as(caller, WrongCodes::requireFew);
  }

  private void keptOut(String caller) {
    assertThatThrownBy(() -> mayTry(caller))
        .as(caller)
        .isInstanceOfSatisfying(
            HeyiException.class,
            e -> {
              assertThat(e.error()).isEqualTo(GiftCardsError.CODE_LOCKED);
              assertThat(e.args().toArray()).containsExactly(2, 15);
            });
  }

  private void as(String caller, Consumer<WrongCodes> work) {
    Clock clock = Clock.fixed(now, ZoneId.of("Asia/Shanghai"));
    try {
      CallContext.callAs(
          new Caller(
              caller + run,
              null,
              Set.of(Role.BRANCH),
              "B0101",
              "test",
              UUID.randomUUID().toString(),
              Channel.SYSTEM,
              null,
              Locale.ENGLISH),
          () -> {
            TestDatabase.get()
                .doInTransaction(em -> work.accept(new WrongCodes(em, clock, trail, BOUNDS)));
            return null;
          });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
