package com.heyi.mall.internal;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import com.heyi.shared.paging.PlaceCursor;
import com.heyi.shared.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Pages of a query that counts something for each customer, most first; the customer decides among
 * equals, so that the order is total and a cursor goes on at the right place.
 *
 * @param rank what counts
 * @param customerId the customer
 * @param inAll how many rows there are on all pages, where that was asked for
 * @param row the row
 */
record Ranked<T>(long rank, UUID customerId, long inAll, T row) {
  /**
   * The wanted page.
   *
   * @param sql a select with {@code customer_id} and {@code rank}
   * @throws HeyiException {@link PagingError#CURSOR}, {@link PagingError#SORT}
   */
  static <T> Page<T> page(
      EntityManager em, PageRequest request, Sql.Reader<T> reader, String sql, Object... values) {
    if (request.sort() != null) {
      throw new HeyiException(PagingError.SORT, request.sort().field(), "-");
    }
    Place place = request.cursor() == null ? Place.BEGINNING : Place.read(request.cursor());
    List<Ranked<T>> found =
        new Sql(em)
            .list(
                row ->
                    new Ranked<>(
                        row.getLong("rank"),
                        Sql.uuid(row, "customer_id"),
                        row.getLong("in_all"),
                        reader.read(row)),
                "select * from (select ranked.*, "
                    + (request.withTotal() ? "count(*) over ()" : "0::bigint")
                    + " as in_all from ("
                    + sql
                    + ") ranked) counted where rank <= ? and (rank < ? or customer_id > ?)"
                    + " order by rank desc, customer_id offset ? limit ?",
                with(
                    values,
                    place.rank(),
                    place.rank(),
                    place.customerId(),
                    request.offset(),
                    request.limit() + 1));
    boolean more = found.size() > request.limit();
    List<Ranked<T>> shown = more ? found.subList(0, request.limit()) : found;
    return new Page<>(
        shown.stream().map(Ranked::row).toList(),
        more ? Place.of(shown.get(shown.size() - 1)).write() : null,
        request.withTotal() ? total(em, found, sql, values) : null);
  }

  /** Every row tells it; a page behind the last one has none, and only then is it asked again. */
  private static <T> long total(
      EntityManager em, List<Ranked<T>> found, String sql, Object... values) {
    return found.isEmpty()
        ? new Sql(em)
            .one(row -> row.getLong(1), "select count(*) from (" + sql + ") ranked", values)
            .orElseThrow()
        : found.get(0).inAll();
  }

  /**
   * The first of all, in one statement, so that they are of one moment and counted once.
   *
   * @param sql as for {@link #page}
   * @param most how many at most
   */
  static <T> List<T> first(
      EntityManager em, int most, Sql.Reader<T> reader, String sql, Object... values) {
    return new Sql(em)
        .list(
            reader,
            "select * from (" + sql + ") ranked order by rank desc, customer_id limit ?",
            with(values, most));
  }

  private static Object[] with(Object[] values, Object... more) {
    return Stream.concat(Arrays.stream(values), Arrays.stream(more)).toArray();
  }

  /** Where a page ended. */
  private record Place(long rank, UUID customerId) {
    static final Place BEGINNING = new Place(Long.MAX_VALUE, new UUID(0, 0));

    static Place of(Ranked<?> last) {
      return new Place(last.rank(), last.customerId());
    }

    static Place read(String cursor) {
      return PlaceCursor.read(cursor, (rank, id) -> new Place(Long.parseLong(rank), id));
    }

    String write() {
      return PlaceCursor.write(rank, customerId);
    }
  }
}
