package com.heyi.mall.internal;

import com.heyi.mall.FoundItem;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds items by words. The application cuts the words, the database keeps and ranks them: what is
 * found is what is committed, on every server alike, and there are no index files to lose.
 */
@ApplicationScoped
public class ItemSearch {
  private static final int AT_A_TIME = 1000;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected ItemSearch() {}

  ItemSearch(EntityManager em) {
    this.em = em;
  }

  /** Items on sale that have all words of the text, the best match first. */
  public List<FoundItem> find(String text, int limit) {
    String wanted = wanted(text);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return new Sql(em)
        .list(
            SalesFigures::found,
            "select i.id, i.sku, i.name, i.price, i.stock, coalesce(s.orders, 0) as orders"
                + " from mall.item_words w join mall.item i on i.id = w.item_id"
                + " left join mall.item_sales s on s.item_id = i.id,"
                + " to_tsquery('simple', ?) as q"
                + " where w.words @@ q and i.status = 'ON_SALE'"
                + " order by ts_rank(w.words, q, 1) desc, coalesce(s.orders, 0) desc, i.sku"
                + " limit ?",
            wanted,
            limit);
  }

  /**
   * What PostgreSQL is asked for: all words of the text, each also as the beginning of one, so that
   * results come while somebody types. Empty when the text has none.
   */
  static String wanted(String text) {
    return Words.of(text == null ? "" : text).stream()
        .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "':*")
        .collect(Collectors.joining(" & "));
  }

  private record Named(UUID id, String name, String category) {}

  /**
   * Cuts the names of items that are new, or have another name or stand elsewhere.
   *
   * @return how many
   */
  public int catchUp() {
    List<Named> stale =
        new Sql(em)
            .list(
                ItemSearch::named,
                "select i.id, i.name, c.words as category from mall.item i"
                    + " left join mall.item_words w on w.item_id = i.id"
                    + " left join mall.category c on c.id = i.category_id"
                    + " where w.name is distinct from i.name"
                    + " or w.category_words is distinct from c.words order by i.id limit ?",
                AT_A_TIME);
    keep(stale);
    return stale.size();
  }

  /** Cuts the name of one item, and those of its category. */
  void keep(UUID itemId) {
    keep(
        new Sql(em)
            .list(
                ItemSearch::named,
                "select i.id, i.name, c.words as category from mall.item i"
                    + " left join mall.category c on c.id = i.category_id where i.id = ?",
                itemId));
  }

  private static Named named(ResultSet row) throws SQLException {
    return new Named(Sql.uuid(row, "id"), row.getString("name"), row.getString("category"));
  }

  private void keep(List<Named> items) {
    if (items.isEmpty()) {
      return;
    }
    new Sql(em)
        .write(
            "insert into mall.item_words (item_id, name, category_words, words)"
                + " select n.id, n.name, n.category, setweight(to_tsvector('simple', n.words), 'A')"
                + " || setweight(to_tsvector('simple', n.category_words), 'C')"
                + " || setweight(to_tsvector('simple', n.characters), 'D')"
                + " from unnest(?, ?, ?, ?, ?, ?)"
                + " as n (id, name, category, words, category_words, characters) order by n.id"
                + " on conflict (item_id) do update set name = excluded.name,"
                + " category_words = excluded.category_words, words = excluded.words",
            Sql.uuids(items, Named::id),
            Sql.texts(items, Named::name),
            Sql.texts(items, Named::category),
            Sql.texts(items, item -> cut(item.name())),
            Sql.texts(items, item -> cut(item.category())),
            Sql.texts(items, item -> String.join(" ", Words.characters(Words.of(item.name())))));
  }

  private static String cut(String text) {
    return text == null ? "" : String.join(" ", Words.of(text));
  }
}
