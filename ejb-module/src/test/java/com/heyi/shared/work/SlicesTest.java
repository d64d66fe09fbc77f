package com.heyi.shared.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Going through many keys slice by slice. */
class SlicesTest {
  private final List<Integer> asked = new ArrayList<>();

  @Test
  void everyKeyComesOnceInOrderAndASliceIsReadOnlyWhenTheOneBeforeIsThrough() {
    Slices<Integer> slices = Slices.of(3, upTo(7));
    assertThat(slices.next()).isEqualTo(1);
    assertThat(asked).as("one slice at a time").containsExactly((Integer) null);
    assertThat(slices).toIterable().containsExactly(2, 3, 4, 5, 6, 7);
    assertThat(asked).containsExactly(null, 3, 6);
    assertThat(slices.count()).isEqualTo(7);
    assertThatThrownBy(slices::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aSourceOfWholeSlicesOrOfNothingEndsToo() {
    assertThat(Slices.of(3, upTo(6))).toIterable().containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(Slices.of(3, upTo(0))).isExhausted();
  }

  @Test
  void slicesOfWhichNothingIsWantedAreGoneThroughForWhatComesAfterThem() {
    Slices<Integer> slices =
        Slices.of(2, upTo(9)).only(keys -> keys.stream().filter(key -> key > 6).toList());
    assertThat(slices.hasNext()).isTrue();
    assertThat(slices.count()).isZero();
    assertThat(slices).toIterable().containsExactly(7, 8, 9);
    assertThat(slices.count()).isEqualTo(3);
  }

  private Slices.Source<Integer> upTo(int all) {
    return (after, most) -> {
      asked.add(after);
      int from = after == null ? 1 : after + 1;
      return IntStream.rangeClosed(from, Math.min(all, from + most - 1)).boxed().toList();
    };
  }
}
