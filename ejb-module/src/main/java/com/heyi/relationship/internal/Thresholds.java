package com.heyi.relationship.internal;

import com.heyi.relationship.FlowDirection;
import com.heyi.relationship.FlowThresholdView;
import com.heyi.shared.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * From how much on a manager is alerted, read once for many customers.
 *
 * @param newestFirst all that were ever set; of one direction and tier the newest comes first
 */
record Thresholds(List<FlowThresholdView> newestFirst) {
  Thresholds {
    newestFirst = List.copyOf(newestFirst);
  }

  /**
   * The threshold that holds on a day: the tier's own, or that of every tier without one.
   *
   * @param tier code of the tier, or null for who was not placed
   */
  Optional<Money> on(FlowDirection direction, String tier, LocalDate day) {
    List<FlowThresholdView> holding =
        newestFirst.stream()
            .filter(view -> view.direction() == direction && !view.validFrom().isAfter(day))
            .toList();
    return newest(holding, tier).or(() -> newest(holding, null)).map(FlowThresholdView::amount);
  }

  private static Optional<FlowThresholdView> newest(List<FlowThresholdView> of, String tier) {
    return of.stream().filter(view -> Objects.equals(view.tier(), tier)).findFirst();
  }
}
