package com.heyi.promotions.internal;

import com.heyi.accounts.CustomerRef;
import com.heyi.mall.CashCharges;
import com.heyi.mall.PointsCharges;
import com.heyi.promotions.BuyMembership;
import com.heyi.promotions.CreateLevel;
import com.heyi.promotions.EndMembership;
import com.heyi.promotions.LevelView;
import com.heyi.promotions.MembershipView;
import com.heyi.promotions.PromotionsError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.text.BookNote;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Levels, and customers' times on them. Fees are paid in points and in money: the customer's row,
 * then his points, then his account are held.
 */
@ApplicationScoped
public class Memberships {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Members members;
  @Inject private PointsCharges charges;
  @Inject private CashCharges cash;
  @Inject private Clock clock;

  protected Memberships() {}

  public Memberships(
      EntityManager em, Members members, PointsCharges charges, CashCharges cash, Clock clock) {
    this.em = em;
    this.members = members;
    this.charges = charges;
    this.cash = cash;
    this.clock = clock;
  }

  public List<LevelView> levels() {
    return em.createQuery("from Level l order by l.rank", Level.class)
        .getResultStream()
        .map(Level::view)
        .toList();
  }

  /**
   * It weighs the fee.
   *
   * @throws HeyiException {@link PromotionsError#LEVEL_DUPLICATE}, {@link
   *     PromotionsError#LEVEL_CASH}
   */
  public LevelView define(CreateLevel command) {
    requirePrice(command.cash());
    weigh(command.fee(), command.cash());
    boolean taken =
        levels().stream()
            .anyMatch(has -> has.code().equals(command.code()) || has.rank() == command.rank());
    if (taken) {
      throw new HeyiException(PromotionsError.LEVEL_DUPLICATE, command.code(), command.rank());
    }
    Level level = new Level(command, CallContext.current().user(), clock.instant());
    em.persist(level);
    em.flush();
    ChangeLog.note("membership_level", level.id(), "fee", null, level.fee());
    ChangeLog.note("membership_level", level.id(), "cash", null, level.cash().amount());
    return level.view();
  }

  /** As the mall weighs an order: points, and money as points by the fen. */
  private static void weigh(Points points, Money cash) {
    ChangeLog.weigh(points.amount());
    ChangeLog.weigh(cash.smallestUnits());
  }

  private static void requirePrice(Money cash) {
    if (!Money.CNY.equals(cash.currency())
        || cash.isNegative()
        || cash.compareTo(CashCharges.MOST) > 0) {
      throw new HeyiException(PromotionsError.LEVEL_CASH, CashCharges.MOST.amount());
    }
  }

  Optional<Level> findLevel(String code) {
    return em.createQuery("from Level l where l.code = :code", Level.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  String levelOfRank(Integer rank) {
    return rank == null
        ? null
        : levels().stream()
            .filter(level -> level.rank() == rank)
            .map(LevelView::code)
            .findFirst()
            .orElse(null);
  }

  /**
   * @throws HeyiException as {@link com.heyi.promotions.BenefitFacade#buy}
   */
  public MembershipView buy(CustomerRef customer, BuyMembership command) {
    Level level =
        findLevel(command.level().strip())
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, command.level()));
    members.hold(List.of(customer.id()));
    LocalDate today = today();
    LocalDate from = firstDay(of(customer.id()), command.renews(), today);
    weigh(level.fee(), level.cash());
    Membership.Booked paid = pay(customer, level, command.accountId());
    Membership membership =
        new Membership(
            customer.id(), level, from, paid, CallContext.current().user(), clock.instant());
    em.persist(membership);
    em.flush();
    return membership.view(level, today);
  }

  /**
   * The day on which the next one begins: after the one that is renewed, or today; tomorrow when
   * one was ended today, whose day this still is.
   */
  private LocalDate firstDay(List<Membership> his, UUID renews, LocalDate today) {
    return requireSeen(his.stream().filter(has -> has.goesOn(today)).toList(), renews)
        .or(() -> his.stream().filter(has -> has.inForce(today)).findFirst())
        .map(last -> last.until().plusDays(1))
        .orElse(today);
  }

  /**
   * What a purchase renews, if it is what the buyer saw.
   *
   * @param standing the memberships that go on, the latest first
   */
  private Optional<Membership> requireSeen(List<Membership> standing, UUID renews) {
    if (standing.isEmpty()) {
      if (renews != null) {
        throw new HeyiException(PromotionsError.MEMBERSHIP_NOT_STANDING, renews);
      }
      return Optional.empty();
    }
    Membership latest = standing.get(0);
    String level = em.find(Level.class, latest.levelId()).name();
    if (standing.size() > 1) {
      throw new HeyiException(
          PromotionsError.MEMBERSHIP_RENEWED, level, latest.startsOn(), latest.until());
    }
    if (!latest.id().equals(renews)) {
      throw new HeyiException(
          PromotionsError.MEMBERSHIP_STANDING, level, latest.until(), latest.id());
    }
    return Optional.of(latest);
  }

  private Membership.Booked pay(CustomerRef customer, Level level, UUID accountId) {
    String note = BookNote.of("note.membership-fee", level.name());
    UUID points =
        level.fee().isZero()
            ? null
            : charges.charge(customer.id(), customer.branch(), level.fee(), note);
    UUID money =
        level.cash().isZero() ? null : cash.charge(customer.id(), accountId, level.cash(), note);
    return new Membership.Booked(points, money);
  }

  /**
   * @throws HeyiException as {@link com.heyi.promotions.BenefitFacade#endMembership}
   */
  public MembershipView end(EndMembership command) {
    // As buy does, so that no renewal follows one that is being ended.
    members.hold(List.of(customerOf(command.membershipId())));
    Membership membership =
        em.find(Membership.class, command.membershipId(), LockModeType.PESSIMISTIC_WRITE);
    Level level = em.find(Level.class, membership.levelId());
    LocalDate today = today();
    Membership.Fee back = membership.refundOn(today, level.refund(), command.expectedVersion());
    weigh(back.points(), back.cash());
    giveBack(membership, level, back, today);
    em.flush();
    return membership.view(level, today);
  }

  private void giveBack(Membership membership, Level level, Membership.Fee back, LocalDate today) {
    String note = BookNote.of("note.membership-refund", level.name());
    PointsCharges.GivenBack points =
        back.points().isZero()
            ? new PointsCharges.GivenBack(null, Points.ZERO, Points.ZERO)
            : charges.giveBack(membership.feeEntry(), back.points(), note);
    UUID money =
        back.cash().isZero() ? null : cash.giveBack(membership.cashPayment(), back.cash(), note);
    ChangeLog.note("membership", membership.id(), "refunded", null, points.back());
    ChangeLog.note("membership", membership.id(), "forfeited", null, points.forfeited());
    membership.end(
        today,
        new Membership.Fee(points.back(), back.cash()),
        new Membership.Booked(points.entryId(), money));
  }

  /**
   * Whose a membership is.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  public UUID customerOf(UUID membershipId) {
    return Optional.ofNullable(em.find(Membership.class, membershipId))
        .map(Membership::customerId)
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, membershipId));
  }

  public List<MembershipView> ofCustomer(UUID customer) {
    return of(customer).stream()
        .map(has -> has.view(em.find(Level.class, has.levelId()), today()))
        .toList();
  }

  /** The highest rank that a customer has on a day; 0 without a membership. */
  int rank(UUID customer, LocalDate day) {
    return of(customer).stream()
        .filter(has -> has.inForce(day))
        .mapToInt(has -> em.find(Level.class, has.levelId()).rank())
        .max()
        .orElse(0);
  }

  private List<Membership> of(UUID customer) {
    return em.createQuery(
            "from Membership m where m.customerId = :customer order by m.startsOn desc",
            Membership.class)
        .setParameter("customer", customer)
        .getResultList();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
