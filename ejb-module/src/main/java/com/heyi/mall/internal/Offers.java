package com.heyi.mall.internal;

import com.heyi.mall.EndOffer;
import com.heyi.mall.MallError;
import com.heyi.mall.OfferState;
import com.heyi.mall.OfferView;
import com.heyi.mall.PricesView;
import com.heyi.mall.SetItemPrice;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps the prices of items: the ordinary one, and offers beside it. */
@ApplicationScoped
public class Offers {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Catalogue catalogue;

  protected Offers() {}

  Offers(EntityManager em, Clock clock, Catalogue catalogue) {
    this.em = em;
    this.clock = clock;
    this.catalogue = catalogue;
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  public PricesView prices(UUID itemId) {
    Item item = catalogue.require(itemId);
    List<OfferView> offers =
        new Sql(em)
            .list(
                this::offer,
                "select * from mall.item_price where item_id = ? order by from_at desc, id desc",
                itemId);
    return new PricesView(
        itemId, item.view().version(), item.price(), Fen.money(item.cash()), offers);
  }

  private OfferView offer(ResultSet row) throws SQLException {
    Instant from = Sql.instant(row, "from_at");
    Instant until = Sql.instantOrNull(row, "until_at");
    return new OfferView(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "item_id"),
        row.getString("label"),
        row.getString("tier"),
        Sql.points(row, "price"),
        Fen.money(row.getLong("cash")),
        from,
        until,
        state(from, until),
        row.getString("recorded_by"));
  }

  private OfferState state(Instant from, Instant until) {
    Instant now = clock.instant();
    if (until != null && !until.isAfter(now)) {
      return OfferState.OVER;
    }
    return from.isAfter(now) ? OfferState.COMING : OfferState.HOLDS;
  }

  /**
   * Sets the ordinary price, or makes an offer beside it. Weighs the difference in points to the
   * ordinary price; money counts as points by the fen, so that it is never nothing.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#POINTS_OUT_OF_RANGE}, {@link MallError#CASH_OUT_OF_RANGE}, {@link
   *     MallError#OFFER_PERIOD}, {@link MallError#OFFER_LABEL}, {@link MallError#OFFER_NOT_LOWER}
   */
  public void set(SetItemPrice command) {
    Item item = catalogue.require(command.itemId());
    item.requireVersion(command.version());
    Catalogue.requireCountable(command.price().amount());
    long cash = Fen.of(command.cash());
    ChangeLog.weigh(Math.abs(command.price().amount() - item.price().amount()));
    ChangeLog.weigh(Math.abs(cash - item.cash()));
    if (command.offer()) {
      offer(item, command, cash);
    } else {
      if (command.from() != null) {
        throw new HeyiException(MallError.OFFER_PERIOD, command.from(), "—");
      }
      item.cost(command.price(), cash);
      em.flush();
    }
  }

  private void offer(Item item, SetItemPrice command, long cash) {
    Instant now = clock.instant();
    Instant from = command.from() == null ? now : command.from();
    Instant until = command.until();
    if (until != null && (!until.isAfter(from) || !until.isAfter(now))) {
      throw new HeyiException(MallError.OFFER_PERIOD, from, until);
    }
    if (command.label() == null || command.label().isBlank()) {
      throw new HeyiException(MallError.OFFER_LABEL);
    }
    boolean lower =
        cash < item.cash()
            || cash == item.cash() && command.price().amount() < item.price().amount();
    if (!lower) {
      throw new HeyiException(
          MallError.OFFER_NOT_LOWER, item.price().amount(), Fen.money(item.cash()).amount());
    }
    UUID id = Ids.next();
    String tier = command.tier() == null || command.tier().isBlank() ? null : command.tier();
    new Sql(em)
        .write(
            "insert into mall.item_price (id, item_id, label, tier, price, cash, from_at, until_at,"
                + " recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            item.id(),
            command.label().strip(),
            tier,
            command.price(),
            cash,
            from,
            until,
            now,
            CallContext.current().user());
    ChangeLog.note("item", item.id(), "offer.label", null, command.label().strip());
    ChangeLog.note("item", item.id(), "offer.price", item.price(), command.price());
    ChangeLog.note("item", item.id(), "offer.cash", Fen.money(item.cash()), Fen.money(cash));
    ChangeLog.note("item", item.id(), "offer.tier", null, tier);
    ChangeLog.note("item", item.id(), "offer.from", null, from);
    ChangeLog.note("item", item.id(), "offer.until", null, until);
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link MallError#OFFER_OVER}
   */
  public void end(EndOffer command) {
    OfferView offer =
        prices(command.itemId()).offers().stream()
            .filter(each -> each.id().equals(command.offerId()))
            .findFirst()
            .orElseThrow(
                () -> new HeyiException(CommonError.NOT_FOUND, command.offerId().toString()));
    if (offer.state() == OfferState.OVER) {
      throw new HeyiException(MallError.OFFER_OVER);
    }
    Instant until = offer.state() == OfferState.COMING ? offer.from() : clock.instant();
    int ended =
        new Sql(em)
            .write(
                "update mall.item_price set until_at = ? where id = ?"
                    + " and (until_at > ? or until_at is null)",
                until,
                offer.id(),
                until);
    if (ended == 0) {
      throw new HeyiException(MallError.OFFER_OVER);
    }
    ChangeLog.note("item", command.itemId(), "offer.until", offer.until(), until);
  }
}
