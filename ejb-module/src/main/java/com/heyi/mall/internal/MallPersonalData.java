package com.heyi.mall.internal;

import com.heyi.mall.MallError;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.privacy.Forgetting;
import com.heyi.shared.privacy.KeptForATime;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the mall holds about a customer. It knows him by id only; to erase him the reasons that
 * staff wrote are emptied, and the numbers that an app which ended had for his orders; neither an
 * amount nor a posting changes.
 */
@ApplicationScoped
public class MallPersonalData implements PersonalData, KeptForATime {
  private static final String ORDERS = "mall-orders";
  private static final String REVIEWS = "review-texts";
  private static final Forgetting FORGETTING =
      new Forgetting(Map.of(REVIEWS, "mall.empty_old_reviews"));

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected MallPersonalData() {}

  public MallPersonalData(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  @Override
  public String holder() {
    return "mall";
  }

  @Override
  public void export(Person person, Sections out) {
    out.tell(
        em,
        person,
        "points",
        "select source, granted, remaining, granted_on as \"grantedOn\","
            + " expires_on as \"expiresOn\" from mall.lot where customer_id = :customer"
            + " order by granted_on, id");
    out.tell(
        em,
        person,
        "statement",
        "select entry_no as \"entryNo\", kind, amount, balance_after as \"balanceAfter\", reason,"
            + " effective_on as \"effectiveOn\", recorded_at as \"recordedAt\""
            + " from mall.ledger_entry where customer_id = :customer order by entry_no");
    out.tell(
        em,
        person,
        "orders",
        "select number, external_ref as \"externalReference\", branch, status, total, returned,"
            + " cash / 100.0 as \"yuan\", cash_returned / 100.0 as \"yuanReturned\","
            + " placed_at as \"placedAt\" from mall.customer_order where customer_id = :customer"
            + " order by placed_at, id");
    out.tell(
        em,
        person,
        "orderLines",
        "select o.number as \"order\", l.line_no as \"line\", l.sku, l.name, l.price, l.cash /"
            + " 100.0 as \"yuan\", l.quantity, l.cancelled, l.returned from mall.order_line l join"
            + " mall.customer_order o on o.id = l.order_id where o.customer_id = :customer order by"
            + " o.placed_at, o.id, l.line_no");
    out.tell(
        em,
        person,
        "cancellations",
        "select o.number as \"order\", c.reason, c.points,"
            + " c.cash / 100.0 as \"yuan\", c.effective_at as \"effectiveAt\""
            + " from mall.cancellation c join mall.customer_order o on o.id = c.order_id"
            + " where o.customer_id = :customer order by c.effective_at, c.id");
    out.tell(
        em,
        person,
        "payments",
        "select o.number as \"order\", p.tender, p.amount / 100.0 as \"yuan\", coalesce((select"
            + " sum(b.amount) from mall.payback b where b.payment_id = p.id), 0) / 100.0"
            + " as \"givenBack\", p.paid_at as \"paidAt\" from mall.payment p"
            + " left join mall.checkout c on c.id = p.checkout_id"
            + " left join mall.customer_order o on o.id = coalesce(p.order_id, c.order_id)"
            + " where :customer in (o.customer_id, c.customer_id, p.customer_id)"
            + " order by p.paid_at, p.id");
    out.tell(
        em,
        person,
        "orderSteps",
        "select o.number as \"order\", s.step, s.carrier, s.tracking_number as \"trackingNumber\","
            + " s.taken_at as \"takenAt\" from mall.order_step s"
            + " join mall.customer_order o on o.id = s.order_id where o.customer_id = :customer"
            + " order by s.taken_at");
    out.tell(
        em,
        person,
        "cart",
        "select i.sku, i.name, l.quantity, l.price_seen as \"priceSeen\", l.put_at as \"putAt\""
            + " from mall.cart_line l join mall.item i on i.id = l.item_id"
            + " where l.customer_id = :customer order by l.put_at");
    out.tell(
        em,
        person,
        "checkouts",
        "select status, total, cash / 100.0 as \"yuan\", until, begun_at as \"begunAt\" from"
            + " mall.checkout where customer_id = :customer order by begun_at");
    out.tell(
        em,
        person,
        "returns",
        "select g.number, g.order_number as \"order\", s.step, s.reason, s.taken_at as \"takenAt\""
            + " from mall.goods_return g join mall.goods_return_step s on s.return_id = g.id"
            + " where g.customer_id = :customer order by g.requested_at, g.id, s.taken_at");
    out.tell(
        em,
        person,
        "reviews",
        "select l.sku, l.name, r.stars, r.words, r.status, r.answer,"
            + " r.written_at as \"writtenAt\""
            + " from mall.review r join mall.order_line l on l.id = r.order_line_id"
            + " where r.customer_id = :customer order by r.written_at, r.id");
  }

  @Override
  public List<Hindrance> hindrances(UUID customerId, Minimums minimums) {
    Sql sql = new Sql(em);
    // Whoever changes his points holds this row first; so they stay as they are from here on.
    sql.list(
        row -> Sql.uuid(row, "customer_id"),
        "select customer_id from mall.points_account where customer_id = ? for update",
        customerId);
    List<Hindrance> found = new ArrayList<>();
    long left =
        sql.one(
                row -> row.getLong(1),
                "select coalesce(sum(remaining + locked), 0) + (select coalesce(sum(points), 0)"
                    + " from mall.hold where customer_id = ? and status = 'OPEN')"
                    + " from mall.lot where customer_id = ?",
                customerId,
                customerId)
            .orElse(0L);
    if (left > 0) {
      found.add(new Hindrance(MallError.ERASURE_POINTS_LEFT, List.of(left), null));
    }
    sql.list(
            row -> Sql.instant(row, "placed_at"),
            "select placed_at from mall.customer_order where customer_id = ?"
                + " order by placed_at desc limit 1",
            customerId)
        .forEach(
            last -> {
              LocalDate until =
                  minimums.firstDayOver(ORDERS, last.atZone(clock.getZone()).toLocalDate());
              if (until.isAfter(LocalDate.now(clock))) {
                found.add(new Hindrance(MallError.ERASURE_ORDERS_TOO_YOUNG, List.of(until), until));
              }
            });
    return found;
  }

  @Override
  public long erase(Erasure erasure) {
    return erasure.by(
        em, "mall.erase_customer", "mall.erase_returns", "mall.erase_goods", "mall.erase_reviews");
  }

  @Override
  public long remaining(Person person) {
    return person.count(
        em,
        "select (select count(*) from mall.ledger_entry where customer_id = :customer"
            + " and reason <> '—') + (select count(*) from mall.goods_return_step s"
            + " join mall.goods_return g on g.id = s.return_id where g.customer_id = :customer"
            + " and s.reason <> '—') + (select count(*) from mall.cart_line"
            + " where customer_id = :customer) + (select count(*) from mall.order_step s"
            + " join mall.customer_order o on o.id = s.order_id where o.customer_id = :customer"
            + " and s.tracking_number <> '—') + (select count(*) from mall.review"
            + " where customer_id = :customer and words <> '—') + (select count(*)"
            + " from mall.customer_order where customer_id = :customer and of_ended_app"
            + " and external_ref not like 'erased:%')");
  }

  @Override
  public Set<String> kinds() {
    return FORGETTING.kinds();
  }

  @Override
  public int forget(String kind, Instant before, int most) {
    return FORGETTING.some(em, kind, before, most);
  }
}
