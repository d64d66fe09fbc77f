package com.heyi.winddown.internal;

import com.heyi.accounts.CustomerRef;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.winddown.HoldingKind;
import com.heyi.winddown.PlanRow;
import com.heyi.winddown.ProofView;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;

/**
 * That nothing of a customer was lost. What is after is summed from what was booked, never taken as
 * the rest of what was before; so the database's check compares two independent sums.
 */
@Entity
@Immutable
@Table(schema = "winddown", name = "proof")
public class Proof {
  @Id private UUID id;

  @Column(name = "plan_id")
  private UUID planId;

  @Column(name = "customer_id")
  private UUID customerId;

  @Column(name = "points_before")
  private Points pointsBefore;

  @Column(name = "points_after")
  private Points pointsAfter;

  @Column(name = "points_refunded")
  private Points pointsRefunded;

  @Column(name = "points_expired")
  private Points pointsExpired;

  @Convert(converter = CnyConverter.class)
  @Column(name = "money_before")
  private Money moneyBefore;

  @Convert(converter = CnyConverter.class)
  @Column(name = "money_after")
  private Money moneyAfter;

  @Convert(converter = CnyConverter.class)
  @Column(name = "money_refunded")
  private Money moneyRefunded;

  @Convert(converter = CnyConverter.class)
  @Column(name = "money_expired")
  private Money moneyExpired;

  @Column(name = "orders_before")
  private long ordersBefore;

  @Column(name = "orders_after")
  private long ordersAfter;

  @Column(name = "orders_refunded")
  private long ordersRefunded;

  @Column(name = "coupons_before")
  private long couponsBefore;

  @Column(name = "coupons_after")
  private long couponsAfter;

  @Column(name = "coupons_expired")
  private long couponsExpired;

  @Column(name = "migrated_at")
  private Instant migratedAt;

  protected Proof() {}

  Proof(
      UUID id,
      UUID planId,
      UUID customerId,
      Collection<Holding> before,
      List<Move> moves,
      Instant now) {
    this.id = id;
    this.planId = planId;
    this.customerId = customerId;
    this.pointsBefore = before.stream().map(Holding::points).reduce(Points.ZERO, Points::plus);
    this.pointsAfter =
        points(moves, Move.Outcome.GRANTED, Move.Outcome.PLACED, Move.Outcome.GIVEN_BACK);
    this.pointsRefunded = Points.ZERO;
    this.pointsExpired = points(moves, Move.Outcome.EXPIRED);
    this.moneyBefore =
        before.stream().map(Holding::amount).reduce(Money.zero(Money.CNY), Money::plus);
    this.moneyAfter = money(moves, Move.Outcome.DEPOSITED);
    this.moneyRefunded = money(moves, Move.Outcome.REFUNDED, Move.Outcome.GIVEN_BACK);
    this.moneyExpired = Money.zero(Money.CNY);
    this.ordersBefore = refs(before, holding -> holding.kind() == HoldingKind.ORDER);
    this.ordersAfter =
        moves.stream()
            .filter(move -> move.is(Move.Outcome.PLACED))
            .map(Move::entryId)
            .distinct()
            .count();
    Set<UUID> back =
        moves.stream()
            .filter(move -> move.is(Move.Outcome.GIVEN_BACK))
            .map(Move::holdingId)
            .collect(Collectors.toSet());
    this.ordersRefunded = refs(before, holding -> back.contains(holding.id()));
    Set<UUID> coupons =
        before.stream()
            .filter(holding -> holding.kind() == HoldingKind.COUPON)
            .map(Holding::id)
            .collect(Collectors.toSet());
    this.couponsBefore = coupons.size();
    this.couponsAfter = moves.stream().filter(move -> move.is(Move.Outcome.ISSUED)).count();
    this.couponsExpired =
        moves.stream()
            .filter(move -> move.is(Move.Outcome.EXPIRED) && coupons.contains(move.holdingId()))
            .count();
    this.migratedAt = now;
  }

  /** How many orders these lines are of. */
  private static long refs(Collection<Holding> holdings, Predicate<Holding> which) {
    return holdings.stream().filter(which).map(Holding::ref).distinct().count();
  }

  private static Points points(List<Move> moves, Move.Outcome... outcomes) {
    return moves.stream()
        .filter(move -> Stream.of(outcomes).anyMatch(move::is))
        .map(Move::points)
        .reduce(Points.ZERO, Points::plus);
  }

  private static Money money(List<Move> moves, Move.Outcome... outcomes) {
    return moves.stream()
        .filter(move -> Stream.of(outcomes).anyMatch(move::is))
        .map(Move::amount)
        .reduce(Money.zero(Money.CNY), Money::plus);
  }

  UUID planId() {
    return planId;
  }

  UUID customerId() {
    return customerId;
  }

  ProofView view(PlanRow plan, CustomerRef customer) {
    return new ProofView(
        id,
        planId,
        plan.app(),
        plan.into(),
        customerId,
        customer.number(),
        customer.name(),
        pointsBefore,
        pointsAfter,
        pointsRefunded,
        pointsExpired,
        moneyBefore,
        moneyAfter,
        moneyRefunded,
        moneyExpired,
        ordersBefore,
        ordersAfter,
        ordersRefunded,
        couponsBefore,
        couponsAfter,
        couponsExpired,
        migratedAt);
  }
}
