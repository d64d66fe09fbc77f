package com.heyi.shared.history;

import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.hibernate.proxy.HibernateProxy;

/**
 * What the trail tells of one kind of record: the word for it and which of its fields, read from
 * the entity's annotations.
 *
 * @param type the entity
 * @param thing the word that targets use for it: the name of its table
 * @param fields the fields that have a history, in the order in which they are declared
 */
public record Recorded(Class<?> type, String thing, List<Kept> fields) {

  /**
   * A field with a history: one of the entity itself, or of an embedded part of it. A part is how
   * the code is cut and no matter of the record, so the trail names the field alone.
   *
   * @param part the entity's field that holds the part, or null when the field is the entity's own
   * @param field the field
   * @param mask how its values are masked, or null when they are nobody's personal data
   */
  public record Kept(Field part, Field field, Mask mask) {
    /** Name of the field. */
    public String name() {
      return field.getName();
    }

    /** Its value in this entity as text, in full; of another record, its id. */
    public String textOf(Object entity) {
      Object value = in(read(part == null ? field : part, entity));
      return value == null ? null : value.toString();
    }

    /** The entity's property that holds it. */
    String property() {
      return (part == null ? field : part).getName();
    }

    /** Its value in the value of that property; a part of which nothing is known may be null. */
    Object in(Object property) {
      return plain(part == null || property == null ? property : read(field, property));
    }

    /** The value as far as it may be seen. */
    public String masked(String value) {
      return value == null || mask == null ? value : mask.of(value);
    }
  }

  /** What is told of this entity, or empty when it has no history. */
  public static Optional<Recorded> of(Class<?> type) {
    if (!type.isAnnotationPresent(Audited.class)) {
      return Optional.empty();
    }
    List<Kept> fields = told(type).flatMap(Recorded::kept).toList();
    return Optional.of(new Recorded(type, type.getAnnotation(Table.class).name(), fields));
  }

  private static Stream<Field> told(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .filter(field -> !isTechnical(field))
        .map(Recorded::opened);
  }

  private static Stream<Kept> kept(Field field) {
    return field.getType().isAnnotationPresent(Embeddable.class)
        ? told(field.getType()).map(inner -> new Kept(field, inner, mask(inner)))
        : Stream.of(new Kept(null, field, mask(field)));
  }

  /** The field of this name, or empty when it has no history. */
  public Optional<Kept> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** The id as text; of an id made of parts, personal parts are masked. */
  public static String id(Object id) {
    if (!id.getClass().isRecord()) {
      return id.toString();
    }
    return Arrays.stream(id.getClass().getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .map(Recorded::opened)
        .map(part -> masked(mask(part), String.valueOf(read(part, id))))
        .collect(Collectors.joining("/"));
  }

  /** The id of an entity. */
  Object idOf(Object entity) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(Recorded::isId)
        .map(Recorded::opened)
        .map((Function<Field, Object>) field -> read(field, entity))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(type + " has no id"));
  }

  /** Another record stands for itself by its id. */
  static Object plain(Object value) {
    if (value instanceof HibernateProxy proxy) {
      return id(proxy.getHibernateLazyInitializer().getIdentifier());
    }
    return value == null
        ? null
        : of(Hibernate.getClass(value)).<Object>map(kind -> id(kind.idOf(value))).orElse(value);
  }

  /** The id that this text names, or empty when it cannot be one of this kind of record. */
  public Optional<Object> idFrom(String text) {
    Class<?> idType =
        Arrays.stream(type.getDeclaredFields())
            .filter(Recorded::isId)
            .findFirst()
            .orElseThrow()
            .getType();
    if (idType == String.class) {
      return Optional.of(text);
    }
    try {
      return idType == UUID.class ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String masked(Mask mask, String value) {
    return mask == null ? value : mask.of(value);
  }

  private static boolean isTechnical(Field field) {
    return isId(field)
        || field.isAnnotationPresent(Version.class)
        || field.isAnnotationPresent(NotAudited.class);
  }

  private static boolean isId(Field field) {
    return field.isAnnotationPresent(Id.class) || field.isAnnotationPresent(EmbeddedId.class);
  }

  private static Mask mask(Field field) {
    Personal personal = field.getAnnotation(Personal.class);
    return personal == null ? null : personal.value();
  }

  private static Field opened(Field field) {
    field.setAccessible(true);
    return field;
  }

  private static Object read(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " was opened", e);
    }
  }
}
