package com.heyi.mall.internal;

import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer pays the lowest price that holds for him at the moment: the ordinary one, or an offer
 * to everybody or to his tier that has begun and is not over. Of two prices the one with less money
 * is lower, with the same money the one with fewer points; at the same price the ordinary one
 * counts.
 *
 * <p>Said in SQL, once, so that it can stand in whatever query reads items.
 *
 * @param price points for one piece
 * @param cash money for one piece
 * @param offerId the offer that makes it, or null
 * @param offer its name, or null
 */
record LowestPriceThatHolds(Points price, Money cash, UUID offerId, String offer) {

  /** What a query selects to {@link #read} it. */
  static final String COLUMNS =
      "coalesce(offer.price, i.price) as price, coalesce(offer.cash, i.cash) as cash,"
          + " offer.id as offer_id, offer.label as offer_label";

  /** Joins the lowest offer that is below the ordinary price of item i; takes {@link At#values}. */
  static final String JOIN =
      " left join lateral (select p.id, p.label, p.price, p.cash from mall.item_price p"
          + " where p.item_id = i.id and p.from_at <= ? and (p.until_at > ? or p.until_at is null)"
          + " and (p.tier is null or p.tier = ?) and (p.cash, p.price) < (i.cash, i.price)"
          + " order by p.cash, p.price, p.from_at, p.id limit 1) offer on true";

  /**
   * The same where very many items are read: all offers that hold are looked at once, instead of
   * each item's in turn.
   */
  static final String JOIN_MANY =
      " left join (select distinct on (p.item_id) p.item_id, p.id, p.label, p.price, p.cash"
          + " from mall.item_price p where p.from_at <= ?"
          + " and (p.until_at > ? or p.until_at is null) and (p.tier is null or p.tier = ?)"
          + " order by p.item_id, p.cash, p.price, p.from_at, p.id) offer"
          + " on offer.item_id = i.id and (offer.cash, offer.price) < (i.cash, i.price)";

  /**
   * For whom and when.
   *
   * @param tier tier of the customer, or null
   */
  record At(Instant moment, String tier) {
    /** What {@link #JOIN} takes, in front of or behind what else the query takes. */
    Object[] values(Object... others) {
      Object[] all = new Object[others.length + 3];
      all[0] = moment;
      all[1] = moment;
      all[2] = tier;
      System.arraycopy(others, 0, all, 3, others.length);
      return all;
    }
  }

  static LowestPriceThatHolds read(ResultSet row) throws SQLException {
    return new LowestPriceThatHolds(
        Sql.points(row, "price"),
        Fen.money(row.getLong("cash")),
        Sql.uuid(row, "offer_id"),
        row.getString("offer_label"));
  }
}
