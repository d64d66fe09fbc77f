package com.heyi.mall.internal;

import com.heyi.mall.PriceReduction;
import com.heyi.shared.value.Points;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Asks all who take something off a basket, one after another: each off what those before it have
 * left. So no point is taken off twice, and nobody pays for a reduction that the customer does not
 * get.
 */
final class Reductions {
  private final Iterable<PriceReduction> all;

  Reductions(Iterable<PriceReduction> all) {
    this.all = all;
  }

  /** The lines with what is taken off them by all whose turn is one of these. */
  List<PriceReduction.Line> reduce(PriceReduction.Basket basket, Set<PriceReduction.Turn> turns) {
    PriceReduction.Basket left = basket;
    for (PriceReduction one : inTurn(turns)) {
      Map<Integer, Points> off = new HashMap<>();
      one.reduce(left).forEach(less -> off.merge(less.lineNo(), less.points(), Points::plus));
      left =
          left.with(
              left.lines().stream()
                  .map(line -> line.less(off.getOrDefault(line.no(), Points.ZERO)))
                  .toList());
    }
    return left.lines();
  }

  private List<PriceReduction> inTurn(Set<PriceReduction.Turn> turns) {
    return StreamSupport.stream(all.spliterator(), false)
        .filter(one -> turns.contains(one.turn()))
        .sorted(Comparator.comparing(PriceReduction::turn))
        .toList();
  }
}
