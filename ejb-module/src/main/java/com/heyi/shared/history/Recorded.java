package com.heyi.shared.history;

import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/**
 * What the trail tells of one kind of record: the word for it and which of its fields, read from
 * the entity's annotations.
 *
 * @param type the entity
 * @param thing the word that targets use for it: the name of its table
 * @param fields the fields that have a history, in the order in which they are declared
 */
record Recorded(Class<?> type, String thing, List<Kept> fields) {

  /**
   * A field with a history.
   *
   * @param field the field
   * @param mask how its values are masked, or null when they are nobody's personal data
   */
  record Kept(Field field, Mask mask) {
    String name() {
      return field.getName();
    }

    Object of(Object entity) {
      return read(field, entity);
    }
  }

  /** What is told of this entity, or empty when it has no history. */
  static Optional<Recorded> of(Class<?> type) {
    if (!type.isAnnotationPresent(Audited.class)) {
      return Optional.empty();
    }
    List<Kept> fields =
        Arrays.stream(type.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .filter(field -> !isTechnical(field))
            .map(Recorded::opened)
            .map(field -> new Kept(field, mask(field)))
            .toList();
    return Optional.of(new Recorded(type, type.getAnnotation(Table.class).name(), fields));
  }

  /** The field of this name, or empty when it has no history. */
  Optional<Kept> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** The id as text; of an id made of parts, personal parts are masked. */
  static String id(Object id) {
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
