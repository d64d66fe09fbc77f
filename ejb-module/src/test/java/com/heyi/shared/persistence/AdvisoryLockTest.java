package com.heyi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.AtOnce;
import com.heyi.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdvisoryLockTest {
  private final String name = "test." + UUID.randomUUID();

  @Test
  void severalAreTheSameLocksAsEachAlone() {
    TestDatabase.get()
        .doInTransaction(
            em -> {
              AdvisoryLock.takeAll(em, name, List.of("b", "a", "b"));
              assertThat(isFree("a")).isFalse();
              assertThat(isFree("b")).isFalse();
              assertThat(isFree("c")).isTrue();
            });
    assertThat(isFree("a")).as("given back at the end").isTrue();
  }

  @Test
  void ofNoneNothingIsTaken() {
    TestDatabase.get().doInTransaction(em -> AdvisoryLock.takeAll(em, name, List.of()));
    assertThat(isFree("a")).isTrue();
  }

  @Test
  void whoTakeTheSameInOtherOrdersWaitForEachOtherAndNeverInACircle() throws Exception {
    List<String> keys = IntStream.range(0, 300).mapToObj(Integer::toString).toList();
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<String> shuffled = new ArrayList<>(keys);
      Collections.shuffle(shuffled);
      all.add(
          () ->
              TestDatabase.get()
                  .inTransaction(
                      em -> {
                        AdvisoryLock.takeAll(em, name, shuffled);
                        return shuffled.size();
                      }));
    }
    AtOnce.all(all);
  }

  private boolean isFree(String key) {
    return TestDatabase.get().inTransaction(em -> AdvisoryLock.of(name, key).tryTake(em));
  }
}
