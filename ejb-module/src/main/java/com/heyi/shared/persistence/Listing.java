package com.heyi.shared.persistence;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.json.Json;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import com.heyi.shared.paging.Sort;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A list over one entity: what it can be filtered and sorted by, and its pages. Only what is
 * declared here reaches the database. Sorts end with the id, so that every order is total and a
 * cursor (the sort value and id of the last row) always goes on at the right place.
 *
 * @param <E> an entity with a UUID attribute {@code id}; its sortable attributes are never null
 */
public final class Listing<E> {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final Class<E> entity;
  private final Sort ownSort;
  private final Map<String, String> sorts = new LinkedHashMap<>();
  private final Map<String, Filter<E>> filters = new LinkedHashMap<>();
  private final List<Bound<E>> bounds = new ArrayList<>();
  private int mostCounted = Integer.MAX_VALUE;

  private Listing(Class<E> entity, Sort ownSort) {
    this.entity = entity;
    this.ownSort = ownSort;
  }

  /** A list with its own order, used when none is asked for; its field must be declared too. */
  public static <E> Listing<E> of(Class<E> entity, Sort ownSort) {
    return new Listing<>(entity, ownSort);
  }

  /**
   * Counts no further than one more than this, for lists of which a total may cost too much: a
   * total above it means more than it.
   */
  public Listing<E> countingUpTo(int most) {
    mostCounted = most;
    return this;
  }

  /** Offers a sort by an attribute that is never null; of a part, as {@code part.attribute}. */
  public Listing<E> sort(String name, String attribute) {
    sorts.put(name, attribute);
    return this;
  }

  /** Offers a filter. */
  public Listing<E> filter(String name, Filter<E> filter) {
    filters.put(name, filter);
    return this;
  }

  /**
   * Shows only the rows that this filter lets through for this text, whatever else is asked for;
   * such as a branch system's own branch.
   */
  public Listing<E> only(Filter<E> filter, String text) {
    bounds.add(new Bound<>(filter, text));
    return this;
  }

  /** The wanted page, each row as a view. */
  public <V> Page<V> page(EntityManager em, PageRequest request, Function<E, V> view) {
    Sort sort = request.sort() == null ? ownSort : request.sort();
    String attribute = sorts.get(sort.field());
    if (attribute == null) {
      throw new HeyiException(PagingError.SORT, sort.field(), String.join(", ", sorts.keySet()));
    }
    CriteriaBuilder cb = em.getCriteriaBuilder();
    CriteriaQuery<E> query = cb.createQuery(entity);
    Root<E> root = query.from(entity);
    List<Predicate> where = conditions(cb, root, request);
    if (request.cursor() != null) {
      where.add(afterCursor(cb, root, attribute, sort, request.cursor()));
    }
    query
        .where(where.toArray(Predicate[]::new))
        .orderBy(
            sort.descending()
                ? cb.desc(Attributes.path(root, attribute))
                : cb.asc(Attributes.path(root, attribute)),
            sort.descending() ? cb.desc(root.get("id")) : cb.asc(root.get("id")));
    // One row more than asked for tells whether there is a next page.
    List<E> rows =
        em.createQuery(query)
            .setFirstResult(request.offset())
            .setMaxResults(request.limit() + 1)
            .getResultList();
    boolean more = rows.size() > request.limit();
    List<E> shown = more ? rows.subList(0, request.limit()) : rows;
    String next = more ? cursor(em, shown.get(shown.size() - 1), attribute, sort) : null;
    Long total = request.withTotal() ? count(em, request) : null;
    return new Page<>(shown.stream().map(view).toList(), next, total);
  }

  private long count(EntityManager em, PageRequest request) {
    CriteriaBuilder cb = em.getCriteriaBuilder();
    if (mostCounted < Integer.MAX_VALUE) {
      CriteriaQuery<Object> some = cb.createQuery(Object.class);
      Root<E> counted = some.from(entity);
      some.select(counted.get("id"))
          .where(conditions(cb, counted, request).toArray(Predicate[]::new));
      return em.createQuery(some).setMaxResults(mostCounted + 1).getResultList().size();
    }
    CriteriaQuery<Long> query = cb.createQuery(Long.class);
    Root<E> root = query.from(entity);
    query.select(cb.count(root)).where(conditions(cb, root, request).toArray(Predicate[]::new));
    return em.createQuery(query).getSingleResult();
  }

  private List<Predicate> conditions(CriteriaBuilder cb, Root<E> root, PageRequest request) {
    List<Predicate> where = new ArrayList<>();
    bounds.forEach(bound -> where.add(bound.filter().on(cb, root, "", bound.text())));
    request
        .filters()
        .forEach(
            (name, text) -> {
              Filter<E> filter = filters.get(name);
              if (filter == null) {
                throw new HeyiException(
                    PagingError.FILTER, name, String.join(", ", filters.keySet()));
              }
              where.add(filter.on(cb, root, name, text));
            });
    return where;
  }

  private Predicate afterCursor(
      CriteriaBuilder cb, Root<E> root, String attribute, Sort sort, String cursor) {
    Path<?> path = Attributes.path(root, attribute);
    Cursor at = Cursor.read(cursor, sort);
    return after(cb, path, at.valueAs(path.getJavaType()), root.get("id"), at.id(), sort);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Predicate after(
      CriteriaBuilder cb, Path path, Comparable value, Path<UUID> id, UUID lastId, Sort sort) {
    // "a >= v and (a > v or id > i)" instead of plain "or", so that the index on a is used.
    return sort.descending()
        ? cb.and(
            cb.lessThanOrEqualTo(path, value),
            cb.or(cb.lessThan(path, value), cb.lessThan(id, lastId)))
        : cb.and(
            cb.greaterThanOrEqualTo(path, value),
            cb.or(cb.greaterThan(path, value), cb.greaterThan(id, lastId)));
  }

  private String cursor(EntityManager em, E row, String attribute, Sort sort) {
    Object value = Attributes.read(em, entity, attribute, row);
    Object id = Attributes.read(em, entity, "id", row);
    return new Cursor(sort.text(), Json.write(value), (UUID) id).write();
  }

  /** A filter that the caller cannot lift. */
  private record Bound<E>(Filter<E> filter, String text) {}

  /** Where a page ended: the order it was made for, and the last row's sort value and id. */
  private record Cursor(String sort, String value, UUID id) {

    String write() {
      return ENCODER.encodeToString(Json.write(this).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String text, Sort sort) {
      try {
        String json = new String(DECODER.decode(text), StandardCharsets.UTF_8);
        Cursor cursor = (Cursor) Json.read(json, Cursor.class);
        if (cursor.sort().equals(sort.text()) && cursor.id() != null) {
          return cursor;
        }
      } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
        throw new HeyiException(PagingError.CURSOR, List.of(), List.of(), e);
      }
      throw new HeyiException(PagingError.CURSOR);
    }

    Comparable<?> valueAs(Class<?> type) {
      try {
        return (Comparable<?>) Json.read(value, type);
      } catch (IllegalStateException e) {
        throw new HeyiException(PagingError.CURSOR, List.of(), List.of(), e);
      }
    }
  }
}
