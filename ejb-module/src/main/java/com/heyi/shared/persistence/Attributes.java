package com.heyi.shared.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;

/** Attributes of an entity by name; one of an embedded part as {@code part.attribute}. */
final class Attributes {
  private Attributes() {}

  /** The attribute in a query. */
  @SuppressWarnings("unchecked")
  static <V> Path<V> path(Root<?> root, String attribute) {
    Path<?> path = root;
    for (String part : attribute.split("\\.")) {
      path = path.get(part);
    }
    return (Path<V>) path;
  }

  /** The attribute's value in a row; the parts on the way to it are there. */
  static Object read(EntityManager em, Class<?> entity, String attribute, Object row) {
    ManagedType<?> type = em.getMetamodel().entity(entity);
    Object value = row;
    for (String part : attribute.split("\\.")) {
      SingularAttribute<?, ?> found = type.getSingularAttribute(part);
      value = read(found.getJavaMember(), value);
      type = found.getType() instanceof ManagedType<?> inner ? inner : null;
    }
    return value;
  }

  private static Object read(Member member, Object owner) {
    try {
      if (member instanceof Field field) {
        field.setAccessible(true);
        return field.get(owner);
      }
      return ((Method) member).invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + member, e);
    }
  }
}
