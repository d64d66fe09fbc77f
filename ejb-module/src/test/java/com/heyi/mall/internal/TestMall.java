package com.heyi.mall.internal;

import com.heyi.mall.GrantPoints;
import com.heyi.mall.MallActivity;
import com.heyi.mall.MallTakeover;
import com.heyi.mall.PointsView;
import com.heyi.mall.ReverseGrant;
import com.heyi.mall.StatementRow;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Points;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The mall's ledger for tests of modules that use it. */
public final class TestMall {
  private TestMall() {}

  /** What takes points over, on this transaction. */
  public static MallTakeover takeover(EntityManager em, Clock clock) {
    RefundToExpiredLot rule = new RefundToExpiredLot(RefundToExpiredLot.Policy.RESTORE, 30);
    return new LedgerTakeover(
        em,
        desk(em, clock),
        new Catalogue(em, clock),
        new Orders(em, clock, MallFixture.PURSE.till(em, clock), unheard()),
        rule,
        clock);
  }

  /** Grants points at the desk. */
  public static void grant(EntityManager em, Clock clock, GrantPoints command) {
    desk(em, clock).grant(command);
  }

  /** Reverses the grant or correction that an entry is, and gives up what is spent of it. */
  public static void reverse(EntityManager em, Clock clock, UUID customer, UUID entry) {
    new Corrections(em, clock, new KnownCustomers())
        .reverse(new ReverseGrant(customer, entry, "a mistake", true));
  }

  /** Writes off what has expired of a customer's points. */
  public static Points expire(EntityManager em, Clock clock, UUID customer) {
    return desk(em, clock).expire(customer);
  }

  /** What customers earned and ordered. */
  public static MallActivity activity(EntityManager em, Clock clock) {
    return new ActivityInTheMall(em, clock);
  }

  /** A customer's points. */
  public static PointsView points(EntityManager em, Clock clock, UUID customer) {
    return desk(em, clock).view(MallFixture.customer(customer));
  }

  /** A customer's statement, latest first. */
  public static List<StatementRow> statement(EntityManager em, Clock clock, UUID customer) {
    return desk(em, clock).statement(customer, PageRequest.first(50)).items();
  }

  /** How many rows break an invariant of the books. */
  public static long breaches(EntityManager em, Clock clock) {
    return new Bookkeeping(em, clock, MallFixture.PURSE.proof(em, clock))
        .trialBalance().checks().stream().mapToLong(check -> check.breaches()).sum();
  }

  private static PointsDesk desk(EntityManager em, Clock clock) {
    return new PointsDesk(em, clock, new ExpiryRules(em, clock), unheard());
  }

  @SuppressWarnings("unchecked")
  private static <T> Event<T> unheard() {
    return (Event<T>)
        Proxy.newProxyInstance(
            TestMall.class.getClassLoader(), new Class<?>[] {Event.class}, (p, m, a) -> null);
  }
}
